package vn.motcua.scanner.paper.camera;

import java.util.stream.IntStream;

/** Lays a sheet that was seen askew flat and upright. */
public final class Perspective {
  /** How far a sheet's measured proportion may be from the expected one and still be it. */
  private static final double ALIKE = 0.09;

  /** A slant seen with an unknown lens hides up to this much of the proportion. */
  private static final double UNSURE = 0.16;

  private static final int MOST_SIDE = 8000;

  private Perspective() {}

  /**
   * A sheet by itself.
   *
   * @param picture its pixels, edge to edge
   * @param dpi dots per inch, at least 1, if it has the expected size
   * @param sizeKnown true if its proportion is that of the expected size
   */
  public record Upright(Picture picture, int dpi, boolean sizeKnown) {}

  /**
   * Cuts the sheet out and lays it flat. It gets as many pixels as it has in the picture, but no
   * more than {@code mostDpi}; detail is never invented.
   *
   * @param expected the size of the sheet; if its proportion is another one, the longer side counts
   */
  public static Upright upright(Picture from, Quad corners, SheetSize expected, int mostDpi) {
    Measure measure = measure(from.width(), from.height(), corners, expected);
    double scale = Math.min(1, (double) mostDpi / measure.dpi);
    int width = Math.clamp(Math.round(measure.width * scale), 1, MOST_SIDE);
    int height = Math.clamp(Math.round(measure.height * scale), 1, MOST_SIDE);
    Picture flat = warp(from, corners, width, height);
    int dpi = (int) Math.max(1, Math.round(measure.dpi * scale));
    return new Upright(flat, dpi, measure.sizeKnown);
  }

  /** Dots per inch with which a sheet of {@code expected} size is seen. */
  public static double dpi(int width, int height, Quad corners, SheetSize expected) {
    return measure(width, height, corners, expected).dpi;
  }

  private record Measure(double width, double height, double dpi, boolean sizeKnown) {}

  private static Measure measure(int width, int height, Quad corners, SheetSize expected) {
    double proportion = Homography.proportion(corners, width, height);
    boolean upright = proportion >= 1;
    double ratio = upright ? proportion : 1 / proportion;
    boolean known = Math.abs(ratio / expected.ratio() - 1) < allowed(corners);
    if (known) {
      ratio = expected.ratio();
    }
    double longer = Math.max(corners.height(), corners.width());
    double shorter = Math.min(corners.height(), corners.width());
    // The side that is seen less shortened decides, so that nothing is lost along the other.
    double shortSide = Math.max(longer / ratio, shorter);
    double longSide = shortSide * ratio;
    double dpi = longSide / expected.height() * 25.4;
    // Along the shortened side fewer pixels are really there; their mean is the honest figure.
    double honest = dpi * Math.sqrt(Math.abs(corners.area()) / (shortSide * longSide));
    return upright
        ? new Measure(shortSide * honest / dpi, longSide * honest / dpi, honest, known)
        : new Measure(longSide * honest / dpi, shortSide * honest / dpi, honest, known);
  }

  private static double allowed(Quad corners) {
    double slant = 0;
    for (double angle : corners.angles()) {
      slant = Math.max(slant, Math.abs(angle - 90));
    }
    return slant > 4 ? UNSURE : ALIKE;
  }

  /** Draws the sheet with {@code width} × {@code height} pixels. */
  static Picture warp(Picture from, Quad corners, int width, int height) {
    Picture to = Picture.black(width, height);
    Homography map = new Homography(width, height, corners);
    double shrinking = Math.max(corners.width() / width, corners.height() / height);
    int taps = shrinking > 1.25 ? (int) Math.min(4, Math.ceil(shrinking)) : 1;
    IntStream.range(0, height).parallel().forEach(y -> row(from, to, map, y, taps));
    return to;
  }

  private static void row(Picture from, Picture to, Homography map, int y, int taps) {
    byte[] source = from.bgr();
    byte[] target = to.bgr();
    int stride = from.width() * 3;
    int lastX = from.width() - 2;
    int lastY = from.height() - 2;
    int at = y * to.width() * 3;
    int samples = taps * taps;
    for (int x = 0; x < to.width(); x++, at += 3) {
      int blue = 0;
      int green = 0;
      int red = 0;
      for (int s = 0; s < samples; s++) {
        double px = x + (s % taps + 0.5) / taps;
        int down = s / taps;
        double py = y + (down + 0.5) / taps;
        double w = map.w(px, py);
        // In 1/128 pixels; what lies outside the picture repeats its edge.
        double scale = 128 / w;
        int fx = (int) (map.x(px, py, 1) * scale - 64);
        int fy = (int) (map.y(px, py, 1) * scale - 64);
        fx = Math.clamp(fx, 0, Math.max(0, lastX) * 128 + 127);
        fy = Math.clamp(fy, 0, Math.max(0, lastY) * 128 + 127);
        int place = (fy >> 7) * stride + (fx >> 7) * 3;
        int right = lastX < 0 ? 0 : 3;
        int below = lastY < 0 ? 0 : stride;
        fx &= 127;
        fy &= 127;
        int a = (128 - fx) * (128 - fy);
        int b = fx * (128 - fy);
        int c = (128 - fx) * fy;
        int d = fx * fy;
        int e = place + right;
        int f = place + below;
        int g = f + right;
        blue +=
            (source[place] & 0xff) * a
                + (source[e] & 0xff) * b
                + (source[f] & 0xff) * c
                + (source[g] & 0xff) * d;
        green +=
            (source[place + 1] & 0xff) * a
                + (source[e + 1] & 0xff) * b
                + (source[f + 1] & 0xff) * c
                + (source[g + 1] & 0xff) * d;
        red +=
            (source[place + 2] & 0xff) * a
                + (source[e + 2] & 0xff) * b
                + (source[f + 2] & 0xff) * c
                + (source[g + 2] & 0xff) * d;
      }
      int half = samples << 13;
      target[at] = (byte) ((blue + half) / (samples << 14));
      target[at + 1] = (byte) ((green + half) / (samples << 14));
      target[at + 2] = (byte) ((red + half) / (samples << 14));
    }
  }
}
