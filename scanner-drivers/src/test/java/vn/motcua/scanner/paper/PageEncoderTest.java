package vn.motcua.scanner.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.scanner.FaultException;

class PageEncoderTest {
  private static Rows rows(int width, int height, int channels, boolean bits, RowFill fill) {
    return new Rows() {
      private int y;

      @Override
      public int width() {
        return width;
      }

      @Override
      public int height() {
        return height;
      }

      @Override
      public int channels() {
        return channels;
      }

      @Override
      public boolean bits() {
        return bits;
      }

      @Override
      public void next(byte[] row) throws IOException, FaultException {
        fill.fill(y++, row);
      }
    };
  }

  private interface RowFill {
    void fill(int y, byte[] row) throws IOException, FaultException;
  }

  @Test
  void a4At600DotsPerInchInColourNeedsFarLessThan300Megabytes() throws Exception {
    System.gc();
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      pool.resetPeakUsage();
    }
    long before = heapPeak();
    ScannedPage page =
        PageEncoder.encode(
            1,
            rows(
                4960,
                7016,
                3,
                false,
                (y, row) -> {
                  for (int i = 0; i < row.length; i++) {
                    row[i] = (byte) (i * 7 + y * 3 ^ i >> 5);
                  }
                }),
            600);
    long grown = heapPeak() - before;
    assertThat(PageImages.check(page.image()).dpi()).hasValue(600);
    assertThat(page.width()).isEqualTo(4960);
    // Garbage of the encoder that was not collected yet counts here too.
    assertThat(grown).isLessThan(300L * 1024 * 1024);
  }

  private static long heapPeak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }

  @Test
  void bitsBecomePngWithDensity() throws Exception {
    ScannedPage page =
        PageEncoder.encode(
            3,
            rows(
                19,
                5,
                1,
                true,
                (y, row) -> {
                  row[0] = (byte) 0x80;
                  row[1] = 0;
                  row[2] = 0x20;
                }),
            300);
    assertThat(page.format()).isEqualTo(ImageFormat.PNG);
    assertThat(page.number()).isEqualTo(3);
    assertThat(PageImages.check(page.image()).dpi()).hasValue(300);
    var image = TestPages.decode(page.image());
    assertThat(image.getRGB(0, 0) & 0xffffff).isZero();
    assertThat(image.getRGB(1, 0) & 0xffffff).isEqualTo(0xffffff);
    assertThat(image.getRGB(18, 4) & 0xffffff).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void theSourcesFaultComesThroughTheImageWriter(int channels) {
    assertThatThrownBy(() ->
            PageEncoder.encode(
                1,
                rows(
                    500,
                    500,
                    channels,
                    false,
                    (y, row) -> {
                      if (y == 250) {
                        throw new FaultException(new ScanFault.Jam());
                      }
                    }),
                300))
        .isInstanceOfSatisfying(
            FaultException.class, e -> assertThat(e.fault()).isEqualTo(new ScanFault.Jam()));
    assertThatThrownBy(() ->
            PageEncoder.encode(
                1,
                rows(
                    500,
                    500,
                    channels,
                    false,
                    (y, row) -> {
                      throw new IOException("gone");
                    }),
                300))
        .isInstanceOf(IOException.class)
        .hasMessage("gone");
  }

  @Test
  void aPictureLargerThanAnyPageIsRefusedBeforeARowIsRead() {
    assertThatThrownBy(() ->
            PageEncoder.encode(
                1,
                rows(
                    20_001,
                    1,
                    1,
                    false,
                    (y, row) -> {
                      throw new AssertionError("a row was read");
                    }),
                300))
        .isInstanceOf(FaultException.class);
  }
}
