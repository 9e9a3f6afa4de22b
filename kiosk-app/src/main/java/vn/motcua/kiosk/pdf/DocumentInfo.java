package vn.motcua.kiosk.pdf;

import java.time.Instant;

/**
 * What a PDF says about itself.
 *
 * @param title one line for people; control characters are dropped, 500 characters are kept
 * @param code the dossier's code, or an empty text; goes to subject and identifier
 * @param paper the kind of paper, or an empty text; goes to the type
 * @param language of the text, BCP 47, for example {@code vi}
 * @param created the moment that the file names as its birth
 */
public record DocumentInfo(
    String title, String code, String paper, String language, Instant created) {
  private static final int LONGEST = 500;

  public DocumentInfo {
    title = oneLine(title);
    code = oneLine(code);
    paper = oneLine(paper);
  }

  /** Of no kind of paper in particular. */
  public DocumentInfo(String title, String code, String language, Instant created) {
    this(title, code, "", language, created);
  }

  /** XMP is XML 1.0: it cannot carry control characters, lone surrogates or non-characters. */
  private static String oneLine(String text) {
    StringBuilder clean = new StringBuilder();
    text.codePoints()
        .map(c -> Character.isWhitespace(c) ? ' ' : c)
        .filter(c -> !Character.isISOControl(c))
        .filter(c -> Character.getType(c) != Character.SURROGATE && (c & 0xFFFE) != 0xFFFE)
        .limit(LONGEST)
        .forEach(clean::appendCodePoint);
    return clean.toString().strip();
  }
}
