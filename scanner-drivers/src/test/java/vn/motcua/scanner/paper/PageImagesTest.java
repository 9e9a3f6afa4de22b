package vn.motcua.scanner.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.motcua.scanner.FaultException;

class PageImagesTest {
  private static final BufferedImage PAGE = TestPages.page(1, 211, 297);

  private static byte[] encoded(ImageFormat format) {
    return switch (format) {
      case JPEG -> TestPages.jpeg(PAGE);
      case PNG -> TestPages.png(PAGE);
      case TIFF -> TestPages.tiff(PAGE);
    };
  }

  private static void assertBad(byte[] image) {
    assertThatThrownBy(() -> PageImages.check(image))
        .isInstanceOfSatisfying(
            FaultException.class, e -> assertThat(e.fault()).isEqualTo(new ScanFault.BadImage()));
  }

  @ParameterizedTest
  @EnumSource
  void aWholePictureIsMeasured(ImageFormat format) throws Exception {
    PageImages.Facts info = PageImages.check(encoded(format));
    assertThat(info.format()).isEqualTo(format);
    assertThat(info.width()).isEqualTo(211);
    assertThat(info.height()).isEqualTo(297);
  }

  @ParameterizedTest
  @EnumSource
  void anyPictureCutOffIsBad(ImageFormat format) {
    byte[] whole = encoded(format);
    // TIFF keeps its directory where it likes; what counts is that no pixel is missing.
    int most = format == ImageFormat.TIFF ? whole.length / 2 : whole.length - 1;
    for (int length = 0; length <= most; length += Math.max(1, most / 97)) {
      assertBad(Arrays.copyOf(whole, length));
    }
    assertBad(Arrays.copyOf(whole, most));
  }

  @ParameterizedTest
  @EnumSource
  void damageNeverEscapesAsAnotherException(ImageFormat format) {
    Random random = new Random(7);
    byte[] whole = encoded(format);
    int bad = 0;
    for (int round = 0; round < 300; round++) {
      byte[] damaged = whole.clone();
      for (int i = 0; i < 8; i++) {
        damaged[random.nextInt(Math.min(damaged.length, 600))] = (byte) random.nextInt();
      }
      try {
        PageImages.check(damaged);
      } catch (FaultException e) {
        assertThat(e.fault()).isEqualTo(new ScanFault.BadImage());
        bad++;
      }
    }
    assertThat(bad).isPositive();
  }

  @Test
  void whatIsNoPictureIsBad() {
    assertBad(new byte[0]);
    assertBad("%PDF-1.7".getBytes(StandardCharsets.US_ASCII));
    assertBad(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xd9});
  }

  @Test
  void aPictureOfGiantSizeIsBadWithoutBeingDecoded() {
    byte[] png = TestPages.png(PAGE);
    ByteBuffer header = ByteBuffer.wrap(png);
    header.putInt(16, 20_001);
    CRC32 sum = new CRC32();
    sum.update(png, 12, 17);
    header.putInt(29, (int) sum.getValue());
    assertBad(png);
  }

  @Test
  void bytesBehindTheEndDoNotMatter() throws Exception {
    byte[] jpeg = TestPages.jpeg(PAGE);
    assertThat(PageImages.check(Arrays.copyOf(jpeg, jpeg.length + 100)).width()).isEqualTo(211);
  }
}
