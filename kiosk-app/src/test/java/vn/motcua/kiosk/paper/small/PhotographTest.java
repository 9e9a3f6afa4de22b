package vn.motcua.kiosk.paper.small;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import vn.motcua.kiosk.paper.pix.ColourPix;
import vn.motcua.kiosk.paper.pix.GreyPix;

class PhotographTest {
  @Test
  void isOneJpegOfAtMost300DotsPerInchThatLooksAsBefore() throws IOException {
    BufferedImage scan = UnseenPages.draw(UnseenPages.Kind.STAMPED, 200, 3);
    try (ColourPix pix = Drawn.pix(scan)) {
      JpegLayer same = (JpegLayer) Photograph.of(pix, 200).layers().getFirst();
      assertThat(same.width()).isEqualTo(scan.getWidth());
      assertThat(same.grey()).isFalse();
      JpegLayer halved = (JpegLayer) Photograph.of(pix, 600).layers().getFirst();
      assertThat(halved.width()).isEqualTo(scan.getWidth() / 2);

      BufferedImage drawn = Drawn.render(Photograph.of(pix, 200), 144);
      try (GreyPix a = Drawn.grey(Drawn.scaled(scan, drawn.getWidth(), drawn.getHeight()));
          GreyPix b = Drawn.grey(drawn)) {
        assertThat(Ssim.ofText(a, b).orElseThrow()).isGreaterThan(0.75);
      }
    }
  }

  @Test
  void aGreyPageStaysGrey() {
    try (GreyPix grey = Drawn.grey(new BufferedImage(50, 50, BufferedImage.TYPE_INT_RGB))) {
      assertThat(((JpegLayer) Photograph.of(grey, 200).layers().getFirst()).grey()).isTrue();
    }
  }
}
