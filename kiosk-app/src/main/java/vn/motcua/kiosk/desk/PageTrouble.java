package vn.motcua.kiosk.desk;

/**
 * A page of a pile that cannot be used.
 *
 * @param number its number in the pile, 1 for the first page ever scanned into it
 * @param kind what is wrong
 */
public record PageTrouble(int number, Kind kind) {
  /** What is wrong with a page. */
  public enum Kind {
    /** Its file is not what was written; it is set aside as {@code NNNN.jpg.damaged}. */
    DAMAGED,
    /** Its file is gone. */
    MISSING
  }
}
