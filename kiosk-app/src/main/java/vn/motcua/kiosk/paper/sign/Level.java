package vn.motcua.kiosk.paper.sign;

/** The baseline levels of PAdES (ETSI EN 319 142-1 §6) that are made here. */
public enum Level {
  /** Signed; the time is the signer's word. */
  B_B("B-B"),
  /** With a timestamp: the time is proven. */
  B_T("B-T"),
  /** With all that is needed to verify it years later without asking anybody. */
  B_LT("B-LT");

  private final String code;

  Level(String code) {
    this.code = code;
  }

  /** For example {@code B-LT}. */
  public String code() {
    return code;
  }

  boolean needsTimestamp() {
    return this != B_B;
  }
}
