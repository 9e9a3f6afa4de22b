package vn.motcua.kiosk.paper.readback;

/**
 * A place on a page: points (1/72 inch) from the upper left of the straightened page, y downwards.
 */
public record Box(double left, double top, double right, double bottom) {
  /** The smallest box around both. */
  Box and(Box other) {
    return new Box(
        Math.min(left, other.left),
        Math.min(top, other.top),
        Math.max(right, other.right),
        Math.max(bottom, other.bottom));
  }
}
