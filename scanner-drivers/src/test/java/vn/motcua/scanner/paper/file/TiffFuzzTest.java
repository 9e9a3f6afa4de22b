package vn.motcua.scanner.paper.file;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.fuzz.FuzzContract;
import vn.motcua.scanner.paper.PageImages;
import vn.motcua.scanner.paper.ScannedPage;
import vn.motcua.scanner.paper.TestPages;

/** Any bytes as a TIFF of several pages. */
class TiffFuzzTest extends FuzzContract {
  @Override
  protected List<String> guides() {
    return List.of("vn.motcua.scanner.paper.file.Tiff*", "vn.motcua.scanner.paper.TiffShape");
  }

  @Override
  protected void feed(byte[] input) throws IOException {
    if (input.length < 2 || input[0] != input[1] || (input[0] != 'I' && input[0] != 'M')) {
      return; // not for this reader
    }
    long given = 0;
    try (TiffFile file = TiffFile.open(FileBytes.of(input), "fuzz")) {
      promise(file.pages() >= 1 && file.pages() <= FilePages.MAX_PAGES, "pages");
      for (int i = 0; i < file.pages(); i++) {
        ScannedPage page = file.page(i, i + 1, 300, new Cancellation());
        promise(page.number() == i + 1, "number");
        promise(page.dpi() >= 50 && page.dpi() <= 1200, "density");
        promise(
            page.width() >= 1 && (long) page.width() * page.height() <= PageImages.MAX_PIXELS,
            "size");
        given += page.image().length;
      }
      promise(given <= 64L * (input.length + 1024L) + (8 << 20), "gives far more than it holds");
    } catch (FaultException e) {
      promise(e.fault() instanceof FileFault, "another fault: " + e.fault());
    }
  }

  @Override
  protected Map<String, byte[]> seeds() {
    Map<String, byte[]> seeds = new LinkedHashMap<>();
    for (String each : List.of("CCITT T.6", "CCITT T.4", "LZW", "JPEG", "Deflate", "PackBits")) {
      seeds.put("three of " + each, Tiffs.of(pages(3), each));
    }
    byte[] one = TestPages.tiff(TestPages.page(1, 21, 29));
    seeds.put("one", one);
    seeds.put("cut off", Arrays.copyOf(one, one.length / 2));
    return seeds;
  }

  private static List<java.awt.image.BufferedImage> pages(int count) {
    return java.util.stream.IntStream.rangeClosed(1, count)
        .mapToObj(i -> TestPages.page(i, 21, 29))
        .toList();
  }
}
