package vn.motcua.scanner.paper.file;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import vn.motcua.scanner.paper.ScannedPage;

/**
 * The picture of a scanned page as the scanner made it, if the page is nothing else: upright,
 * opaque, without masks, and as large as the page. In doubt the page is drawn.
 */
final class WholePagePicture {
  private static final double POINTS_PER_INCH = 72;
  private static final double SQUARE_WITHIN = 0.02;
  private static final List<String> UNSEEN = List.of("Link", "Popup");

  private WholePagePicture() {}

  static Optional<ScannedPage> of(PDPage page, int number, PdfWatch watch) throws IOException {
    if (page.getRotation() != 0 || page.getUserUnit() != 1) {
      return Optional.empty();
    }
    for (PDAnnotation each : page.getAnnotations()) {
      if (!UNSEEN.contains(each.getSubtype())) {
        return Optional.empty();
      }
    }
    Optional<PageInk.Filling> found = PageInk.only(page, watch);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    PageInk.Filling filling = found.get();
    double across = filling.picture().getWidth() / filling.width() * POINTS_PER_INCH;
    double down = filling.picture().getHeight() / filling.height() * POINTS_PER_INCH;
    int dpi = (int) Math.round(across);
    if (Math.abs(across / down - 1) > SQUARE_WITHIN || dpi < 50 || dpi > 1200) {
      return Optional.empty();
    }
    List<COSName> filters = PdfPictures.filters(filling.picture().getCOSObject());
    if (filters.equals(List.of(COSName.DCT_DECODE))) {
      return WholePageJpeg.of(filling.picture(), number, dpi);
    }
    return filters.equals(List.of(COSName.CCITTFAX_DECODE))
        ? WholePageFax.of(filling.picture(), number, dpi)
        : Optional.empty();
  }
}
