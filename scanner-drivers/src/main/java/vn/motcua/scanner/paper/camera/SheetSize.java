package vn.motcua.scanner.paper.camera;

/**
 * How large the sheet under the camera is. A picture alone does not say: the sheets A4 and A5 have
 * one shape.
 *
 * @param width millimetres of the shorter side, more than 0
 * @param height millimetres of the longer side
 */
public record SheetSize(double width, double height) {
  /** ISO 216 A4. */
  public static final SheetSize A4 = new SheetSize(210, 297);

  public SheetSize {
    if (!(width > 0 && height >= width && height < 2000)) {
      throw new IllegalArgumentException(width + " x " + height);
    }
  }

  /** Sides in any order. */
  public static SheetSize of(double one, double other) {
    return new SheetSize(Math.min(one, other), Math.max(one, other));
  }

  /** The longer side in parts of the shorter. */
  double ratio() {
    return height / width;
  }
}
