package vn.motcua.kiosk.desk;

import vn.motcua.kiosk.dossier.RemovalReason;

/** What an officer does with one page of a pile. Pages are named by their number. */
public sealed interface PageEdit {
  /** The page that it is about. */
  int page();

  /** Takes a page out; its picture stays. */
  record Remove(int page, RemovalReason reason) implements PageEdit {}

  /** Puts a page back where it was. */
  record Restore(int page) implements PageEdit {}

  /**
   * Moves a page.
   *
   * @param before the number of the page that it goes before; 0 = to the end
   */
  record Move(int page, int before) implements PageEdit {}

  /**
   * Lays a page to a paper of the checklist.
   *
   * @param paper by name; empty for none in particular
   */
  record Assign(int page, String paper) implements PageEdit {}

  /**
   * Says that a page shows a sheet with its sticky note on, and another one the same sheet without
   * it (TT 01/2023/TT-VPCP Đ8.2: such a page is scanned both ways).
   *
   * @param twin the number of the page without the note
   */
  record Note(int page, int twin) implements PageEdit {}

  /** Says that a page is a page like any other. */
  record NoNote(int page) implements PageEdit {}
}
