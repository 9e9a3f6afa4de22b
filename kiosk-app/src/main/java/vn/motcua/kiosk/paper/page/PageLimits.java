package vn.motcua.kiosk.paper.page;

/** How much a page may be: an A3 sheet at 1,200 dpi is refused, one at 600 dpi (70 MP) is not. */
public final class PageLimits {
  /** Bytes of a file that is read in one piece (JPEG, PNG). */
  static final long FILE_BYTES = 100L << 20;

  /** Bytes of a TIFF, which is read where it lies. */
  static final long TIFF_BYTES = 1L << 30;

  /** Pixels of one side; PDF viewers cannot show much more (ISO 32000-1 Annex C: 14,400 units). */
  static final int SIDE = 20_000;

  /** Pixels of one picture. */
  public static final long PIXELS = 150_000_000;

  /** Pictures in one TIFF. */
  static final int FRAMES = 500;

  private PageLimits() {}

  /** Whether a picture of this many pixels is within the caps. */
  static boolean fits(long width, long height) {
    return width <= SIDE && height <= SIDE && width * height <= PIXELS;
  }
}
