package vn.motcua.kiosk.paper.small;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bytedeco.leptonica.global.leptonica.pixCreate;
import static org.bytedeco.leptonica.global.leptonica.pixSetPixel;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import org.bytedeco.leptonica.PIX;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.kiosk.paper.page.BadPageException;
import vn.motcua.kiosk.paper.pix.BitPix;
import vn.motcua.kiosk.paper.pix.ColourPix;
import vn.motcua.kiosk.paper.pix.GreyPix;

/** A page is small afterwards, and looks as before. */
class MixedRasterTest {
  @ParameterizedTest
  @Tag("long")
  @CsvSource({"STAMPED, 200, 150", "TINTS, 300, 75"})
  void aPageIsSmallAndItsTextLooksAsBefore(UnseenPages.Kind kind, int dpi, int kilobytes)
      throws IOException, BadPageException {
    BufferedImage scan = UnseenPages.draw(kind, dpi, 11);

    MixedPage page = Drawn.mixed(Drawn.jpeg(scan), dpi);

    assertThat(page.size()).isLessThan(kilobytes * 1000);
    BufferedImage drawn = Drawn.render(page, 100);
    BufferedImage before = Drawn.scaled(scan, drawn.getWidth(), drawn.getHeight());
    try (GreyPix a = Drawn.grey(before);
        GreyPix b = Drawn.grey(drawn)) {
      // PDFBox shrinks stencils less smoothly than viewers do, which show 0.9.
      assertThat(Ssim.ofText(a, b).orElseThrow()).isGreaterThan(0.75);
    }
  }

  @Test
  void aStampStaysRedAndTheTextUnderItIsThere() throws IOException {
    BufferedImage scan = UnseenPages.draw(UnseenPages.Kind.STAMPED, 200, 3);
    BufferedImage drawn;
    try (ColourPix pix = Drawn.pix(scan)) {
      drawn = Drawn.render(MixedRaster.of(pix, 200), 100);
    }
    BufferedImage before = Drawn.scaled(scan, drawn.getWidth(), drawn.getHeight());

    double[] was = hue(before);
    double[] is = hue(drawn);

    assertThat(is[1]).as("red pixels").isBetween(0.75 * was[1], 1.3 * was[1]);
    assertThat(Math.abs(is[0] - was[0])).as("turn of the hue, degrees").isLessThan(6);
  }

