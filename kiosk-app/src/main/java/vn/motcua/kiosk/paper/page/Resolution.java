package vn.motcua.kiosk.paper.page;

/**
 * The dots per inch of a page.
 *
 * <p>A scanner writes them into the file. A camera writes 72, which means nothing: a page that
 * would then be larger than A3 is taken for A4, its longer side for 297 mm.
 */
record Resolution(double x, double y) {
  private static final double LOWEST = 50;
  private static final double HIGHEST = 2400;
  private static final double A4_LONG_INCHES = 297 / 25.4;
  private static final double A3_LONG_INCHES = 420 / 25.4 * 1.05;

  /** What the file says, if it can be believed; else a guess from A4. Zero means: says nothing. */
  static Resolution believe(double x, double y, int width, int height) {
    if (credible(x) && credible(y)) {
      boolean sane = Math.max(width / x, height / y) <= A3_LONG_INCHES || Math.min(x, y) > 96;
      if (sane && Math.max(x, y) <= 4 * Math.min(x, y)) {
        return new Resolution(x, y);
      }
    }
    double guess = Math.clamp(Math.max(width, height) / A4_LONG_INCHES, LOWEST, HIGHEST);
    return new Resolution(guess, guess);
  }

  private static boolean credible(double dpi) {
    return dpi >= LOWEST && dpi <= HIGHEST;
  }
}
