package vn.motcua.kiosk.store;

/**
 * A file that belongs to a dossier.
 *
 * @param kind what it is
 * @param blob where its bytes are
 * @param paper the paper of the dossier that it shows, by name; empty if none in particular
 */
public record KeptFile(Kind kind, Blob blob, String paper) {
  /** A file of the dossier as a whole. */
  public KeptFile(Kind kind, Blob blob) {
    this(kind, blob, "");
  }

  /** What a file is. */
  public enum Kind {
    /** The scanned pages of one paper as PDF/A; in older dossiers those of all papers. */
    ARCHIVE,
    /** Form 01 as it was handed out. */
    RECEIPT,
    /** Another form (02 to 06) as it was handed out. */
    FORM,
    /** The result. */
    RESULT,
    /** The picture of a page that was taken out, see {@link RemovedPage}. */
    REMOVED_PAGE,
    /** What happened to the scanned pile, line by line: its journal. */
    PAGE_LOG
  }
}
