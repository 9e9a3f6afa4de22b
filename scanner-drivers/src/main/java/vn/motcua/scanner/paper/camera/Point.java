package vn.motcua.scanner.paper.camera;

/**
 * A place in a picture, in pixels from its upper left corner; the middle of the first pixel is at
 * 0.5, 0.5.
 */
public record Point(double x, double y) {
  /** How far {@code other} is, in pixels. */
  public double distance(Point other) {
    return Math.hypot(x - other.x, y - other.y);
  }

  /** The same place in a picture that is {@code factor} times as large. */
  public Point times(double factor) {
    return new Point(x * factor, y * factor);
  }
}
