package vn.motcua.kiosk.paper.split;

import java.time.Instant;

/** What somebody did to a list of pages; the log of TT 01/2023 Điều 8 khoản 2. */
public sealed interface PageChange {
  /** Who did it: an officer's name, or the program's. */
  String by();

  /** When. */
  Instant at();

  /**
   * A page was taken out of the documents; its picture is kept.
   *
   * @param number its number in the pile, from 1
   * @param reason why, in a word of the program or of the officer
   */
  record RemovedPage(int number, String reason, String by, Instant at) implements PageChange {}

  /** A page was put back in its old place. */
  record RestoredPage(int number, String by, Instant at) implements PageChange {}

  /** Two pages are the same sheet, once with the note that sticks to it and once without. */
  record NotedPages(int withNote, int withoutNote, String by, Instant at) implements PageChange {}
}
