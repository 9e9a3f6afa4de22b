package vn.motcua.scanner.paper.simulated.escl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import vn.motcua.scanner.paper.TestPages;

/** Small pages that say how fine they are. */
final class EsclPages {
  /** A4 at 75 dpi. */
  static final int WIDTH = 620;

  static final int HEIGHT = 877;

  /** What to ask for to get such a page as it is. */
  static final String AS_IT_IS =
      """
      <scan:ScanRegions><pwg:ScanRegion>
      <pwg:ContentRegionUnits>escl:ThreeHundredthsOfInches</pwg:ContentRegionUnits>
      <pwg:XOffset>0</pwg:XOffset><pwg:YOffset>0</pwg:YOffset>
      <pwg:Width>2480</pwg:Width><pwg:Height>3508</pwg:Height></pwg:ScanRegion></scan:ScanRegions>
      <scan:XResolution>75</scan:XResolution><scan:YResolution>75</scan:YResolution>
      """;

  private EsclPages() {}

  static byte[] jpeg(int number) {
    try {
      return PictureWriter.write(TestPages.page(number, WIDTH, HEIGHT), PageForm.JPEG, 75, 10);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<byte[]> pile(int pages) {
    return IntStream.rangeClosed(1, pages).mapToObj(EsclPages::jpeg).toList();
  }
}
