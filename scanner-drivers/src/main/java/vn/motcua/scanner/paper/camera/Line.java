package vn.motcua.scanner.paper.camera;

import java.util.Optional;

/**
 * A directed straight line: all points with {@code nx·x + ny·y = offset}. Its normal points to the
 * brighter side.
 *
 * @param nx first part of the unit normal
 * @param ny second part
 * @param offset distance from the origin along the normal, in pixels
 * @param border true if it is an edge of the picture and not something seen in it
 */
record Line(double nx, double ny, double offset, boolean border) {
  /** A line from one point to another; its normal points to the left of whoever walks so. */
  static Line through(Point a, Point b) {
    double dx = b.x() - a.x();
    double dy = b.y() - a.y();
    double length = Math.hypot(dx, dy);
    double nx = dy / length;
    double ny = -dx / length;
    return new Line(nx, ny, nx * a.x() + ny * a.y(), false);
  }

  /** How far a point lies on the brighter side; negative on the darker. */
  double distance(double x, double y) {
    return nx * x + ny * y - offset;
  }

  /** The place along the line of the point that is nearest to x, y. */
  double along(double x, double y) {
    return -ny * x + nx * y;
  }

  double x(double along, double distance) {
    return (offset + distance) * nx - along * ny;
  }

  double y(double along, double distance) {
    return (offset + distance) * ny + along * nx;
  }

  /** Where two lines cross, unless they are nearly parallel. */
  Optional<Point> cross(Line other) {
    double det = nx * other.ny - ny * other.nx;
    if (Math.abs(det) < 0.2) {
      return Optional.empty();
    }
    return Optional.of(
        new Point(
            (offset * other.ny - other.offset * ny) / det,
            (nx * other.offset - other.nx * offset) / det));
  }

  /** Cosine of the angle between the normals. */
  double facing(Line other) {
    return nx * other.nx + ny * other.ny;
  }

  /** The same line with its normal turned round. */
  Line turned() {
    return new Line(-nx, -ny, -offset, border);
  }
}
