package vn.motcua.kiosk.paper.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.kiosk.paper.TestPages;
import vn.motcua.kiosk.paper.pix.GreyPix;

class DeskewTest {
  @ParameterizedTest
  @ValueSource(doubles = {-10.5, -8, -5, -3, -1.4, -0.6, 0, 0.5, 1.7, 3, 6.5, 11})
  void findsHowFarThePageLeans(double skew) {
    BufferedImage page =
        TestPages.as(TestPages.draw(200, skew, false, false), BufferedImage.TYPE_BYTE_BINARY);
    try (GreyPix grey = GreyPix.ofBitonal(page)) {
      assertThat(Posture.of(grey, 200).degrees()).isCloseTo(-skew, within(0.1));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-4.3, 0.45, 2.2})
  void findsItOnTablesAndInShadows(double skew) {
    List<CleanPages> pages =
        List.of(
            CleanPages.a4(1, 200).lean(skew).table(30, 24, 5, 9, 11),
            CleanPages.a4(2, 200).lean(skew).lines(30, 250, "BeVietnamPro_400Regular", 10, false),
            CleanPages.a4(3, 200)
                .lean(skew)
                .lines(30, 250, CleanPages.TINOS, 13, false)
                .light((x, y) -> 1 - 0.6 * x));
    for (CleanPages page : pages) {
      try (GreyPix grey = page.noise(3).grey()) {
        assertThat(Posture.of(grey, 200).degrees()).isCloseTo(-skew, within(0.05));
      }
    }
  }

  @Test
  void leavesABlankPageAlone() {
    BufferedImage blank = new BufferedImage(1654, 2339, BufferedImage.TYPE_BYTE_BINARY);
    try (GreyPix black = GreyPix.ofBitonal(blank);
        GreyPix dusty = CleanPages.a4(3, 200).dust(100, 0.6).noise(3).grey()) {
      assertThat(Posture.of(black, 200).degrees()).isZero();
      assertThat(Posture.of(dusty, 200).degrees()).isZero();
    }
  }
}
