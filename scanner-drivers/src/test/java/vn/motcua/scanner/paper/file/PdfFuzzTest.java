package vn.motcua.scanner.paper.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.fuzz.FuzzContract;
import vn.motcua.scanner.paper.PageImages;
import vn.motcua.scanner.paper.ScannedPage;
import vn.motcua.scanner.paper.TestPages;

/** Any bytes as a PDF; its pages are kept small, for a million inputs are to be tried. */
class PdfFuzzTest extends FuzzContract {
  private static final PdfLimits SMALL = new PdfLimits(10_000, 1_000_000, Duration.ofMillis(300));

  @Override
  protected List<String> guides() {
    return List.of("vn.motcua.scanner.paper.file.*", "org.apache.pdfbox.pdfparser.*");
  }

  @Override
  protected void feed(byte[] input) throws IOException {
    try (PdfFile file = PdfFile.open(FileBytes.of(input), "fuzz", SMALL)) {
      promise(file.pages() >= 1 && file.pages() <= FilePages.MAX_PAGES, "pages");
      for (int i = 0; i < Math.min(3, file.pages()); i++) {
        ScannedPage page = file.page(i, i + 1, 300, new Cancellation());
        promise(page.number() == i + 1, "number");
        promise(page.dpi() >= 50 && page.dpi() <= 1200, "density");
        PageImages.Facts facts = PageImages.check(page.image());
        promise(facts.width() == page.width() && facts.height() == page.height(), "size");
      }
    } catch (FaultException e) {
      promise(e.fault() instanceof FileFault, "another fault: " + e.fault());
    }
  }

  @Override
  protected Map<String, byte[]> seeds() {
    Map<String, byte[]> seeds = new LinkedHashMap<>();
    byte[] jpeg = TestPages.jpeg(TestPages.page(1, 60, 60));
    byte[] one = small(Pdfs.jpeg(jpeg));
    seeds.put("one jpeg", one);
    seeds.put("cut off", Arrays.copyOf(one, one.length - 20));
    seeds.put("lossless", small(Pdfs.lossless(TestPages.page(1, 20, 20))));
    seeds.put("g4", small(Pdfs.g4(Tiffs.bits(TestPages.page(1, 40, 40)))));
    seeds.put(
        "drawn",
        small((document, page, content) -> {
          content.addRect(10, 10, 20, 20);
          content.fill();
        }));
    seeds.put("locked", Pdfs.locked(jpeg));
    seeds.put("by hand", byHand("/Count 1/Kids[3 0 R]"));
    seeds.put("a circle of pages", byHand("/Count 9/Kids[2 0 R 3 0 R 2 0 R]"));
    seeds.put("a lie about pages", byHand("/Count 2000000000/Kids[3 0 R]"));
    return seeds;
  }

  private static byte[] small(Pdfs.Drawing drawing) {
    return Pdfs.of(
        List.of(drawing), document -> document.getPage(0).setMediaBox(new PDRectangle(60, 60)));
  }

  private static byte[] byHand(String pages) {
    return ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages"
            + pages
            + ">>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 60 60]/Contents 4 0 R>>endobj\n"
            + "4 0 obj<</Length 16>>stream\n5 5 20 20 re f  \nendstream endobj\n"
            + "trailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n")
        .getBytes(StandardCharsets.US_ASCII);
  }
}
