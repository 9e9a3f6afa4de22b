package vn.motcua.kiosk.desk;

/** Where a page that is still to come goes in its pile. Pages are named by their number. */
public sealed interface PagePlace {
  /** After all that are there. */
  record End() implements PagePlace {}

  /**
   * Right before another page, after those that already came there.
   *
   * @param page the number of the page that it goes before
   */
  record Before(int page) implements PagePlace {}

  /**
   * At the place of a page that was bad or was lost; that one counts as removed from then on.
   *
   * @param page the number of the page that it replaces
   */
  record InsteadOf(int page) implements PagePlace {}

  /** After all that are there. */
  static PagePlace end() {
    return new End();
  }

  /** The page that it is told by; 0 if by none. */
  default int target() {
    return switch (this) {
      case End _ -> 0;
      case Before(int page) -> page;
      case InsteadOf(int page) -> page;
    };
  }
}
