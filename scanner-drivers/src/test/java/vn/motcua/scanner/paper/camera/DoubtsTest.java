package vn.motcua.scanner.paper.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DoubtsTest {
  private static final ShotSet SET = new ShotSet(5);

  private static SyntheticShot good() {
    SyntheticShot shot = new SyntheticShot();
    shot.width = 1280;
    shot.height = 960;
    shot.fill = 0.98;
    shot.turn = 0.02;
    shot.texture = SET.texture(PaperTexture.LETTER);
    shot.lightFall = 0.15;
    return shot;
  }

  /** All but the size, which is small in every picture of this test. */
  private static List<String> doubts(SyntheticShot shot) throws Exception {
    return PageMaker.ARCHIVE.make(shot.take().picture()).doubts().stream()
        .filter(doubt -> !(doubt instanceof Doubt.TooSmall))
        .map(doubt -> doubt.getClass().getSimpleName())
        .toList();
  }

  @Test
  void nothingSpeaksAgainstAGoodPicture() throws Exception {
    assertThat(doubts(good())).isEmpty();
  }

  @Test
  void aPageWithLittleTextAndAnEmptyOneAreNotBlurred() throws Exception {
    for (PaperTexture texture : List.of(PaperTexture.SPARSE, PaperTexture.BLANK)) {
      SyntheticShot shot = good();
      shot.texture = SET.texture(texture);
      assertThat(doubts(shot)).as(texture.name()).isEmpty();
    }
  }

  @Test
  void movementAndBadFocusAreTold() throws Exception {
    for (double angle : new double[] {0, 1.57}) {
      SyntheticShot moved = good();
      moved.motion = 2.2;
      moved.motionAngle = angle;
      assertThat(doubts(moved)).as("angle %s", angle).containsExactly("Blur");
    }
    SyntheticShot soft = good();
    soft.lens = 2.5;
    assertThat(doubts(soft)).containsExactly("Blur");
  }

  @Test
  void aMirroredLampIsToldAndWhitePaperIsNot() throws Exception {
    SyntheticShot lamp = good();
    lamp.light = 0.8;
    lamp.glare = 260;
    lamp.glareX = 0.45;
    lamp.glareY = 0.4;
    assertThat(doubts(lamp)).containsExactly("Glare");
    SyntheticShot white = good();
    white.light = 1.12;
    assertThat(doubts(white)).isEmpty();
  }

  @Test
  void darknessIsTold() throws Exception {
    SyntheticShot dark = good();
    dark.light = 0.25;
    dark.table = TableTop.DARK;
    assertThat(doubts(dark)).contains("TooDark");
  }

  @Test
  void aSlantIsTold() throws Exception {
    SyntheticShot slanted = good();
    slanted.fill = 0.85;
    slanted.tiltX = 0.95;
    assertThat(doubts(slanted)).contains("Skewed");
  }

  @Test
  void twoHundredDotsPerInchAreEnough() {
    assertThat(Doubts.ofSize(200)).isEmpty();
    assertThat(Doubts.ofSize(198)).isEmpty();
    assertThat(Doubts.ofSize(190)).containsExactly(new Doubt.TooSmall(190));
  }
}
