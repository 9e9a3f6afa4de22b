package vn.motcua.scanner.paper.file;

import java.io.Serial;

/**
 * Leaves PDFBox in the middle of a page. Not an {@code IOException}: those it takes for a flaw of
 * the document, and goes on.
 */
final class PdfStop extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /** Why. */
  enum Reason {
    /** Nothing more needs to be known. */
    ENOUGH,
    CANCELLED,
    /** It takes longer than any page. */
    TOO_LONG,
    TOO_LARGE,
    /** Something that belongs on the page cannot be drawn. */
    DAMAGED,
    /** A picture of a kind that has no decoder here. */
    KIND
  }

  private final Reason reason;

  PdfStop(Reason reason, String why) {
    super(why);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}
