package vn.motcua.scanner.paper;

/** Something that happened during a scan and that a person who waits wants to see. */
public sealed interface ScanEvent {
  /** The device warms up or serves somebody else; the driver waits with a bound. */
  record Waiting() implements ScanEvent {}

  /**
   * The device began with a page.
   *
   * @param number 1 for the first page of the job
   */
  record PageBegun(int number) implements ScanEvent {}

  /**
   * A part of a page has come. Not told more often than twenty times a page.
   *
   * @param number 1 for the first page of the job
   * @param percent 0 to 100, never less than before in this page
   */
  record PageComing(int number, int percent) implements ScanEvent {}
}
