package vn.motcua.kiosk.paper.clean;

import java.util.Arrays;

/**
 * The angle under which points fall into the sharpest rows: seen along their lines, the feet of
 * letters pile up (Postl's projection profile, after the sum of its squares).
 *
 * @param degrees how far the rows lean clockwise, within {@link #RANGE}
 * @param sharpness how many times sharper the profile is there than at the usual wrong angle; from
 *     about 1.5 these are lines, near 1 it is chance
 */
record Slant(double degrees, double sharpness) {
  /** Degrees either way. */
  static final double RANGE = 12;

  /** Nothing leans. */
  static final Slant NONE = new Slant(0, 0);

  /** Places across the rows are counted in such parts of a pixel. */
  static final int PARTS = 16;

  private static final double COARSE = 0.5;
  private static final int LEAST_POINTS = 20;

  /** So many points are enough to find the neighbourhood, and so many for the last digit. */
  private static final int COARSE_SAMPLE = 8_000;

  private static final int FINE_SAMPLE = 24_000;

  /** Bins of two pixels, and of half a pixel. */
  private static final int COARSE_BIN = 11;

  private static final int FINE_BIN = 9;

  /** Points on the edges of ink, with room for more. */
  static final class Points {
    private int[] along = new int[8192];
    private int[] across = new int[8192];
    private int count;

    /**
     * @param place along the rows, in pixels, from the middle of the page
     * @param row across them, in 1/{@link #PARTS} of a pixel, from its edge
     */
    void add(int place, int row) {
      if (count == along.length) {
        along = Arrays.copyOf(along, 2 * count);
        across = Arrays.copyOf(across, 2 * count);
      }
      along[count] = place;
      across[count++] = row;
    }

    int count() {
      return count;
    }
  }

  /**
   * To half a degree.
   *
   * @param span pixels across the rows
   * @param reach pixels along them, from the middle to the end
   */
  static Slant coarse(Points points, int span, int reach) {
    if (points.count < LEAST_POINTS) {
      return NONE;
    }
    Profile profile = new Profile(points, span, reach, COARSE_SAMPLE);
    int steps = (int) Math.round(2 * RANGE / COARSE) + 1;
    double[] scores = new double[steps];
    int best = 0;
    for (int i = 0; i < steps; i++) {
      scores[i] = profile.score(-RANGE + i * COARSE, COARSE_BIN);
      best = scores[i] > scores[best] ? i : best;
    }
    double top = scores[best];
    double degrees = -RANGE + best * COARSE;
    Arrays.sort(scores);
    return new Slant(degrees, top / scores[steps / 2]);
  }

  /** To a few hundredths of a degree, near this one. */
  Slant refined(Points points, int span, int reach) {
    if (points.count < LEAST_POINTS) {
      return this;
    }
    Profile profile = new Profile(points, span, reach, FINE_SAMPLE);
    double near = profile.best(degrees, 0.1, 5, FINE_BIN + 1);
    return new Slant(profile.best(near, 0.025, 5, FINE_BIN), sharpness);
  }

  private static final class Profile {
    private final Points points;
    private final int skip;
    private final int margin;
    private final int[] bins;

    private Profile(Points points, int span, int reach, int sample) {
      this.points = points;
      skip = Math.max(1, points.count / sample);
      margin = (int) (reach * Math.tan(Math.toRadians(RANGE + 2))) + 4;
      bins = new int[2 * (span + 2 * margin + 4)];
    }

    private double best(double middle, double step, int each, int bin) {
      double[] scores = new double[2 * each + 1];
      int best = each;
      for (int i = 0; i < scores.length; i++) {
        scores[i] = score(middle + (i - each) * step, bin);
        best = scores[i] > scores[best] ? i : best;
      }
      double degrees = middle + (best - each) * step;
      if (best > 0 && best < 2 * each) {
        double bend = scores[best - 1] - 2 * scores[best] + scores[best + 1];
        double slope = scores[best - 1] - scores[best + 1];
        degrees += bend == 0 ? 0 : step * 0.5 * slope / bend;
      }
      return degrees;
    }

    /** In 1/1024 of a pixel, so that the inner loop knows no fractions. */
    private double score(double degrees, int bin) {
      Arrays.fill(bins, 0);
      int slope = (int) Math.round(Math.tan(Math.toRadians(degrees)) * 1024);
      int origin = margin << 10;
      int[] along = points.along;
      int[] across = points.across;
      for (int i = 0; i < points.count; i += skip) {
        bins[(across[i] * (1024 / PARTS) - along[i] * slope + origin) >> bin]++;
      }
      // Neighbouring bins count together: a row that falls between two is as good as any other.
      double sum = 0;
      int used = Math.min(bins.length - 1, (int) (((long) bins.length * 512) >> bin) + 2);
      for (int i = 1; i < used; i++) {
        double three = bins[i - 1] + 2.0 * bins[i] + bins[i + 1];
        sum += three * three;
      }
      return sum;
    }
  }
}
