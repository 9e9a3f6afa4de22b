package vn.motcua.scanner.paper.camera;

/** The map of a rectangle onto a quadrilateral, as a pinhole camera maps one plane onto another. */
final class Homography {
  private final double[] m = new double[8];

  /** Maps the corners 0,0 to {@code width}, {@code height} onto those of {@code quad}. */
  Homography(double width, double height, Quad quad) {
    // The unit square onto a quadrilateral in closed form (Heckbert 1989).
    Point a = quad.upperLeft();
    Point b = quad.upperRight();
    Point c = quad.lowerRight();
    Point d = quad.lowerLeft();
    double dx1 = b.x() - c.x();
    double dx2 = d.x() - c.x();
    double dx3 = a.x() - b.x() + c.x() - d.x();
    double dy1 = b.y() - c.y();
    double dy2 = d.y() - c.y();
    double dy3 = a.y() - b.y() + c.y() - d.y();
    double det = dx1 * dy2 - dx2 * dy1;
    double g = (dx3 * dy2 - dx2 * dy3) / det;
    double h = (dx1 * dy3 - dx3 * dy1) / det;
    m[0] = (b.x() - a.x() + g * b.x()) / width;
    m[1] = (d.x() - a.x() + h * d.x()) / height;
    m[2] = a.x();
    m[3] = (b.y() - a.y() + g * b.y()) / width;
    m[4] = (d.y() - a.y() + h * d.y()) / height;
    m[5] = a.y();
    m[6] = g / width;
    m[7] = h / height;
  }

  double w(double x, double y) {
    return m[6] * x + m[7] * y + 1;
  }

  double x(double x, double y, double w) {
    return (m[0] * x + m[1] * y + m[2]) / w;
  }

  double y(double x, double y, double w) {
    return (m[3] * x + m[4] * y + m[5]) / w;
  }

  /**
   * The true proportion (height by width) of the rectangle that a camera with square pixels and its
   * axis in the middle of the picture sees as {@code quad} (Zhang and He, Whiteboard scanning and
   * image enhancement, 2006, §3.2); what the sides say if the sheet is seen too straight to tell.
   */
  static double proportion(Quad quad, int width, int height) {
    Homography unit = new Homography(1, 1, quad);
    double u = width / 2.0;
    double v = height / 2.0;
    // Columns of the homography with the picture's middle as origin.
    double ax = unit.m[0] - u * unit.m[6];
    double ay = unit.m[3] - v * unit.m[6];
    double az = unit.m[6];
    double bx = unit.m[1] - u * unit.m[7];
    double by = unit.m[4] - v * unit.m[7];
    double bz = unit.m[7];
    double sides = bySides(quad);
    if (Math.abs(az * bz) * width * width < 0.004) {
      return sides;
    }
    double focal = -(ax * bx + ay * by) / (az * bz);
    double low = 0.5 * Math.max(width, height);
    if (focal < low * low || focal > 36 * low * low) {
      return sides;
    }
    double across = (ax * ax + ay * ay) / focal + az * az;
    double down = (bx * bx + by * by) / focal + bz * bz;
    double found = Math.sqrt(down / across);
    // Beyond a slant of 63° it is no longer the sheet that is measured, but the errors.
    return found > sides * 0.45 && found < sides * 2.2 ? found : sides;
  }

  /** By how much one direction is seen shortened against the other; 1 for a sheet seen straight. */
  static double shortening(Quad quad, int width, int height) {
    double ratio = proportion(quad, width, height) / bySides(quad);
    return Math.max(ratio, 1 / ratio);
  }

  private static double bySides(Quad quad) {
    double across =
        quad.upperLeft().distance(quad.upperRight()) + quad.lowerLeft().distance(quad.lowerRight());
    double down =
        quad.upperLeft().distance(quad.lowerLeft()) + quad.upperRight().distance(quad.lowerRight());
    return down / across;
  }
}