  /** The mean hue of clearly red pixels in degrees about red, and how many there are. */
  private static double[] hue(BufferedImage image) {
    double sum = 0;
    int count = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        Color c = new Color(image.getRGB(x, y));
        if (c.getRed() > c.getGreen() + 60 && c.getRed() > c.getBlue() + 50) {
          float hue = Color.RGBtoHSB(c.getRed(), c.getGreen(), c.getBlue(), new float[3])[0];
          sum += hue > 0.5 ? hue - 1 : hue;
          count++;
        }
      }
    }
    return new double[] {360 * sum / Math.max(1, count), count};
  }

  @Test
  @Tag("long")
  void faintThingsAreKept() throws IOException, BadPageException {
    BufferedImage scan = UnseenPages.draw(UnseenPages.Kind.HAND_FILLED, 200, 5);
    BufferedImage drawn = Drawn.render(Drawn.mixed(Drawn.jpeg(scan), 200), 100);
    BufferedImage before = Drawn.scaled(scan, drawn.getWidth(), drawn.getHeight());

    // Pencil, and print in light grey.
    for (int[] mm : new int[][] {{30, 228, 92, 240}, {119, 234, 170, 243}}) {
      assertThat(ink(drawn, mm)).isBetween(0.8 * ink(before, mm), 1.25 * ink(before, mm));
    }
  }

  /** How much darker than paper a part of a page is, summed. */
  private static double ink(BufferedImage page, int[] mm) {
    double sum = 0;
    int paper = page.getRGB(page.getWidth() / 2, (int) (285 / 25.4 * 100)) & 0xFF;
    for (int y = (int) (mm[1] / 25.4 * 100); y < mm[3] / 25.4 * 100; y++) {
      for (int x = (int) (mm[0] / 25.4 * 100); x < mm[2] / 25.4 * 100; x++) {
        sum += Math.max(0, paper - (page.getRGB(x, y) & 0xFF) - 15);
      }
    }
    return sum;
  }

  @Test
  @Tag("long")
  void aPictureInDotsIsPhotographed() throws IOException, BadPageException {
    BufferedImage scan = UnseenPages.draw(UnseenPages.Kind.HALFTONE, 300, 5);

    MixedPage page = Drawn.mixed(Drawn.jpeg(scan), 300);

    assertThat(page.size()).isLessThan(250_000);
    for (Layer layer : page.layers()) {
      if (layer instanceof MaskLayer mask) {
        BitSet bits = CodingTest.decoded(mask);
        int middle = (int) (180 / 25.4 * 300) * mask.width();
        int from = middle + (int) (50 / 25.4 * 300);
        int to = middle + (int) (150 / 25.4 * 300);
        assertThat(bits.get(from, to).cardinality()).isZero();
      }
    }
  }

  @Test
  void equalInputGivesEqualBytes() throws IOException, BadPageException {
    byte[] scan = Drawn.jpeg(UnseenPages.draw(UnseenPages.Kind.TINTS, 200, 2));
    MixedPage first = Drawn.mixed(scan, 200);
    MixedPage second = Drawn.mixed(scan, 200);
    assertThat(second.layers()).hasSameSizeAs(first.layers());
    for (int i = 0; i < first.layers().size(); i++) {
      assertThat(second.layers().get(i).bytes()).isEqualTo(first.layers().get(i).bytes());
      assertThat(second.layers().get(i).place()).isEqualTo(first.layers().get(i).place());
    }
  }

  @Test
  void blackAndWhiteIsKeptBitByBit() throws IOException {
    PIX pix = pixCreate(211, 97, 1);
    for (int i = 0; i < 4000; i++) {
      pixSetPixel(pix, i * 7919 % 211, i * 104729 % 97, 1);
    }
    try (BitPix bits = new BitPix(pix)) {
      Layer only = MixedRaster.of(bits, 200).layers().getFirst();
      assertThat(only).isInstanceOf(MaskLayer.class);
      assertThat(CodingTest.decoded((MaskLayer) only)).isEqualTo(CodingTest.bits(pix));
    }
  }

  @Test
  void aCoarsePageAndAnEmptyOneAreSingleJpegs() throws IOException {
    BufferedImage coarse = Drawn.scaled(UnseenPages.draw(UnseenPages.Kind.TINTS, 200, 2), 620, 877);
    BufferedImage empty = new BufferedImage(1240, 1754, BufferedImage.TYPE_INT_RGB);
    empty.createGraphics().fillRect(0, 0, 1240, 1754);
    try (ColourPix small = Drawn.pix(coarse);
        ColourPix white = Drawn.pix(empty)) {
      assertThat(MixedRaster.of(small, 75).layers()).singleElement().isInstanceOf(JpegLayer.class);
      MixedPage blank = MixedRaster.of(white, 150);
      assertThat(blank.layers()).singleElement().isInstanceOf(JpegLayer.class);
      assertThat(blank.size()).isLessThan(4000);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "7, 3", "17, 400", "333, 65"})
  void anySizeIsTaken(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    image.setRGB(width / 2, height / 2, 0xFFFFFF);
    for (int dpi : new int[] {150, 300, 600}) {
      try (ColourPix pix = Drawn.pix(image)) {
        assertThat(MixedRaster.of(pix, dpi).layers()).isNotEmpty();
      }
    }
  }

  @Test
  void aSpoiltJpegIsRefused() {
    assertThatThrownBy(() -> Drawn.mixed(new byte[] {-1, -40, -1, 0, 3}, 300))
        .isInstanceOf(BadPageException.class);
  }

  @Test
  void nativeMemoryIsGivenBack() throws IOException, BadPageException {
    leaksNothing(5, 200);
  }

  @Test
  @Tag("long")
  void nativeMemoryIsGivenBackForManyPages() throws IOException, BadPageException {
    leaksNothing(200, 300);
  }

  private static void leaksNothing(int pages, int dpi) throws IOException, BadPageException {
    byte[] scan = Drawn.jpeg(UnseenPages.draw(UnseenPages.Kind.TINTS, dpi, 2));
    for (int warm = 0; warm < 3; warm++) {
      Drawn.mixed(scan, dpi);
    }
    long before = alive();
    for (int page = 0; page < pages; page++) {
      Drawn.mixed(scan, dpi);
    }
    // One page of light, kept each time, would be 4 to 9 MB.
    assertThat(alive() - before).isLessThan((1L << 20) * pages + (16L << 20));
  }

  /** Bytes of memory outside the Java heap's reservation: what malloc has, as Linux counts it. */
  private static long alive() throws IOException {
    Path maps = Path.of("/proc/self/statm");
    if (!Files.exists(maps)) {
      return 0;
    }
    System.gc();
    List<String> fields = List.of(Files.readString(maps).split(" "));
    return Long.parseLong(fields.get(5)) * 4096;
  }
}
