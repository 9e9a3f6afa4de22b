package vn.motcua.scanner.paper.file;

import java.time.Duration;
import vn.motcua.scanner.Cancellation;

/** Bounds the work on one page of a PDF; asked before every drawing operator. */
final class PdfWatch {
  private final long end;
  private final Cancellation cancellation;

  PdfWatch(Duration longest, Cancellation cancellation) {
    this.end = System.nanoTime() + longest.toNanos();
    this.cancellation = cancellation;
  }

  /**
   * Goes on or not.
   *
   * @throws PdfStop if it was cancelled or takes too long
   */
  void check() {
    if (cancellation.isCancelled()) {
      throw new PdfStop(PdfStop.Reason.CANCELLED, "cancelled");
    }
    if (System.nanoTime() - end > 0) {
      throw new PdfStop(PdfStop.Reason.TOO_LONG, "a page that takes too long");
    }
  }
}
