package vn.motcua.kiosk.paper.split;

/**
 * A page that stands in no document. It is kept and can be put back.
 *
 * @param page its number in the pile
 */
public record LeftOut(int page, Reason reason) {
  /** Why it stands in no document. */
  public enum Reason {
    /** It only separates. */
    SEPARATOR,
    /** The blank back of a separator. */
    SEPARATOR_BACK
  }
}
