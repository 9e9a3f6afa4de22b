package vn.motcua.kiosk.table;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in a cell, read strictly: a value, or nothing. */
public final class Cells {
  /** Spreadsheets write {@code ="0123"} so that leading noughts stay. */
  private static final Pattern KEPT_AS_TEXT = Pattern.compile("=\"([^\"]*)\"");

  private static final int MOST_DIGITS = 15;

  private Cells() {}

  /** The name of a column, as it is compared: NFC, without blanks around it. */
  public static String heading(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC).strip();
  }

  /**
   * A text in one line (NFC, blanks folded), as people write it. Nothing if it is longer than
   * {@code most} characters, has control or format characters, or is a formula, which the next
   * spreadsheet would carry out.
   */
  public static Optional<String> text(String cell, int most) {
    Matcher kept = KEPT_AS_TEXT.matcher(cell.strip());
    String plain = kept.matches() ? kept.group(1) : cell;
    if (plain.length() > 8L * most || hasControls(plain)) {
      return Optional.empty();
    }
    String line =
        Normalizer.normalize(plain, Normalizer.Form.NFC).replaceAll("[\\s\\p{Z}]+", " ").strip();
    boolean formula = line.startsWith("=") || line.startsWith("@");
    boolean odd =
        line.codePoints()
            .anyMatch(c ->
                Character.getType(c) == Character.FORMAT
                    || Character.getType(c) == Character.SURROGATE
                    || Character.getType(c) == Character.PRIVATE_USE);
    return formula || odd || line.length() > most ? Optional.empty() : Optional.of(line);
  }

  /**
   * An amount in đồng, 0 or more: digits, grouped by {@code thousands} or not at all. Groups must
   * be whole: {@code 1.50} is no amount.
   *
   * @param thousands {@code "."}, {@code ","} or {@code ""}
   */
  public static Optional<Long> amount(String cell, String thousands) {
    Optional<String> text = text(cell, 40);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String digits = text.get();
    if (!thousands.isEmpty() && digits.contains(thousands)) {
      if (!digits.matches("[0-9]{1,3}(" + Pattern.quote(thousands) + "[0-9]{3})+")) {
        return Optional.empty();
      }
      digits = digits.replace(thousands, "");
    }
    return digits.matches("[0-9]{1," + MOST_DIGITS + "}")
        ? Optional.of(Long.parseLong(digits))
        : Optional.empty();
  }

  /** Control characters but for tab and line ends, or the sign that stands for broken bytes. */
  static boolean hasControls(String cell) {
    return cell.chars()
        .anyMatch(
            c -> c == '\ufffd' || Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r');
  }
}
