package vn.motcua.kiosk.ui.counter;

/**
 * What keeps a dossier from being received.
 *
 * @param what the kind; the sentence stands in the texts under {@code missing.<kind>}
 * @param count how many, for kinds that are counted; else 0
 */
public record Missing(Kind what, int count) {
  /** The kinds, in the order in which an officer meets them. */
  public enum Kind {
    PROCEDURE,
    APPLICANT_NUMBER,
    APPLICANT_NAME,
    APPLICANT_BIRTH,
    OWNER_NUMBER,
    OWNER_NAME,
    OWNER_BIRTH,
    CHOICE,
    PAPERS,
    FEE_COUNT,
    PAPER_COUNTS,
    PAGE_COUNT,
    PAGES_SHORT,
    PAGES_OVER,
    PAGES_LOST,
    SHEETS,
    SCANNING
  }

  static Missing of(Kind what) {
    return new Missing(what, 0);
  }
}
