package vn.motcua.scanner.paper.camera;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShadowsTest {
  private static final double SCALE = 4;

  private static Picture sheet(PaperTexture kind) {
    return Picture.of(new ShotSet(SCALE).texture(kind));
  }

  /** Warm light that falls off, and the soft edge of a shadow across the sheet. */
  private static Picture shaded(Picture sheet) {
    Picture out = Picture.black(sheet.width(), sheet.height());
    for (int y = 0; y < sheet.height(); y++) {
      for (int x = 0; x < sheet.width(); x++) {
        double light = 0.95 - 0.3 * x / sheet.width();
        light *= 1 - 0.4 / (1 + Math.exp(-(x * 0.5 + y - sheet.height() * 0.8) / (8 * SCALE)));
        int at = (y * sheet.width() + x) * 3;
        out.bgr()[at] = (byte) ((sheet.bgr()[at] & 0xff) * light * 0.86);
        out.bgr()[at + 1] = (byte) ((sheet.bgr()[at + 1] & 0xff) * light * 0.94);
        out.bgr()[at + 2] = (byte) ((sheet.bgr()[at + 2] & 0xff) * light);
      }
    }
    return out;
  }

  private static int channel(Picture picture, double x, double y, int channel) {
    int at = ((int) (y * SCALE) * picture.width() + (int) (x * SCALE)) * 3 + channel;
    return picture.bgr()[at] & 0xff;
  }

  @Test
  void paperBecomesWhiteEverywhere() {
    Picture flat = shaded(sheet(PaperTexture.LETTER));
    Shadows.flatten(flat);
    for (double x = 6; x < 205; x += 10) {
      for (double y : new double[] {6, 292}) {
        for (int channel = 0; channel < 3; channel++) {
          assertThat(channel(flat, x, y, channel)).as("%s, %s", x, y).isGreaterThan(236);
        }
      }
    }
  }

  @Test
  void textIsWhatItWas() {
    Picture drawn = sheet(PaperTexture.TABLE);
    Picture flat = shaded(drawn);
    Shadows.flatten(flat);
    assertThat(PerspectiveTest.likeness(flat, drawn)).isGreaterThan(0.97);
  }

  @Test
  void aStampStaysRed() {
    Picture drawn = sheet(PaperTexture.LETTER);
    Picture flat = shaded(drawn);
    Shadows.flatten(flat);
    int red = 0;
    int was = 0;
    for (int i = 0; i < drawn.bgr().length; i += 3) {
      boolean stamp = (drawn.bgr()[i + 2] & 0xff) > 190 && (drawn.bgr()[i + 1] & 0xff) < 60;
      if (stamp) {
        was++;
        boolean stays =
            (flat.bgr()[i + 2] & 0xff) > 170
                && (flat.bgr()[i + 1] & 0xff) < 90
                && (flat.bgr()[i] & 0xff) < 110;
        red += stays ? 1 : 0;
      }
    }
    assertThat(was).isGreaterThan(1000);
    assertThat(red).isGreaterThan(was * 95 / 100);
  }

  @Test
  void aPhotographKeepsItsTones() {
    Picture drawn = sheet(PaperTexture.PHOTO);
    Picture flat = shaded(drawn);
    Shadows.flatten(flat);
    for (double[] at : new double[][] {{26, 44}, {42, 60}, {42, 90}, {58, 50}}) {
      for (int channel = 0; channel < 3; channel++) {
        assertThat(channel(flat, at[0], at[1], channel))
            .as("%s, %s", at[0], at[1])
            .isCloseTo(channel(drawn, at[0], at[1], channel), Offset.offset(26));
      }
    }
  }

  @Test
  void colouredPaperKeepsItsColour() {
    Picture pink = Picture.black(400, 560);
    for (int i = 0; i < pink.bgr().length; i += 3) {
      pink.bgr()[i] = (byte) 150;
      pink.bgr()[i + 1] = (byte) 140;
      pink.bgr()[i + 2] = (byte) 215;
    }
    Shadows.flatten(pink);
    assertThat(pink.bgr()[1] & 0xff).isLessThan(180);
    assertThat(pink.bgr()[2] & 0xff).isGreaterThan(235);
  }

  /** Pale green, yellow, blue, pink and brown paper, in light that falls to two thirds. */
  @ParameterizedTest
  @ValueSource(ints = {0xCDE1CD, 0xFFF0C0, 0xD0E0F5, 0xFFD0D8, 0xD8C8A8})
  void paleColouredPaperIsEvenedAndKeepsItsHue(int rgb) {
    Picture paper = Picture.black(420, 594);
    for (int y = 0; y < paper.height(); y++) {
      for (int x = 0; x < paper.width(); x++) {
        boolean print = x > 60 && x < 360 && y > 60 && y < 540 && y % 24 < 5 && x % 11 < 5;
        double light = 0.98 - 0.33 * x / paper.width();
        for (int i = 0; i < 3; i++) {
          int at = (y * paper.width() + x) * 3 + i;
          paper.bgr()[at] = (byte) (print ? 25 : (rgb >> 8 * i & 0xff) * light);
        }
      }
    }
    Shadows.flatten(paper);
    int most = Math.max(rgb >> 16 & 0xff, Math.max(rgb >> 8 & 0xff, rgb & 0xff));
    for (int x = 12; x < paper.width(); x += 36) {
      for (int y : new int[] {20, 300, 580}) {
        for (int i = 0; i < 3; i++) {
          assertThat(paper.bgr()[(y * paper.width() + x) * 3 + i] & 0xff)
              .as("%06X at %s, %s", rgb, x, y)
              .isCloseTo((rgb >> 8 * i & 0xff) * 252 / most, Offset.offset(9));
        }
      }
    }
  }

  @Test
  void whitePaperUnderASlightlyWarmLampBecomesWhite() {
    for (double warm : new double[] {-0.1, 0, 0.08, 0.16}) {
      Picture paper = Picture.black(420, 594);
      for (int at = 0; at < paper.bgr().length; at += 3) {
        paper.bgr()[at] = (byte) (215 * (1 - Math.max(0, warm)));
        paper.bgr()[at + 1] = (byte) (215 * (1 - Math.abs(warm) / 2));
        paper.bgr()[at + 2] = (byte) (215 * (1 + Math.min(0, warm)));
      }
      Shadows.flatten(paper);
      for (int at = 0; at < paper.bgr().length; at += 299) {
        assertThat(paper.bgr()[at] & 0xff).as("lamp %s", warm).isGreaterThan(246);
      }
    }
  }
}
