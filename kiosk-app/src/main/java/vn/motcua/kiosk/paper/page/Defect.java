package vn.motcua.kiosk.paper.page;

/** What can be wrong with a page's file. */
public enum Defect {
  /** There is no such file, or it may not be read. */
  MISSING("PAGE-MISSING"),
  /** The file has no byte: what some scanners leave after a jam. */
  EMPTY_FILE("PAGE-EMPTY-FILE"),
  /** Neither JPEG nor PNG nor TIFF, or a kind of these that no scanner makes. */
  NOT_IMAGE("PAGE-NOT-IMAGE"),
  /** Too many bytes or pixels. */
  TOO_LARGE("PAGE-TOO-LARGE"),
  /** It breaks off or its content is spoiled. */
  DAMAGED("PAGE-DAMAGED"),
  /** A PDF that opens with a password only. */
  LOCKED("FILE-PASSWORD");

  private final String code;

  Defect(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }
}
