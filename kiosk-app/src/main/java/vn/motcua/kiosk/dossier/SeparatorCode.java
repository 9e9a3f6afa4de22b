package vn.motcua.kiosk.dossier;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a separator sheet says: which paper of the checklist begins behind it. Its QR says {@code
 * MCS1|paper|title}, its Code 128 {@code MCS-paper}; a sheet that only separates has neither paper
 * nor title ({@code MCS1||}).
 *
 * @param paper letters, digits, dots and hyphens, at most 32; empty if any paper may follow
 * @param title the paper's name for people, one line of at most 120 characters; may be empty
 */
public record SeparatorCode(String paper, String title) {
  /** What the text of its QR begins with: kind and version. */
  public static final String PREFIX = "MCS1|";

  /** What its Code 128 begins with. */
  public static final String BAR_PREFIX = "MCS-";

  private static final int LONGEST_TITLE = 120;
  private static final Pattern PAPER = Pattern.compile("(?:[0-9A-Za-z][0-9A-Za-z.-]{0,31})?");

  /** Control, format and private characters, line separators: no title has them. */
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}|]");

  /** A sheet that separates and says nothing more. */
  public static final SeparatorCode PLAIN = new SeparatorCode("", "");

  /**
   * @throws IllegalArgumentException if the paper's code or the title cannot stand on a sheet
   */
  public SeparatorCode {
    title = Normalizer.normalize(title, Normalizer.Form.NFC).strip();
    if (!fits(paper, title)) {
      throw new IllegalArgumentException("cannot stand on a separator sheet");
    }
  }

  /** The sheet for the paper at {@code place} (from 1) of a procedure's checklist. */
  public static SeparatorCode of(Procedure procedure, int place) {
    String name = UNPRINTABLE.matcher(procedure.papers().get(place - 1).name()).replaceAll(" ");
    String title =
        name.length() > LONGEST_TITLE ? name.substring(0, LONGEST_TITLE - 1) + "…" : name;
    return new SeparatorCode("%s-%02d".formatted(procedure.code(), place), title);
  }

  /** Reads the text of a QR or a Code 128, in its strict writing only. */
  public static Optional<SeparatorCode> strict(String text) {
    if (text.startsWith(PREFIX)) {
      String[] parts = text.substring(PREFIX.length()).split("\\|", -1);
      return parts.length == 2 ? read(parts[0], parts[1]) : Optional.empty();
    }
    boolean bar = text.startsWith(BAR_PREFIX) && text.length() > BAR_PREFIX.length();
    return bar ? read(text.substring(BAR_PREFIX.length()), "") : Optional.empty();
  }

  /** The text of its QR. */
  public String qrText() {
    return PREFIX + paper + "|" + title;
  }

  /** The text of its Code 128; empty if it names no paper. */
  public Optional<String> barText() {
    return paper.isEmpty() ? Optional.empty() : Optional.of(BAR_PREFIX + paper);
  }

  private static Optional<SeparatorCode> read(String paper, String title) {
    return fits(paper, title) ? Optional.of(new SeparatorCode(paper, title)) : Optional.empty();
  }

  private static boolean fits(String paper, String title) {
    return PAPER.matcher(paper).matches()
        && title.length() <= LONGEST_TITLE
        && !UNPRINTABLE.matcher(title).find();
  }
}
