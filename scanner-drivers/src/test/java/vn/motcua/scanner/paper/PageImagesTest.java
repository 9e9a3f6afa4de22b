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
  void theEndOfAJpegIsFoundWhereverItFalls() throws Exception {
    byte[] whole = TestPages.jpeg(PAGE);
    int data = entropy(whole);
    for (int filled = 0; filled < 40; filled++) {
      byte[] jpeg = Arrays.copyOf(whole, data + filled + 2);
      // Stuffed bytes, a restart and fill bytes end nothing, at whatever distance.
      for (int at = data; at + 1 < data + filled; at += 3) {
        jpeg[at] = (byte) 0xff;
        jpeg[at + 1] = (byte) (at % 2 == 0 ? 0 : 0xd3);
      }
      jpeg[data + filled] = (byte) 0xff;
      jpeg[data + filled + 1] = (byte) 0xd9;
      if (filled > 0 && jpeg[data + filled - 1] == (byte) 0xff) {
        jpeg[data + filled - 1] = 1;
      }
      assertThat(PageImages.check(jpeg).width()).as("after " + filled).isEqualTo(211);
      assertThat(PageImages.check(Arrays.copyOf(jpeg, jpeg.length + 30)).width()).isEqualTo(211);
      assertBad(Arrays.copyOf(jpeg, jpeg.length - 1));
      jpeg[data + filled + 1] = 0;
      assertBad(jpeg);
    }
  }

  /** Where the coded data of the first scan begin. */
  private static int entropy(byte[] jpeg) {
    int at = 2;
    while ((jpeg[at + 1] & 0xff) != 0xda) {
      at += 2 + ((jpeg[at + 2] & 0xff) << 8 | (jpeg[at + 3] & 0xff));
    }
    return at + 2 + ((jpeg[at + 2] & 0xff) << 8 | (jpeg[at + 3] & 0xff));
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
