package vn.motcua.kiosk.forms.print;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * Pages as the bytes of an ESC/POS receipt printer, drawn as a raster so that every Vietnamese
 * letter is right whatever code pages the printer has (GS v 0).
 */
public final class EscPos {
  /** Dots per inch of nearly all receipt printers (8 a millimetre). */
  static final float DPI = 203.2f;

  /** Rows sent at once: small printers have little memory. */
  private static final int BAND = 128;

  private static final int DARK = 128;

  private EscPos() {}

  /**
   * All pages of {@code pdf}, each followed by feed and cut; in pieces of whole commands, so that a
   * printer can be asked for its status between two of them.
   *
   * @param dots how many the print head has, 576 for 80 mm paper, 384 for 58 mm; the page's middle
   *     is printed if it is wider, and a page wider than 90 mm is made smaller
   */
  public static List<byte[]> pieces(Path pdf, int dots) throws IOException {
    List<byte[]> out = new ArrayList<>();
    out.add(new byte[] {0x1B, '@'});
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      PDFRenderer renderer = new PDFRenderer(document);
      for (int page = 0; page < document.getNumberOfPages(); page++) {
        float width = document.getPage(page).getMediaBox().getWidth();
        float natural = width / 72 * DPI;
        // Margins of a slip may fall off the head; a sheet must be shrunk to it.
        float dpi = natural <= dots * 1.25f ? DPI : DPI * dots / natural;
        raster(renderer.renderImageWithDPI(page, dpi, ImageType.GRAY), dots, out);
        out.add(new byte[] {0x1B, 'd', 4, 0x1D, 'V', 66, 0});
      }
    }
    return out;
  }

  private static void raster(BufferedImage page, int dots, List<byte[]> pieces) {
    int bytes = dots / 8;
    int left = (page.getWidth() - dots) / 2;
    for (int from = 0; from < page.getHeight(); from += BAND) {
      int rows = Math.min(BAND, page.getHeight() - from);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.writeBytes(
          new byte[] {
            0x1D, 'v', '0', 0, (byte) bytes, (byte) (bytes >> 8), (byte) rows, (byte) (rows >> 8)
          });
      byte[] band = new byte[bytes * rows];
      for (int y = 0; y < rows; y++) {
        for (int x = 0; x < bytes * 8; x++) {
          int at = x + left;
          boolean inside = at >= 0 && at < page.getWidth();
          if (inside && (page.getRGB(at, from + y) & 0xFF) < DARK) {
            band[y * bytes + x / 8] |= (byte) (0x80 >> x % 8);
          }
        }
      }
      out.writeBytes(band);
      pieces.add(out.toByteArray());
    }
  }
}
