package vn.motcua.scanner.paper.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.motcua.scanner.FaultException;

/**
 * Looks at the two ends of a PDF (ISO 32000-1 §7.5): readers mend a file that is cut off, and what
 * was lost would go unnoticed.
 */
final class PdfEnds {
  private static final int HEAD = 1024;
  private static final int TAIL = 1024;

  /** Annex F: the length of the file stands in its first object. */
  private static final Pattern LINEARIZED =
      Pattern.compile("/Linearized\\b[^>]{0,400}?/L\\s+(\\d{1,12})\\b");

  private static final Pattern LINEARIZED_BEHIND =
      Pattern.compile("/L\\s+(\\d{1,12})\\b[^>]{0,400}?/Linearized\\b");

  private PdfEnds() {}

  /** Whether the head of a file is that of a PDF. */
  static boolean begins(byte[] head) {
    return text(head).contains("%PDF-");
  }

  /**
   * Fails unless the end mark stands at the end, and the file is as long as it says.
   *
   * @throws FaultException with {@link FileFault.Unreadable}
   */
  static void check(FileBytes bytes, String name) throws FaultException, IOException {
    int length = (int) Math.min(TAIL, bytes.size());
    String tail = text(bytes.read(bytes.size() - length, length));
    if (!tail.contains("%%EOF")) {
      throw FilePages.unreadable(name, "PDF without its end");
    }
    String head = text(bytes.read(0, (int) Math.min(HEAD, bytes.size())));
    for (Pattern each : new Pattern[] {LINEARIZED, LINEARIZED_BEHIND}) {
      Matcher said = each.matcher(head);
      if (said.find() && Long.parseLong(said.group(1)) > bytes.size()) {
        throw FilePages.unreadable(name, "PDF shorter than it says");
      }
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
  }
}
