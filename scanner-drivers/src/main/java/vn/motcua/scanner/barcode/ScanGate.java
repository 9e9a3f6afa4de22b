package vn.motcua.scanner.barcode;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * The one gate that every scan passes, whatever reader it came from: its text is harmless to look
 * at, store and compare afterwards. Vietnamese that the reader misread is put right where that
 * needs no guess. What the text means is not the gate's business: {@code <script>} is text.
 */
public final class ScanGate {
  /** Bytes of the text in UTF-8. */
  public static final int MAX_BYTES = 512;

  /** Bytes that may stand around it: the symbology in front, the end of line and a tab behind. */
  public static final int MAX_FRAME_BYTES = MAX_BYTES + 8;

  /** Marks on one letter, beside those that are one character with it. */
  private static final int MOST_MARKS = 3;

  /** A symbology identifier, for example {@code ]Q3} (ISO/IEC 15424 §5). */
  private static final Pattern SYMBOLOGY = Pattern.compile("^][A-Za-z][0-9A-Za-z]");

  /** What stands where somebody before us could not read a character. */
  private static final int REPLACEMENT = 0xFFFD;

  /** Letters and signs by their kind, and nothing to the eye: fillers of Hangul, empty Braille. */
  private static final String FILLERS = "\u115F\u1160\u2800\u3164\uFFA0";

  private final String reader;

  /**
   * @param reader the id that the events bear
   */
  public ScanGate(String reader) {
    this.reader = reader;
  }

  /** The event for the bytes of one scan. */
  public BarcodeEvent accept(byte[] scan) {
    int length = withoutEnding(scan);
    if (length > MAX_FRAME_BYTES) {
      return refused(new BarcodeFault.TooLong());
    }
    byte[] inner = Arrays.copyOf(scan, length);
    try {
      // A fresh decoder reports what is not UTF-8 instead of replacing it.
      return check(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(inner)).toString());
    } catch (CharacterCodingException e) {
      return MisreadVietnamese.read(inner)
          .map(this::check)
          .orElseGet(() -> refused(new BarcodeFault.NotText()));
    }
  }

  /** The event for a scan that came as characters, from a reader that types. */
  public BarcodeEvent accept(String scan) {
    int end = scan.length();
    while (end > 0 && isEnding(scan.charAt(end - 1))) {
      end--;
    }
    if (end > MAX_FRAME_BYTES) {
      return refused(new BarcodeFault.TooLong());
    }
    return check(scan.substring(0, end));
  }

  private BarcodeEvent check(String raw) {
    String bare = SYMBOLOGY.matcher(raw).replaceFirst("");
    String text = MisreadVietnamese.repair(bare).orElse(bare);
    if (text.codePoints().noneMatch(ScanGate::visible)
        || !text.codePoints().allMatch(ScanGate::harmless)) {
      return refused(new BarcodeFault.NotText());
    }
    String normal = Normalizer.normalize(text, Normalizer.Form.NFC);
    if (towers(normal)) {
      return refused(new BarcodeFault.NotText());
    }
    if (normal.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      return refused(new BarcodeFault.TooLong());
    }
    return new BarcodeEvent.Scanned(reader, normal);
  }

  /**
   * Marks that would be drawn over what stands before or above the text: one at its beginning, or
   * more on a letter than any spelling puts there.
   */
  private static boolean towers(String text) {
    int marks = MOST_MARKS; // none may come first
    for (int character : text.codePoints().toArray()) {
      if (!isMark(character)) {
        marks = 0;
      } else if (marks++ >= MOST_MARKS) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMark(int character) {
    return switch (Character.getType(character)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
      default -> false;
    };
  }

  private BarcodeEvent refused(BarcodeFault fault) {
    return new BarcodeEvent.Refused(reader, fault);
  }

  private static int withoutEnding(byte[] scan) {
    int end = scan.length;
    while (end > 0 && isEnding((char) scan[end - 1])) {
      end--;
    }
    return end;
  }

  private static boolean isEnding(char c) {
    return c == '\r' || c == '\n' || c == '\t';
  }

  /** Whether anything of it is seen. */
  private static boolean visible(int character) {
    return !Character.isWhitespace(character) && !Character.isSpaceChar(character);
  }

  private static boolean harmless(int character) {
    if (character == REPLACEMENT || FILLERS.indexOf(character) >= 0) {
      return false;
    }
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
