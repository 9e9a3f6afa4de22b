package vn.motcua.scanner.paper.camera;

import java.util.List;

/**
 * Four corners of a sheet as a camera sees it, clockwise: upper left, upper right, lower right,
 * lower left, where the upper side is the one that lies nearest to the picture's upper edge.
 */
public record Quad(Point upperLeft, Point upperRight, Point lowerRight, Point lowerLeft) {
  /** Four corners that go round clockwise, beginning with any. */
  public static Quad clockwise(List<Point> corners) {
    int first = 0;
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i < 4; i++) {
      Point a = corners.get(i);
      Point b = corners.get((i + 1) % 4);
      // The upper side runs to the right: the one whose direction is nearest to that.
      double angle = Math.abs(Math.atan2(b.y() - a.y(), b.x() - a.x()));
      if (angle < best) {
        best = angle;
        first = i;
      }
    }
    return new Quad(
        corners.get(first),
        corners.get((first + 1) % 4),
        corners.get((first + 2) % 4),
        corners.get((first + 3) % 4));
  }

  /** The corners, clockwise from the upper left one. */
  public List<Point> corners() {
    return List.of(upperLeft, upperRight, lowerRight, lowerLeft);
  }

  /** The same in a picture that is {@code factor} times as large. */
  public Quad times(double factor) {
    return new Quad(
        upperLeft.times(factor),
        upperRight.times(factor),
        lowerRight.times(factor),
        lowerLeft.times(factor));
  }

  /** Square pixels that it covers; negative if the corners go round the other way. */
  public double area() {
    double twice = 0;
    List<Point> corners = corners();
    for (int i = 0; i < 4; i++) {
      Point a = corners.get(i);
      Point b = corners.get((i + 1) % 4);
      twice += a.x() * b.y() - b.x() * a.y();
    }
    return twice / 2;
  }

  /** Pixels of the longer one of the upper and the lower side. */
  public double width() {
    return Math.max(upperLeft.distance(upperRight), lowerLeft.distance(lowerRight));
  }

  /** Pixels of the longer one of the left and the right side. */
  public double height() {
    return Math.max(upperLeft.distance(lowerLeft), upperRight.distance(lowerRight));
  }

  /** How far the farthest of the corners has moved, in pixels. */
  public double farthest(Quad other) {
    double most = 0;
    for (int i = 0; i < 4; i++) {
      most = Math.max(most, corners().get(i).distance(other.corners().get(i)));
    }
    return most;
  }

  /** Degrees of each corner's inner angle, in the order of {@link #corners}. */
  public List<Double> angles() {
    List<Point> all = corners();
    return List.of(
        angle(all.get(3), all.get(0), all.get(1)),
        angle(all.get(0), all.get(1), all.get(2)),
        angle(all.get(1), all.get(2), all.get(3)),
        angle(all.get(2), all.get(3), all.get(0)));
  }

  private static double angle(Point before, Point at, Point after) {
    double ax = before.x() - at.x();
    double ay = before.y() - at.y();
    double bx = after.x() - at.x();
    double by = after.y() - at.y();
    return Math.toDegrees(Math.abs(Math.atan2(ax * by - ay * bx, ax * bx + ay * by)));
  }
}
