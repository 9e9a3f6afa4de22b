package vn.motcua.scanner.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Strips become one picture, at every size and with every encoder. */
class BandedJpegTest {
  private static Stream<Arguments> sizes() {
    return Stream.of(new LeptonicaBands(), new JdkBands())
        .flatMap(encoder ->
            Stream.of(1, 3)
                .flatMap(channels ->
                    Stream.of(
                            new int[] {1, 1},
                            new int[] {17, 127},
                            new int[] {16, 128},
                            new int[] {33, 129},
                            new int[] {250, 1300},
                            new int[] {19_999, 150})
                        .map(size -> Arguments.of(encoder, channels, size[0], size[1]))));
  }

  /** A slope in both directions, told apart by channel. */
  private record Slope(int width, int height, int channels, int[] at) implements Rows {
    @Override
    public boolean bits() {
      return false;
    }

    static int level(int x, int y, int width, int height, int channel) {
      double across = (double) x / width;
      double down = (double) y / height;
      return (int) (255 * (channel == 0 ? down : channel == 1 ? across : (across + down) / 2));
    }

    @Override
    public void next(byte[] row) {
      for (int x = 0; x < width; x++) {
        for (int c = 0; c < channels; c++) {
          row[x * channels + c] = (byte) level(x, at[0], width, height, c);
        }
      }
      at[0]++;
    }
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void stripsBecomeOnePicture(BandEncoder encoder, int channels, int width, int height)
      throws Exception {
    PageBytes out = new PageBytes(PageImages.MAX_BYTES);
    BandedJpeg.encode(new Slope(width, height, channels, new int[1]), 300, 95, out, encoder);
    byte[] jpeg = out.take();
    PageImages.Facts facts = PageImages.check(jpeg);
    assertThat(List.of(facts.width(), facts.height())).containsExactly(width, height);
    assertThat(facts.dpi()).hasValue(300);
    BufferedImage picture = TestPages.decode(jpeg);
    assertThat(picture.getRaster().getNumBands()).isEqualTo(channels);
    for (int y = 0; y < height; y += Math.max(1, height / 40)) {
      for (int x = 0; x < width; x += Math.max(1, width / 40)) {
        if (channels == 1) {
          int level = picture.getRaster().getSample(x, y, 0);
          assertThat(level).isCloseTo(Slope.level(x, y, width, height, 0), within());
        } else {
          int rgb = picture.getRGB(x, y);
          for (int c = 0; c < 3; c++) {
            assertThat(rgb >> (16 - 8 * c) & 0xff)
                .as("%d,%d channel %d", x, y, c)
                .isCloseTo(Slope.level(x, y, width, height, c), within());
          }
        }
      }
    }
  }

  private static org.assertj.core.data.Offset<Integer> within() {
    return org.assertj.core.data.Offset.offset(10);
  }

  @Test
  void stripsOfOtherTablesAreNoPartOfIt() throws Exception {
    JpegJoiner joiner = new JpegJoiner(256, 300, new PageBytes(1 << 20));
    byte[] samples = new byte[128 * 128 * 3];
    joiner.add(new JdkBands().encode(samples, 128, 128, 3, 90));
    assertThatThrownBy(() -> joiner.add(new JdkBands().encode(samples, 128, 128, 3, 50)))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> joiner.add(new byte[200])).isInstanceOf(IOException.class);
  }

  @Test
  void thisMachineEncodesNatively() throws Exception {
    PageBytes best = new PageBytes(1 << 20);
    BandedJpeg.encode(new Slope(100, 300, 3, new int[1]), 200, 80, best);
    PageBytes here = new PageBytes(1 << 20);
    BandedJpeg.encode(new Slope(100, 300, 3, new int[1]), 200, 80, here, new LeptonicaBands());
    assertThat(best.take()).isEqualTo(here.take());
  }
}
