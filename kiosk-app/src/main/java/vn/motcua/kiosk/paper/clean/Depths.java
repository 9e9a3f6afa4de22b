package vn.motcua.kiosk.paper.clean;

/**
 * How deep and how sharp the marks of a page are, in the order of {@link Marks#all}.
 *
 * @param peak the deepest pixel: 0 as light as the paper around it, 1 black
 * @param sharpness how much of that depth is lost within a quarter of a millimetre, at its sharpest
 *     edge: nearly all of it at a pen's stroke, less than half where ink shines through paper, next
 *     to nothing in a shadow
 * @param runs rows of ink in it
 * @param thickness pixels: how thick a straight bar with the same spread would be
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; made for one look at one page
record Depths(float[] peak, float[] sharpness, int[] runs, float[] thickness) {
  static Depths of(Raster page, Ground ground, Marks marks) {
    int count = marks.all().size();
    float[] peak = new float[count];
    float[] rise = new float[count];
    int[] runs = new int[count];
    float[] paper = new float[page.width()];
    int step = Math.max(1, (int) Math.round(page.pixels(0.25)));
    double[][] sums = new double[5][count];
    int[] row = {-1};
    marks.each((mark, y, left, right) -> {
      if (row[0] != y) {
        ground.row(y, paper);
        row[0] = y;
      }
      runs[mark]++;
      add(sums, mark, y, left, right);
      for (int x = left; x <= right; x++) {
        int at = y * page.width() + x;
        peak[mark] = Math.max(peak[mark], 1 - (page.light()[at] & 0xFF) / paper[x]);
        rise[mark] = Math.max(rise[mark], rise(page, x, y, step) / paper[x]);
      }
    });
    float[] sharpness = new float[count];
    for (int i = 0; i < count; i++) {
      sharpness[i] = peak[i] <= 0 ? 0 : Math.min(1, rise[i] / peak[i]);
    }
    float[] thickness = new float[count];
    for (int i = 0; i < count; i++) {
      thickness[i] = thickness(sums, i, marks.all().get(i).area());
    }
    return new Depths(peak, sharpness, runs, thickness);
  }

  private static void add(double[][] sums, int mark, int y, int left, int right) {
    double pixels = right - left + 1;
    double middle = (left + right) / 2.0;
    double squares = pixels * (middle * middle + (pixels * pixels - 1) / 12);
    sums[0][mark] += pixels * middle;
    sums[1][mark] += pixels * y;
    sums[2][mark] += squares;
    sums[3][mark] += pixels * y * y;
    sums[4][mark] += pixels * middle * y;
  }

  /** From the smaller of the two main moments of its pixels. */
  private static float thickness(double[][] sums, int mark, double area) {
    double x = sums[0][mark] / area;
    double y = sums[1][mark] / area;
    double xx = sums[2][mark] / area - x * x;
    double yy = sums[3][mark] / area - y * y;
    double xy = sums[4][mark] / area - x * y;
    double smaller = (xx + yy) / 2 - Math.hypot((xx - yy) / 2, xy);
    return (float) Math.sqrt(12 * Math.max(0, smaller) + 1);
  }

  /** How much lighter it gets within a step, on the side where it does so fastest. */
  private static int rise(Raster page, int x, int y, int step) {
    byte[] light = page.light();
    int width = page.width();
    int at = y * width + x;
    int most = 0;
    most = x >= step ? Math.max(most, light[at - step] & 0xFF) : most;
    most = x + step < width ? Math.max(most, light[at + step] & 0xFF) : most;
    most = y >= step ? Math.max(most, light[at - step * width] & 0xFF) : most;
    most = y + step < page.height() ? Math.max(most, light[at + step * width] & 0xFF) : most;
    return most - (light[at] & 0xFF);
  }
}
