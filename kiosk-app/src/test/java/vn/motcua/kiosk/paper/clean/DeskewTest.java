package vn.motcua.kiosk.paper.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.kiosk.paper.TestPages;
import vn.motcua.kiosk.paper.pix.GreyPix;

class DeskewTest {
  @ParameterizedTest
  @ValueSource(doubles = {-8, -5, -3, -1.4, -0.6, 0, 0.5, 1.7, 3, 6.5})
  void findsHowFarThePageLeans(double skew) {
    BufferedImage page =
        TestPages.as(TestPages.draw(200, skew, false, false), BufferedImage.TYPE_BYTE_BINARY);
    try (GreyPix grey = GreyPix.ofBitonal(page)) {
      assertThat(Deskew.angle(grey)).isCloseTo(-skew, within(0.2));
    }
  }

  @Test
  void leavesABlankPageAlone() {
    BufferedImage blank = new BufferedImage(1654, 2339, BufferedImage.TYPE_BYTE_BINARY);
    try (GreyPix black = GreyPix.ofBitonal(blank)) {
      assertThat(Deskew.angle(black)).isZero();
    }
  }
}
