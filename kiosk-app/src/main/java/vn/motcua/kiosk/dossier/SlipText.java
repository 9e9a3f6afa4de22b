package vn.motcua.kiosk.dossier;

import java.util.List;

/**
 * What a slip of the terminal says, in the citizen's language. It may be left lying: no secret of a
 * receipt, no number of a card and nobody's name belongs on it.
 *
 * @param title what it is called in the file and in the printer's list of jobs
 * @param language its language, as in {@code vi}
 * @param lines from top to bottom
 */
public record SlipText(String title, String language, List<Line> lines) {
  /** How a line stands on the paper. */
  public enum Kind {
    /** Who gives the slip: small capitals of the centre. */
    CENTRE,
    /** What it is. */
    TITLE,
    /** One short word across the paper: a queue number. */
    HUGE,
    /** The answer. */
    ANSWER,
    /** Said once, in the middle. */
    BODY,
    /** Small, at the end. */
    SMALL,
    /** A bar code (Code 128) of the text, which follows it in letters. */
    BAR_CODE,
    /** A QR code (ISO/IEC 18004) of the text, which is not printed in letters. */
    QR_CODE
  }

  /**
   * A line.
   *
   * @param kind how it stands
   * @param text never blank
   */
  public record Line(Kind kind, String text) {
    public Line {
      if (text.isBlank()) {
        throw new IllegalArgumentException("an empty line");
      }
    }
  }

  public SlipText {
    lines = List.copyOf(lines);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("an empty slip");
    }
  }
}
