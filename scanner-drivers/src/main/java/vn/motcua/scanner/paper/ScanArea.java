package vn.motcua.scanner.paper;

/**
 * The part of the glass, or of the sheet in the feeder, that is recorded.
 *
 * @param left millimetres from the left edge, 0 to 1000
 * @param top millimetres from the upper edge, 0 to 1000
 * @param width millimetres, more than 0; infinite for as wide as the device allows
 * @param height millimetres, more than 0; infinite for as long as the device allows
 */
public record ScanArea(double left, double top, double width, double height) {
  private static final double FARTHEST = 1000;

  /** As much as the device can see. */
  public static final ScanArea WHOLE =
      new ScanArea(0, 0, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

  /** ISO 216 A4, upright. */
  public static final ScanArea A4 = sized(210, 297);

  /** ISO 216 A5, upright. */
  public static final ScanArea A5 = sized(148, 210);

  /** ISO 216 A3, upright. */
  public static final ScanArea A3 = sized(297, 420);

  /** A card of ISO/IEC 7810 ID-1 with 5 mm around it, for it never lies exactly in the corner. */
  public static final ScanArea CARD = sized(95.6, 64);

  public ScanArea {
    if (!(left >= 0 && left <= FARTHEST && top >= 0 && top <= FARTHEST)) {
      throw new IllegalArgumentException("corner: " + left + ", " + top);
    }
    if (!(width > 0 && height > 0)) {
      throw new IllegalArgumentException("size: " + width + " x " + height);
    }
  }

  /** An area in the upper left corner. */
  public static ScanArea sized(double width, double height) {
    return new ScanArea(0, 0, width, height);
  }

  /** Whether nothing was asked for in particular. */
  public boolean isWhole() {
    return equals(WHOLE);
  }
}
