package vn.motcua.scanner.paper.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class PerspectiveTest {
  private static final ShotSet SET = new ShotSet(5);

  private static SyntheticShot askew() {
    SyntheticShot shot = SET.varied(4);
    shot.texture = SET.texture(PaperTexture.LETTER);
    shot.table = TableTop.DARK;
    shot.width = 1400;
    shot.height = 1050;
    shot.turn = 0.1;
    shot.tiltX = 0.3;
    shot.tiltY = -0.2;
    shot.hand = false;
    shot.second = false;
    return shot;
  }

  /** Correlation of the brightness of two pictures of one size. */
  static double likeness(Picture a, Picture b) {
    double n = 0;
    double sa = 0;
    double sb = 0;
    double saa = 0;
    double sbb = 0;
    double sab = 0;
    for (int y = 0; y < a.height(); y++) {
      for (int x = 0; x < a.width(); x++) {
        double p = a.grey(x, y);
        double q = b.grey(x, y);
        n++;
        sa += p;
        sb += q;
        saa += p * p;
        sbb += q * q;
        sab += p * q;
      }
    }
    return (n * sab - sa * sb) / Math.sqrt((n * saa - sa * sa) * (n * sbb - sb * sb));
  }

  /** What was drawn, in the size of {@code like}. */
  static Picture original(BufferedImage texture, Picture like) {
    Picture drawn = Picture.of(texture);
    Quad whole =
        new Quad(
            new Point(0, 0),
            new Point(drawn.width(), 0),
            new Point(drawn.width(), drawn.height()),
            new Point(0, drawn.height()));
    return Perspective.warp(drawn, whole, like.width(), like.height());
  }

  @Test
  void theTextStandsWhereItWasDrawn() {
    SyntheticShot shot = askew();
    SyntheticShot.Shot taken = shot.take();
    Quad found = SheetFinder.find(taken.picture()).orElseThrow().corners();
    Perspective.Upright flat = Perspective.upright(taken.picture(), found, SheetSize.A4, 300);
    Shadows.flatten(flat.picture());
    assertThat(likeness(flat.picture(), original(shot.texture, flat.picture())))
        .isGreaterThan(0.85);
  }

  @Test
  void anA4SheetIsKnownAndItsDotsPerInchFollow() {
    SyntheticShot.Shot taken = askew().take();
    Perspective.Upright flat =
        Perspective.upright(taken.picture(), taken.corners(), SheetSize.A4, 300);
    assertThat(flat.sizeKnown()).isTrue();
    assertThat((double) flat.picture().height() / flat.picture().width()).isBetween(1.405, 1.423);
    assertThat(flat.dpi() / 25.4)
        .isBetween(taken.pixelsPerMillimetre() * 0.95, taken.pixelsPerMillimetre() * 1.05);
    assertThat(flat.picture().width() / (flat.dpi() / 25.4)).isBetween(206.0, 214.0);
  }

  @Test
  void aSquareSheetStaysSquare() {
    SyntheticShot shot = askew();
    shot.sheetHeight = 210;
    SyntheticShot.Shot taken = shot.take();
    Perspective.Upright flat =
        Perspective.upright(taken.picture(), taken.corners(), SheetSize.A4, 300);
    assertThat(flat.sizeKnown()).isFalse();
    assertThat((double) flat.picture().height() / flat.picture().width()).isBetween(0.97, 1.03);
  }

  @Test
  void noMorePixelsThanAskedFor() {
    SyntheticShot.Shot taken = askew().take();
    Perspective.Upright flat =
        Perspective.upright(taken.picture(), taken.corners(), SheetSize.A4, 60);
    assertThat(flat.dpi()).isEqualTo(60);
    assertThat(flat.picture().width()).isBetween(490, 502);
  }
}
