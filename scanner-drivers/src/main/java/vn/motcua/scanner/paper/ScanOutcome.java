package vn.motcua.scanner.paper;

import vn.motcua.scanner.Fault;

/** How a scan ended. */
public sealed interface ScanOutcome {
  /** Pages that were handed over and accepted. */
  int pages();

  /** The source was empty after at least one page, or the glass was read. */
  record Completed(int pages) implements ScanOutcome {}

  /** It was cancelled; the device is ready again. */
  record Cancelled(int pages) implements ScanOutcome {}

  /**
   * It stopped with something that a person can mend.
   *
   * @param fault a {@link ScanFault}, or the receiver's own fault
   */
  record Stopped(Fault fault, int pages) implements ScanOutcome {}
}
