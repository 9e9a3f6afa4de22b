package vn.motcua.kiosk.paper.readback;

/**
 * A word, or a part of one that means something by itself (what stands before or after a colon).
 *
 * @param text as read, not empty
 * @param plain for comparing with labels; may be empty
 * @param sure of its letters, 0 to 1
 */
record Token(
    String text,
    String plain,
    double left,
    double right,
    double baseline,
    double height,
    double sure) {
  /** Its box: letters hang a little below the line. */
  Box box() {
    return new Box(left, baseline - 0.8 * height, right, baseline + 0.22 * height);
  }
}
