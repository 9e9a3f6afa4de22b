package vn.motcua.kiosk.forms;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.util.Matrix;
import vn.motcua.kiosk.pdf.FontFace;
import vn.motcua.kiosk.pdf.PdfFault;
import vn.motcua.kiosk.pdf.StampDrawing;
import vn.motcua.kiosk.pdf.WholeFile;
import vn.motcua.scanner.FaultException;

/** Marks a form that is printed again: "BẢN IN LẠI" above every page, the rest untouched. */
public final class Reprint {
  private static final double SIZE = 8;

  /** From the upper edge of the page, in points: within the margin of every form. */
  private static final double DOWN = 20;

  private Reprint() {}

  /**
   * Writes a marked copy of {@code pdf}.
   *
   * @param time which reprint it is, from 1
   * @throws FaultException with a {@link PdfFault}; no file is written then
   */
  public static void mark(Path pdf, int time, LocalDateTime at, Path out) throws FaultException {
    String mark =
        "BẢN IN LẠI LẦN %d, %s %02d:%02d"
            .formatted(time, VietnameseTime.day(at), at.getHour(), at.getMinute());
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      StampDrawing stamp = new StampDrawing(document, FontFace.BOLD);
      double width = stamp.font().width(mark) * SIZE;
      stamp.content().text(stamp.font(), SIZE, 0, SIZE * 0.3, mark);
      var drawing = stamp.finish(width, SIZE * 1.4);
      for (PDPage page : document.getPages()) {
        float x = (float) ((page.getMediaBox().getWidth() - width) / 2);
        float y = (float) (page.getMediaBox().getHeight() - DOWN);
        try (PDPageContentStream content =
            new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
          content.saveGraphicsState();
          content.transform(Matrix.getTranslateInstance(x, y));
          content.drawForm(drawing);
          content.restoreGraphicsState();
        }
      }
      WholeFile.write(out, document::save);
    } catch (IOException e) {
      throw new FaultException(
          WholeFile.faultOf(e, Objects.requireNonNullElse(out.toAbsolutePath().getParent(), out)),
          e);
    }
  }
}
