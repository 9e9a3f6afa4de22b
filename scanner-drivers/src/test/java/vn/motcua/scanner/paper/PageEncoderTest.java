package vn.motcua.scanner.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
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

  /** As pixels it would be 104 million bytes: no single copy of them may be made. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void a4At600DotsPerInchNeverStandsInMemoryAsPixels(int channels) throws Exception {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    ScannedPage page =
        PageEncoder.encode(
            1,
            rows(
                4960,
                7016,
                channels,
                false,
                (y, row) -> Arrays.fill(row, (byte) (y / 100 % 2 == 0 ? 250 : 10))),
            600);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(PageImages.check(page.image()).dpi()).hasValue(600);
    assertThat(page.width()).isEqualTo(4960);
    assertThat(TestPages.decode(page.image()).getRaster().getSample(2000, 150, 0)).isBetween(8, 12);
    assertThat(allocated - 4L * page.image().length).isLessThan(25_000_000);
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
