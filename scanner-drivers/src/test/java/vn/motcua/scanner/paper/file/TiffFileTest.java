package vn.motcua.scanner.paper.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ImageFormat;
import vn.motcua.scanner.paper.PageImages;
import vn.motcua.scanner.paper.ScannedPage;
import vn.motcua.scanner.paper.TestPages;

class TiffFileTest {
  private static List<ScannedPage> pages(byte[] tiff) throws Exception {
    List<ScannedPage> pages = new ArrayList<>();
    try (PageFile file = FilePages.open(FileBytes.of(tiff), "test.tif")) {
      for (int i = 0; i < file.pages(); i++) {
        pages.add(file.page(i, i + 1, 200, new Cancellation()));
      }
    }
    return pages;
  }

  private static void refuses(byte[] tiff, FileFault fault) {
    assertThatThrownBy(() -> pages(tiff))
        .isInstanceOfSatisfying(FaultException.class, e -> assertThat(e.fault()).isEqualTo(fault));
  }

  private static final FileFault UNREADABLE = new FileFault.Unreadable("test.tif");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CCITT RLE",
        "CCITT T.4",
        "CCITT T.6",
        "LZW",
        "JPEG",
        "ZLib",
        "PackBits",
        "Deflate"
      })
  void everyPageIsATiffOfItsOwnWithTheSamePixels(String compression) throws Exception {
    List<BufferedImage> drawn = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      drawn.add(TestPages.page(i, 421, 595));
    }
    List<ScannedPage> pages = pages(Tiffs.of(drawn, compression));
    assertThat(pages).hasSize(3);
    for (int i = 0; i < 3; i++) {
      ScannedPage page = pages.get(i);
      assertThat(page.number()).isEqualTo(i + 1);
      assertThat(page.format()).isEqualTo(ImageFormat.TIFF);
      assertThat(page.width()).isEqualTo(421);
      assertThat(page.dpi()).isEqualTo(200);
      PageImages.check(page.image());
      BufferedImage expected =
          compression.startsWith("CCITT") ? Tiffs.bits(drawn.get(i)) : drawn.get(i);
      double least = compression.equals("JPEG") ? 25 : Double.POSITIVE_INFINITY;
      assertThat(TestPages.psnr(expected, TestPages.decode(page.image())))
          .isGreaterThanOrEqualTo(least);
    }
  }

  @Test
  void aSinglePageIsHandedOnByteForByte() throws Exception {
    byte[] tiff = TestPages.tiff(TestPages.page(1, 421, 595));
    assertThat(pages(tiff)).singleElement().extracting(ScannedPage::image).isEqualTo(tiff);
  }

  @Test
  void cutOffAnywhereItIsUnreadable() {
    byte[] whole = Tiffs.many(3, "CCITT T.6");
    for (int length = 4; length < whole.length - 4; length += whole.length / 97) {
      refuses(Arrays.copyOf(whole, length), UNREADABLE);
    }
  }

  /** As long as it will be, its end not yet written. */
  @Test
  void aCopyThatIsFilledUpWithNothingIsUnreadable() {
    for (byte[] each : List.of(Tiffs.many(1, "LZW"), Tiffs.many(3, "CCITT T.6"))) {
      byte[] half = Arrays.copyOf(Arrays.copyOf(each, each.length / 2), each.length);
      refuses(half, UNREADABLE);
    }
  }

  @Test
  void oneThatGoesInACircleIsUnreadable() {
    byte[] tiff = Tiffs.many(2, "LZW");
    ByteBuffer in =
        ByteBuffer.wrap(tiff)
            .order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int first = in.getInt(4);
    int second = in.getInt(first + 2 + 12 * in.getShort(first));
    in.putInt(second + 2 + 12 * in.getShort(second), first);
    refuses(tiff, UNREADABLE);
  }

  /** In the other order of bytes, with a thumbnail between its pages, written by hand. */
  @Test
  void thumbnailsAreNoPagesAndTheOrderOfBytesIsKept() throws Exception {
    ByteBuffer out = ByteBuffer.allocate(500).order(ByteOrder.BIG_ENDIAN);
    out.put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(100);
    out.put(8, new byte[] {0x55, 0x33, 0x0f});
    directory(out, 100, 210, 0, 8);
    directory(out, 210, 320, 1, 9);
    directory(out, 320, 0, 2, 10);
    List<ScannedPage> pages = pages(out.array());
    assertThat(pages).hasSize(2);
    assertThat(pages).allMatch(page -> page.image()[0] == 'M');
    assertThat(TestPages.decode(pages.get(1).image()).getRGB(0, 0) & 0xff).isZero();
    assertThat(TestPages.decode(pages.get(1).image()).getRGB(7, 0) & 0xff).isEqualTo(255);
  }

  /** Eight pixels, one strip, one byte of data. */
  private static void directory(ByteBuffer out, int at, int next, int kind, int data) {
    int[][] entries = {
      {254, 4, kind},
      {256, 4, 8},
      {257, 4, 1},
      {258, 3, 1 << 16},
      {259, 3, 1 << 16},
      {262, 3, 1 << 16},
      {273, 4, data},
      {279, 4, 1}
    };
    out.position(at).putShort((short) entries.length);
    for (int[] each : entries) {
      out.putShort((short) each[0]).putShort((short) each[1]).putInt(1).putInt(each[2]);
    }
    out.putInt(next);
  }

  @Test
  void aCompressionThatNobodyKnowsIsNamed() {
    ByteBuffer out = ByteBuffer.allocate(300).order(ByteOrder.BIG_ENDIAN);
    out.put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(100);
    directory(out, 100, 0, 0, 8);
    out.putInt(100 + 2 + 4 * 12 + 8, 34_712 << 16);
    refuses(out.array(), new FileFault.Kind("test.tif"));
  }

  @Test
  void aPageOfGiantSizeIsNamed() {
    ByteBuffer out = ByteBuffer.allocate(300).order(ByteOrder.BIG_ENDIAN);
    out.put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(100);
    directory(out, 100, 0, 0, 8);
    out.putInt(100 + 2 + 12 + 8, 20_001);
    refuses(out.array(), new FileFault.Size("test.tif"));
  }
}
