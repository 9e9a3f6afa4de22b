package vn.motcua.kiosk.paper;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import vn.motcua.kiosk.paper.ocr.PageText;
import vn.motcua.kiosk.paper.ocr.Word;
import vn.motcua.kiosk.paper.page.PagePicture;
import vn.motcua.kiosk.paper.small.JpegLayer;
import vn.motcua.kiosk.paper.small.Layer;
import vn.motcua.kiosk.paper.small.MaskLayer;
import vn.motcua.kiosk.paper.small.Place;
import vn.motcua.kiosk.pdf.ArchiveDocument;
import vn.motcua.kiosk.pdf.DocumentInfo;
import vn.motcua.kiosk.pdf.PageContent;
import vn.motcua.kiosk.pdf.UnseenFont;
import vn.motcua.scanner.FaultException;

/**
 * Pages put one behind the other into a PDF/A-2b; their words are laid over them later, unseen,
 * where they were read. A picture is never turned by re-encoding: the page shows it through a
 * matrix.
 */
final class ArchivePdf implements AutoCloseable {
  /** A line's box reaches from its lowest to its highest ink; letters are set a little smaller. */
  private static final double SIZE_OF_LINE = 0.8;

  private static final double SMALLEST = 2;
  private static final double LARGEST = 400;

  /** A picture in the document, and where it lies on the stored page. */
  private record Painted(PDImageXObject image, int ink, Place place) {}

  private record Page(LookedPage looked, List<Painted> painted) {}

  private final ArchiveDocument document;
  private final List<Page> pages = new ArrayList<>();

  ArchivePdf(DocumentInfo info, Path scratch) throws IOException {
    document = new ArchiveDocument(info, scratch);
  }

  /** Adds a page without its words. */
  void add(LookedPage looked) throws IOException {
    Page page = new Page(looked, painted(looked.picture()));
    pages.add(page);
    PageFrame frame = PageFrame.of(looked, looked.posture().turn());
    document.addPage(rectangle(frame.shown()), rectangle(frame.whole()), pictures(page, frame));
  }

  /**
   * Lays the words over a page, and turns it as they want it.
   *
   * @param index of the page, from 0
   */
  void write(int index, ReadPage read) throws IOException {
    Page page = pages.get(index);
    PageFrame frame = PageFrame.of(page.looked(), read.turn());
    PageContent content = pictures(page, frame);
    if (!read.text().words().isEmpty()) {
      write(read.text(), frame.height(), content);
    }
    document.changePage(index, rectangle(frame.shown()), rectangle(frame.whole()), content);
  }

  /** Writes the file as it is now; may be called again later. */
  void save(Path target) throws FaultException {
    document.save(target);
  }

  int pages() {
    return pages.size();
  }

  private List<Painted> painted(Stored stored) throws IOException {
    return switch (stored) {
      case Stored.Whole(PagePicture picture) -> List.of(new Painted(image(picture), 0, Place.PAGE));
      case Stored.Layered(var mixed) -> {
        List<Painted> layers = new ArrayList<>();
        for (Layer layer : mixed.layers()) {
          layers.add(painted(layer));
        }
        yield layers;
      }
    };
  }

  private Painted painted(Layer layer) throws IOException {
    return switch (layer) {
      case JpegLayer jpeg ->
          new Painted(
              document.jpeg(jpeg.bytes(), jpeg.width(), jpeg.height(), jpeg.grey()),
              0,
              jpeg.place());
      case MaskLayer mask ->
          new Painted(
              document.stencil(mask.bytes(), mask.width(), mask.height()),
              mask.rgb(),
              mask.place());
    };
  }

  private PDImageXObject image(PagePicture picture) throws IOException {
    return switch (picture) {
      case PagePicture.Jpeg jpeg ->
          document.jpeg(jpeg.bytes(), jpeg.width(), jpeg.height(), jpeg.grey());
      case PagePicture.Bitonal bitonal ->
          document.image(pdf -> CCITTFactory.createFromImage(pdf, bitonal.image()));
    };
  }

  private static PageContent pictures(Page page, PageFrame frame) {
    PageContent content = new PageContent();
    for (Painted layer : page.painted()) {
      Place at = layer.place();
      // Places count from the top, PDF's unit square from its foot.
      AffineTransform matrix = new AffineTransform(frame.picture());
      matrix.translate(at.left(), 1 - at.top() - at.height());
      matrix.scale(at.width(), at.height());
      if (layer.image().isStencil()) {
        content.stencil(layer.image(), matrix, layer.ink());
      } else {
        content.image(layer.image(), matrix);
      }
    }
    return content;
  }

  private void write(PageText text, double height, PageContent content) {
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

  @Override
  public void close() throws IOException {
    document.close();
  }

  private static PDRectangle rectangle(Rectangle2D r) {
    return new PDRectangle(
        (float) r.getX(), (float) r.getY(), (float) r.getWidth(), (float) r.getHeight());
  }
}
