package vn.motcua.kiosk.paper.clean;

/**
 * How deep and how sharp the marks of a page are, in the order of {@link Marks#all}.
 *
 * @param peak the deepest pixel: 0 as light as the paper around it, 1 black
 * @param sharpness how much of that depth is lost one pixel further: about 0.7 at a pen's stroke,
 *     0.3 where ink shines through paper
 * @param runs rows of ink in it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; made for one look at one page
record Depths(float[] peak, float[] sharpness, int[] runs) {
  static Depths of(Raster page, Ground ground, Marks marks) {
    int count = marks.all().size();
    float[] peak = new float[count];
    int[] where = new int[count];
    int[] runs = new int[count];
    float[] paper = new float[page.width()];
    int[] row = {-1};
    marks.each(
        (mark, y, left, right) -> {
          if (row[0] != y) {
            ground.row(y, paper);
            row[0] = y;
          }
          runs[mark]++;
          for (int x = left; x <= right; x++) {
            int at = y * page.width() + x;
            float depth = 1 - (page.light()[at] & 0xFF) / paper[x];
            if (depth > peak[mark]) {
              peak[mark] = depth;
              where[mark] = at;
            }
          }
        });
    float[] sharpness = new float[count];
    for (int i = 0; i < count; i++) {
      sharpness[i] = sharpness(page, where[i], peak[i]);
    }
    return new Depths(peak, sharpness, runs);
  }

  /** Towards the side where a stroke ends soonest, over a quarter of a millimetre. */
  private static float sharpness(Raster page, int at, float peak) {
    int x = at % page.width();
    int y = at / page.width();
    int step = Math.max(1, (int) Math.round(page.pixels(0.25)));
    int dark = page.light()[at] & 0xFF;
    int most = 0;
    for (int i = 0; i < 4; i++) {
      int nearX = x + (i == 0 ? step : i == 1 ? -step : 0);
      int nearY = y + (i == 2 ? step : i == 3 ? -step : 0);
      if (nearX >= 0 && nearY >= 0 && nearX < page.width() && nearY < page.height()) {
        most = Math.max(most, (page.light()[nearY * page.width() + nearX] & 0xFF) - dark);
      }
    }
    double paper = dark / Math.max(0.02, 1 - peak);
    return (float) Math.min(1, most / Math.max(1, paper * peak));
  }
}
