package vn.motcua.kiosk.paper.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.kiosk.paper.page.Orientation;
import vn.motcua.kiosk.paper.pix.ColourPix;
import vn.motcua.kiosk.paper.pix.GreyPix;

/** Pictures that are no pages: each step answers, and changes nothing. */
class OddPicturesTest {
  @ParameterizedTest
  @CsvSource({
    "1, 1, 255",
    "1, 900, 255",
    "900, 1, 0",
    "3, 3, 0",
    "17, 33, 128",
    "40, 40, 255",
    "120, 90, 0",
    "200, 2000, 255",
    "300, 300, 12"
  })
  void areLeftAsTheyAre(int width, int height, int tone) {
    double dpi = 200;
    CleanPages drawn =
        new CleanPages(
            1, dpi, width * 25.4 / dpi, height * 25.4 / dpi, new Color(tone, tone, tone));
    try (ColourPix colour = drawn.colour();
        GreyPix grey = colour.luminance()) {
      assertThat(grey.width()).isEqualTo(width);
      assertThat(Posture.of(grey, dpi).turn()).isEqualTo(Orientation.UPRIGHT);
      assertThat(Posture.of(grey, 200).degrees()).isZero();
      assertThat(SheetCrop.of(grey, dpi).cropped()).isFalse();
      assertThat(BlankPage.of(colour, dpi).why()).isEqualTo(BlankPage.of(grey, dpi).why());
      assertThat(PageKind.of(colour, dpi).reasons()).isNotEmpty();
      assertThat(PageKind.of(grey, dpi).reasons()).isNotEmpty();
      Flatten flatten = Flatten.of(grey, dpi);
      assertThat(flatten.needed()).isFalse();
      try (GreyPix flat = flatten.apply(grey)) {
        assertThat(flat.height()).isEqualTo(height);
      }
    }
  }
}
