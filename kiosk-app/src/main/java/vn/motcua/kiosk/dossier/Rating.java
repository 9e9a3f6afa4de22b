package vn.motcua.kiosk.dossier;

import java.util.Set;

/**
 * How satisfied somebody was. It does not know with which dossier.
 *
 * @param face which of the five
 * @param reasons what was good or bad; may be none
 */
public record Rating(Face face, Set<Reason> reasons) {
  /** The five answers in use (QĐ 766/QĐ-TTg), the best first. */
  public enum Face {
    /** Rất hài lòng. */
    VERY_GOOD,
    /** Hài lòng. */
    GOOD,
    /** Bình thường. */
    FAIR,
    /** Không hài lòng. */
    BAD,
    /** Rất không hài lòng. */
    VERY_BAD;

    /** 5 for the best, 1 for the worst. */
    public int points() {
      return values().length - ordinal();
    }
  }

  /** What somebody may say of it without writing. */
  public enum Reason {
    /** The date was or was not kept. */
    TIME,
    /** How officers treat people. */
    MANNERS,
    /** Whether it was explained in words that are understood. */
    CLARITY,
    /** How many papers were wanted. */
    PAPERS,
    /** Seats, shade, water, the machine. */
    PLACE
  }

  public Rating {
    reasons = Set.copyOf(reasons);
  }
}
