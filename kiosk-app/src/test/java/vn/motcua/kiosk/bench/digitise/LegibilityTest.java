package vn.motcua.kiosk.bench.digitise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class LegibilityTest {
  private static final List<PlacedWord> WORDS = List.of(new PlacedWord("x", 5, 5, 45, 20));

  @Test
  void equalTextIsWhollyAlikeAndMissingTextIsNot() {
    double same = Legibility.ssim(striped(2), striped(2), WORDS);
    double gone = Legibility.ssim(striped(2), striped(0), WORDS);

    assertThat(same).isEqualTo(1, within(1e-9));
    assertThat(gone).isLessThan(0.1);
  }

  @Test
  void whatIsBesideTheWordsDoesNotCount() {
    BufferedImage other = striped(2);
    Graphics2D pen = other.createGraphics();
    pen.setColor(Color.BLACK);
    pen.fillRect(0, 60, 100, 40);
    pen.dispose();

    assertThat(Legibility.ssim(striped(2), other, WORDS)).isEqualTo(1, within(1e-9));
    assertThat(Legibility.ssim(striped(2), other, List.of())).isNaN();
  }

  private static BufferedImage striped(int width) {
    BufferedImage image = new BufferedImage(100, 100, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, 100, 100);
    pen.setColor(Color.BLACK);
    for (int x = 0; x < 100; x += 6) {
      pen.fillRect(x, 0, width, 100);
    }
    pen.dispose();
    return image;
  }
}
