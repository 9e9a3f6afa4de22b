package vn.motcua.kiosk.forms.receipt;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * A hash of all words that can be seen on a receipt's pages, in their order and without blanks; the
 * mark of a reprint does not count, and codes are no words.
 */
public final class ReceiptContent {
  /** The mark of a reprint as it stands in the text of a page. */
  private static final Pattern REPRINT =
      Pattern.compile(
          "BẢN\\s+IN\\s+LẠI\\s+LẦN\\s+[0-9]{1,4},\\s+[0-9]{2}/[0-9]{2}/[0-9]{4}\\s+[0-9]{2}:[0-9]{2}");

  /** 160 bits: nobody finds another text for it. */
  static final int BYTES = 20;

  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0]+");

  private ReceiptContent() {}

  /**
   * The hash of the receipt in {@code pdf} as 32 letters and digits; empty if no words can be seen
   * in it (a scanned picture).
   *
   * @throws IOException if it cannot be read
   */
  public static Optional<String> of(Path pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      return of(document);
    } catch (RuntimeException spoiled) {
      throw new IOException("a spoiled PDF", spoiled);
    }
  }

  static Optional<String> of(PDDocument document) throws IOException {
    String words = REPRINT.matcher(words(document)).replaceAll("");
    String bare = BLANKS.matcher(Normalizer.normalize(words, Normalizer.Form.NFC)).replaceAll("");
    if (bare.isEmpty()) {
      return Optional.empty();
    }
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(bare.getBytes(StandardCharsets.UTF_8));
      return Optional.of(Base32.encode(Arrays.copyOf(hash, BYTES)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  /** Whether something lies on a page that a receipt of ours never has: pictures, notes, fields. */
  static boolean isCovered(PDDocument document) throws IOException {
    for (PDPage page : document.getPages()) {
      if (!page.getAnnotations().isEmpty()) {
        return true;
      }
      for (COSName name : page.getResources().getXObjectNames()) {
        if (page.getResources().isImageXObject(name)) {
          return true;
        }
      }
    }
    return false;
  }

  private static String words(PDDocument document) throws IOException {
    PDFTextStripper seen =
        new PDFTextStripper() {
          @Override
          protected void processTextPosition(TextPosition text) {
            // Recognised text behind a scanned picture is not what the paper says.
            if (getGraphicsState().getTextState().getRenderingMode() != RenderingMode.NEITHER) {
              super.processTextPosition(text);
            }
          }
        };
    StringWriter words = new StringWriter();
    seen.writeText(document, words);
    return words.toString();
  }
}
