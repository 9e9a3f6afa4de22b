package vn.motcua.kiosk.paper.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Ink is told from paper: white, grey, shaded and grained. */
class PageInkTest {
  private static final Rectangle2D LEFT = new Rectangle2D.Double(20, 20, 100, 60);
  private static final Rectangle2D RIGHT = new Rectangle2D.Double(180, 20, 100, 60);

  private static BufferedImage paper(int light, int shade, int grain) {
    BufferedImage image = new BufferedImage(300, 400, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(3);
    for (int y = 0; y < 400; y++) {
      for (int x = 0; x < 300; x++) {
        int v = light - shade * x / 300 + (grain == 0 ? 0 : random.nextInt(grain));
        image.setRGB(x, y, v << 16 | v << 8 | v);
      }
    }
    return image;
  }

  private static PageInk ink(BufferedImage image, Color colour, Rectangle2D drawn) {
    Graphics2D on = image.createGraphics();
    on.setColor(colour);
    on.fill(drawn);
    on.dispose();
    return PageInk.of(image, 1);
  }

  @Test
  void evenAFaintHairlineOnWhiteIsInk() {
    PageInk ink =
        ink(paper(255, 0, 0), new Color(240, 240, 240), new Rectangle2D.Double(60, 50, 40, 1));
    assertThat(ink.isFree(LEFT)).isFalse();
    assertThat(ink.isFree(RIGHT)).isTrue();
  }

  @Test
  void shadedAndGrainedPaperIsFreeButALineOnItIsNot() {
    PageInk ink =
        ink(paper(225, 40, 10), new Color(120, 120, 120), new Rectangle2D.Double(60, 50, 40, 1));
    assertThat(ink.isFree(LEFT)).isFalse();
    assertThat(ink.isFree(RIGHT)).isTrue();
  }

  @Test
  void aRedStampAndADarkFieldAreInk() {
    for (Color colour : new Color[] {new Color(225, 150, 150), new Color(120, 120, 120)}) {
      PageInk ink = ink(paper(225, 10, 8), colour, new Rectangle2D.Double(30, 30, 80, 40));
      assertThat(ink.isFree(LEFT)).isFalse();
      assertThat(ink.isFree(RIGHT)).isTrue();
    }
  }

  @Test
  void nothingIsFreeOnADarkSheetOrWhereNothingIsKnown() {
    assertThat(PageInk.of(paper(60, 0, 4), 1).isFree(LEFT)).isFalse();
    assertThat(PageInk.EVERYWHERE.isFree(LEFT)).isFalse();
  }

  @Test
  void placesAreInPointsWhateverTheScale() {
    BufferedImage image = paper(255, 0, 0);
    image.setRGB(25, 25, 0);
    PageInk half = PageInk.of(image, 0.5);
    assertThat(half.isFree(new Rectangle2D.Double(49, 49, 4, 4))).isFalse();
    assertThat(half.isFree(new Rectangle2D.Double(60, 60, 40, 40))).isTrue();
  }
}
