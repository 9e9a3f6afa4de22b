package vn.motcua.kiosk.paper.sign;

/**
 * What was changed in a document after a signature.
 *
 * @param kind what sort
 * @param where for example {@code Pages/Kids/0/Contents}
 */
public record Change(Kind kind, String where) {
  /** The sorts, and whether what people read can be another one than was signed. */
  public enum Kind {
    /** A further signature. */
    SIGNATURE(true),
    /** Certificates and revocation data for later verification. */
    VALIDATION_DATA(true),
    /** Title, dates and the like. */
    METADATA(true),
    /** A form was filled in or changed. */
    FORM(false),
    /** A note, stamp or other mark was added, changed or removed. */
    ANNOTATION(false),
    /** Pages, text or pictures. */
    CONTENT(false);

    private final boolean harmless;

    Kind(boolean harmless) {
      this.harmless = harmless;
    }

    /** Whether a signature before the change stands for what is shown now. */
    public boolean isHarmless() {
      return harmless;
    }
  }
}
