package vn.motcua.kiosk.ui.counter;

import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.image.Image;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import vn.motcua.kiosk.ui.kit.PageImage;

/** The first page of a receipt as a picture. Safe on any thread. */
final class ReceiptPage {
  private ReceiptPage() {}

  /**
   * @param dpi dots per inch, 72 to 300
   */
  static Image render(Path pdf, float dpi) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      return PageImage.of(new PDFRenderer(document).renderImageWithDPI(0, dpi, ImageType.RGB));
    }
  }
}
