package vn.motcua.kiosk.paper.small;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import vn.motcua.kiosk.paper.pix.GreyPix;

class SsimTest {
  private static BufferedImage page(int ink, int at) {
    BufferedImage page = new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = page.createGraphics();
    g.setColor(new Color(240, 240, 240));
    g.fillRect(0, 0, 200, 100);
    g.setColor(new Color(ink, ink, ink));
    for (int x = 10; x < 190; x += 9) {
      g.fillRect(x + at, 30, 3, 20);
    }
    g.dispose();
    return page;
  }

  @Test
  void equalPicturesAreAlikeAndShiftedOnesAreNot() {
    try (GreyPix page = Drawn.grey(page(20, 0));
        GreyPix same = Drawn.grey(page(20, 0));
        GreyPix shifted = Drawn.grey(page(20, 3));
        GreyPix paler = Drawn.grey(page(90, 0))) {
      assertThat(Ssim.of(page, same)).isCloseTo(1, within(1e-9));
      assertThat(Ssim.ofText(page, same).orElseThrow()).isCloseTo(1, within(1e-9));
      assertThat(Ssim.ofText(page, shifted).orElseThrow()).isLessThan(0.3);
      assertThat(Ssim.ofText(page, paler).orElseThrow()).isBetween(0.7, 0.97);
      assertThat(Ssim.of(page, shifted)).isGreaterThan(Ssim.ofText(page, shifted).orElseThrow());
    }
  }

  @Test
  void knowsTheFormulaForFlatPictures() {
    BufferedImage dark = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
    BufferedImage light = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = light.createGraphics();
    g.setColor(new Color(100, 100, 100));
    g.fillRect(0, 0, 40, 40);
    g.dispose();
    try (GreyPix a = Drawn.grey(dark);
        GreyPix b = Drawn.grey(light)) {
      // Nothing varies: (2ab + C1) / (a² + b² + C1), C1 = 2.55².
      assertThat(Ssim.of(a, b)).isCloseTo(6.5025 / (10000 + 6.5025), within(1e-6));
      assertThat(Ssim.ofText(a, b)).isEmpty();
    }
  }
}
