package vn.motcua.kiosk.paper.readback;

/** Digits as Tesseract takes them for letters. */
final class Digits {
  private static final String LETTERS = "OoQDlI|iZzSBGbgq";
  private static final String MEANT = "0000111122586699";

  private Digits() {}

  /** The letters that look like digits made digits; everything else as it is; same length. */
  static String mend(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      int at = LETTERS.indexOf(text.charAt(i));
      out.append(at < 0 ? text.charAt(i) : MEANT.charAt(at));
    }
    return out.toString();
  }

  /** How many characters are digits as they stand. */
  static int count(String text) {
    return (int) text.chars().filter(c -> c >= '0' && c <= '9').count();
  }

  /** Whether most of {@code text} is digits, and the rest looks like some. */
  static boolean looksLikeDigits(String text) {
    int digits = count(text);
    return digits * 2 > text.length() && count(mend(text)) == text.length();
  }
}
