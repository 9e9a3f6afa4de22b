package vn.motcua.scanner.paper.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How well sheets, blur and glare are told apart, over 240 pictures. */
@Tag("long")
class CameraFiguresTest {
  private static final Logger LOG = LoggerFactory.getLogger(CameraFiguresTest.class);
  private static final int SHOTS = 240;

  private final ShotSet set = new ShotSet(5);
  private final List<Double> errors = new ArrayList<>();
  private int missed;
  private int sharp;
  private int falseBlur;
  private int falseGlare;
  private int blurred;
  private int toldBlur;
  private int glaring;
  private int toldGlare;

  @Test
  void figures() {
    for (int seed = 0; seed < SHOTS; seed++) {
      one(seed);
    }
    Collections.sort(errors);
    double median = errors.get(errors.size() / 2);
    double worst = errors.getLast();
    LOG.info(
        "{} pictures: {} not found or wrong; corners median {} px, 95 % {} px, worst {} px",
        SHOTS, missed, round(median), round(errors.get(errors.size() * 95 / 100)), round(worst));
    LOG.info(
        "blur: {} of {} told, {} of {} sharp ones blamed", toldBlur, blurred, falseBlur, sharp);
    LOG.info("glare: {} of {} told, {} of {} others blamed", toldGlare, glaring, falseGlare, sharp);
    assertThat(missed).isLessThanOrEqualTo(SHOTS / 50);
    assertThat(median).isLessThan(0.5);
    assertThat(falseBlur).isLessThanOrEqualTo(sharp / 20);
    assertThat(falseGlare).isLessThanOrEqualTo(sharp / 20);
    // Measured: 32 of 40 each. These hold what is there; 34 of 40 is the goal that is still missed.
    assertThat(toldBlur).isGreaterThanOrEqualTo(blurred * 3 / 4);
    assertThat(toldGlare).isGreaterThanOrEqualTo(glaring * 3 / 4);
  }

  private static double round(double value) {
    return Math.round(value * 100) / 100.0;
  }

  /** One in three is spoilt: every sixth moved by 2.2 mm, every sixth with a lamp in it. */
  private void one(int seed) {
    SyntheticShot shot = set.varied(seed);
    shot.width = 1120;
    shot.height = 840;
    boolean moved = seed % 6 == 4;
    boolean lamp = seed % 6 == 5;
    if (moved) {
      shot.motion = 2.2;
      shot.motionAngle = seed * 0.7;
    }
    if (lamp) {
      shot.glare = 230;
      shot.glareX = 0.3 + 0.05 * (seed % 8);
      shot.glareY = 0.25 + 0.04 * (seed % 5);
      shot.glareRadius = 14 + seed % 10;
      shot.light = Math.min(shot.light, 0.88);
    }
    SyntheticShot.Shot taken = shot.take();
    Optional<FoundSheet> found = SheetFinder.find(taken.picture());
    double error =
        found.map(each -> each.corners().farthest(taken.corners())).orElse(Double.MAX_VALUE);
    if (error > 8) {
      missed++;
      LOG.info("seed {} on {}: {}", seed, shot.table, found);
      return;
    }
    errors.add(error);
    Quad corners = found.orElseThrow().corners();
    Perspective.Upright flat = Perspective.upright(taken.picture(), corners, SheetSize.A4, 300);
    List<Doubt> doubts = Doubts.ofSheet(flat, taken.picture(), corners);
    boolean blur = doubts.stream().anyMatch(Doubt.Blur.class::isInstance);
    boolean glare = doubts.stream().anyMatch(Doubt.Glare.class::isInstance);
    if (moved) {
      blurred++;
      toldBlur += blur ? 1 : 0;
    } else if (lamp) {
      glaring++;
      toldGlare += glare ? 1 : 0;
    } else {
      sharp++;
      falseBlur += blur ? 1 : 0;
      falseGlare += glare ? 1 : 0;
    }
  }
}
