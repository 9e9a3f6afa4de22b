package vn.motcua.kiosk.paper.page;

import java.awt.geom.AffineTransform;

/**
 * How a stored picture must be turned to stand upright: the eight values of Exif's and TIFF's
 * Orientation tag (Exif 2.3 §4.6.4, tag 274), in their order.
 */
public enum Orientation {
  // Each matrix takes the stored picture, a unit square with the origin at its upper left and y
  // downwards, to the upright one: m00 m10 m01 m11 m02 m12.
  UPRIGHT(1, 0, 0, 1, 0, 0),
  MIRRORED(-1, 0, 0, 1, 1, 0),
  UPSIDE_DOWN(-1, 0, 0, -1, 1, 1),
  FLIPPED(1, 0, 0, -1, 0, 1),
  TRANSPOSED(0, 1, 1, 0, 0, 0),
  TURN_RIGHT(0, 1, -1, 0, 1, 0),
  TRANSVERSED(0, -1, -1, 0, 1, 1),
  TURN_LEFT(0, -1, 1, 0, 0, 1);

  private final double m00;
  private final double m10;
  private final double m01;
  private final double m11;
  private final double m02;
  private final double m12;

  Orientation(double m00, double m10, double m01, double m11, double m02, double m12) {
    this.m00 = m00;
    this.m10 = m10;
    this.m01 = m01;
    this.m11 = m11;
    this.m02 = m02;
    this.m12 = m12;
  }

  private AffineTransform matrix() {
    return new AffineTransform(m00, m10, m01, m11, m02, m12);
  }

  /** The value of the tag; what is not 1 to 8 counts as upright, as all viewers take it. */
  public static Orientation ofTag(int tag) {
    return tag >= 1 && tag <= 8 ? values()[tag - 1] : UPRIGHT;
  }

  public boolean swapsSides() {
    return m00 == 0;
  }

  /** Where a point goes; both in parts of the picture's width and height, from the upper left. */
  public double[] moved(double x, double y) {
    return new double[] {m00 * x + m01 * y + m02, m10 * x + m11 * y + m12};
  }

  /** This, then {@code next}. */
  public Orientation then(Orientation next) {
    AffineTransform both = next.matrix();
    both.concatenate(matrix());
    for (Orientation candidate : values()) {
      if (candidate.matrix().equals(both)) {
        return candidate;
      }
    }
    throw new IllegalStateException("the eight orientations are a group");
  }

  /**
   * Takes PDF's unit square (origin at the lower left, y upwards) to the upright page of this size.
   */
  public AffineTransform place(double width, double height) {
    AffineTransform placed = new AffineTransform(width, 0, 0, -height, 0, height);
    placed.concatenate(matrix());
    placed.concatenate(new AffineTransform(1, 0, 0, -1, 0, 1));
    return placed;
  }
}
