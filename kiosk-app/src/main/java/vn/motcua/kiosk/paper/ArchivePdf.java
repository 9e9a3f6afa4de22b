package vn.motcua.kiosk.paper;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import vn.motcua.kiosk.paper.ocr.PageText;
import vn.motcua.kiosk.paper.ocr.Word;
import vn.motcua.kiosk.paper.page.PagePicture;
import vn.motcua.kiosk.pdf.ArchiveDocument;
import vn.motcua.kiosk.pdf.DocumentInfo;
import vn.motcua.kiosk.pdf.PageContent;
import vn.motcua.kiosk.pdf.UnseenFont;
import vn.motcua.scanner.FaultException;

/**
 * Pages put one behind the other into a PDF/A-2b. A picture is never turned by re-encoding: the
 * page shows it through a matrix. The words lie over it unseen, where they were read.
 */
final class ArchivePdf implements AutoCloseable {
  /** A line's box reaches from its lowest to its highest ink; letters are set a little smaller. */
  private static final double SIZE_OF_LINE = 0.8;

  private static final double SMALLEST = 2;
  private static final double LARGEST = 400;

  private final ArchiveDocument document;

  ArchivePdf(DocumentInfo info, Path scratch) throws IOException {
    document = new ArchiveDocument(info, scratch);
  }

  void add(ReadPage page) throws IOException {
    double width = page.width();
    double height = page.height();
    AffineTransform placed = page.orientation().place(width, height);
    // PDF's y points upwards, so that clockwise is negative.
    placed.preConcatenate(
        AffineTransform.getRotateInstance(-Math.toRadians(page.angle()), width / 2, height / 2));

    PageContent content = new PageContent();
    content.image(image(page.picture()), placed);
    if (!page.text().words().isEmpty()) {
      write(page.text(), height, content);
    }

    // What is turned out of sight at the corners stays within the page's media box (TT 01/2023
    // Đ8.2 b: the whole document); the crop box shows the sheet in its own size.
    Rectangle2D shown = new Rectangle2D.Double(0, 0, width, height);
    Rectangle2D unit = new Rectangle2D.Double(0, 0, 1, 1);
    Rectangle2D whole =
        page.angle() == 0
            ? shown
            : placed.createTransformedShape(unit).getBounds2D().createUnion(shown);
    document.addPage(rectangle(shown), rectangle(whole), content);
  }

  void save(Path target) throws FaultException {
    document.save(target);
  }

  int pages() {
    return document.pages();
  }

  private PDImageXObject image(PagePicture picture) throws IOException {
    return switch (picture) {
      case PagePicture.Jpeg jpeg ->
          document.jpeg(jpeg.bytes(), jpeg.width(), jpeg.height(), jpeg.grey());
      case PagePicture.Bitonal bitonal ->
          document.image(pdf -> CCITTFactory.createFromImage(pdf, bitonal.image()));
    };
  }

  private void write(PageText text, double height, PageContent content) throws IOException {
    UnseenFont font = document.unseenFont();
    content.beginUnseen();
    for (Word word : text.words()) {
      double size = Math.clamp(word.lineHeight() * SIZE_OF_LINE, SMALLEST, LARGEST);
      content.unseen(
          font,
          size,
          word.left(),
          height - word.baseline(),
          Math.max(word.right() - word.left(), 0.1),
          word.text(),
          " ");
    }
    content.endUnseen();
  }

  private static PDRectangle rectangle(Rectangle2D r) {
    return new PDRectangle(
        (float) r.getX(), (float) r.getY(), (float) r.getWidth(), (float) r.getHeight());
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
