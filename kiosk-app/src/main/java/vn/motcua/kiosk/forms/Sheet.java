package vn.motcua.kiosk.forms;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import vn.motcua.kiosk.pdf.ArchiveDocument;
import vn.motcua.kiosk.pdf.DocumentInfo;
import vn.motcua.kiosk.pdf.PageContent;
import vn.motcua.kiosk.pdf.PdfFault;
import vn.motcua.kiosk.pdf.WholeFile;
import vn.motcua.scanner.FaultException;

/** Makes a PDF/A-2b of drawn pages; the common frame of all forms. */
final class Sheet {
  /** Points in a millimetre. */
  static final double MM = 72 / 25.4;

  private Sheet() {}

  /** Draws the pages of a form. */
  @FunctionalInterface
  interface Drawing {
    void draw(ArchiveDocument document, Faces faces) throws IOException;
  }

  /**
   * @throws FaultException with a {@link PdfFault}; no file is written then
   */
  static void write(DocumentInfo info, Path out, Drawing drawing) throws FaultException {
    Path whole = out.toAbsolutePath();
    Path folder = whole.getParent() == null ? whole : whole.getParent();
    try {
      Files.createDirectories(folder);
      try (ArchiveDocument document = new ArchiveDocument(info, folder)) {
        drawing.draw(document, Faces.of(document));
        document.save(out);
      }
    } catch (IOException e) {
      throw new FaultException(WholeFile.faultOf(e, folder), e);
    }
  }

  static void addPage(ArchiveDocument document, double width, double height, PageContent content)
      throws IOException {
    PDRectangle box = new PDRectangle((float) width, (float) height);
    document.addPage(box, box, content);
  }
}
