package vn.motcua.scanner.paper.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sheets laid flat, with and without a lamp whose mirror image has a soft rim. */
class SoftGlareTest {
  private static final Logger LOG = LoggerFactory.getLogger(SoftGlareTest.class);
  private static final double SCALE = 3;
  private static final int SHEETS = 40;
  private static final int FEW = 14;
  private static final ShotSet SET = new ShotSet(SCALE);
  private static final double[] NOISE =
      new Random(5).doubles(1 << 16).map(each -> 3.46 * (each - 0.5)).toArray();

  /**
   * @param sigma of the glare in millimetres, 0 for none
   */
  private static Picture sheet(int seed, double sigma) {
    Random random = new Random(7919L * seed + 3);
    PaperTexture[] kinds = PaperTexture.values();
    // Without a lamp, empty sheets too.
    PaperTexture kind = kinds[seed % (sigma > 0 ? kinds.length - 1 : kinds.length)];
    Picture drawn = Picture.of(SET.texture(kind));
    Picture out = Picture.black(drawn.width(), drawn.height());
    // A lit sheet may reach the end of the scale on its bright side, but for the lamp's mirror.
    double light = 0.65 + (sigma > 0 ? 0.25 : 0.45) * random.nextDouble();
    double fall = (sigma > 0 ? 0.1 : 0.35) * random.nextDouble();
    double angle = 2 * Math.PI * random.nextDouble();
    double warm = 0.1 * random.nextDouble();
    double[] cast = {1 - warm, 1 - warm / 2, 1};
    double peak = 150 + 150 * random.nextDouble();
    double gx = (0.2 + 0.6 * random.nextDouble()) * drawn.width();
    double gy = (0.2 + 0.5 * random.nextDouble()) * drawn.height();
    double noise = 1 + 2 * random.nextDouble();
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    IntStream.range(0, drawn.height())
        .parallel()
        .forEach(y -> {
          for (int x = 0; x < drawn.width(); x++) {
            double along = cos * (x - drawn.width() / 2.0) + sin * (y - drawn.height() / 2.0);
            double bright = light * (1 + fall * along / drawn.width());
            double square = ((x - gx) * (x - gx) + (y - gy) * (y - gy)) / (SCALE * SCALE);
            double added = sigma > 0 ? peak * Math.exp(-square / (2 * sigma * sigma)) : 0;
            int at = (y * drawn.width() + x) * 3;
            for (int i = 0; i < 3; i++) {
              double value = (drawn.bgr()[at + i] & 0xff) * bright * cast[i] + added;
              value += noise * NOISE[(at + i) * 31 & 0xffff];
              out.bgr()[at + i] = (byte) Math.clamp(Math.round(value), 0, 255);
            }
          }
        });
    return out;
  }

  private static int told(double sigma, int sheets) {
    int told = 0;
    for (int seed = 0; seed < sheets; seed++) {
      told += Doubts.glare(new PaperCells(sheet(seed, sigma))).isPresent() ? 1 : 0;
    }
    LOG.info("sigma {} mm: glare told on {} of {} sheets", sigma, told, sheets);
    return told;
  }

  @ParameterizedTest
  @ValueSource(doubles = {8, 20})
  @Tag("long")
  void aSoftLampIsTold(double sigma) {
    assertThat(told(sigma, SHEETS)).isGreaterThanOrEqualTo(SHEETS * 8 / 10);
  }

  @ParameterizedTest
  @ValueSource(doubles = {8, 20})
  void aSoftLampIsToldOnMostOfAFewSheets(double sigma) {
    assertThat(told(sigma, FEW)).isGreaterThanOrEqualTo(FEW * 7 / 10);
  }

  @Test
  @Tag("long")
  void sheetsWithoutLampAreNotBlamed() {
    assertThat(told(0, SHEETS)).isLessThanOrEqualTo(SHEETS * 3 / 100);
  }

  @Test
  void aFewSheetsWithoutLampAreNotBlamed() {
    assertThat(told(0, FEW)).isLessThanOrEqualTo(1);
  }

  @Test
  void aWhiteBoxInATintedFormIsNoGlare() {
    Picture form = Picture.black(840, 1188);
    for (int y = 0; y < form.height(); y++) {
      for (int x = 0; x < form.width(); x++) {
        boolean box = x > 300 && x < 420 && y > 500 && y < 590;
        int at = (y * form.width() + x) * 3;
        form.bgr()[at] = (byte) (box ? 253 : 190);
        form.bgr()[at + 1] = (byte) (box ? 253 : 215);
        form.bgr()[at + 2] = (byte) (box ? 253 : 200);
      }
    }
    assertThat(Doubts.glare(new PaperCells(form))).isEmpty();
  }
}
