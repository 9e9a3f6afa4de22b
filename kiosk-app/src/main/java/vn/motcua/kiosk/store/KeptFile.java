package vn.motcua.kiosk.store;

/**
 * A file that belongs to a dossier.
 *
 * @param kind what it is
 * @param blob where its bytes are
 */
public record KeptFile(Kind kind, Blob blob) {
  /** What a file is. */
  public enum Kind {
    /** The scanned pages as PDF/A. */
    ARCHIVE,
    /** Form 01 as it was handed out. */
    RECEIPT,
    /** The result. */
    RESULT
  }
}
