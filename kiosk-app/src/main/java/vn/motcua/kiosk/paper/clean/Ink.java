package vn.motcua.kiosk.paper.clean;

/**
 * Where a reduced page is darker than its paper.
 *
 * @param width pixels across
 * @param height pixels down
 * @param set row after row: whether there is ink
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; made for one look at one page
record Ink(int width, int height, boolean[] set) {
  /** Whatever is darker than {@code share} (0 to 1) of the paper around it. */
  static Ink of(Raster page, Ground ground, double share) {
    int width = page.width();
    boolean[] set = new boolean[width * page.height()];
    float[] paper = new float[width];
    for (int y = 0; y < page.height(); y++) {
      ground.row(y, paper);
      int from = y * width;
      for (int x = 0; x < width; x++) {
        set[from + x] = (page.light()[from + x] & 0xFF) < paper[x] * share;
      }
    }
    return new Ink(width, page.height(), set);
  }

  boolean at(int x, int y) {
    return x >= 0 && y >= 0 && x < width && y < height && set[y * width + x];
  }
}
