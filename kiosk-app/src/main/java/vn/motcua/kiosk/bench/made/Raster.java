package vn.motcua.kiosk.bench.made;

/**
 * Pixels as 0xRRGGBB, row by row from the top.
 *
 * @param pixels changed in place by whoever wears the page
 * @param width pixels across
 * @param height pixels down
 */
@SuppressWarnings("ArrayRecordComponent") // a view, never compared
record Raster(int[] pixels, int width, int height) {
  /** The mean of two colours without taking them apart. */
  static int mean(int a, int b) {
    return (a & b) + (((a ^ b) & 0xfefefe) >>> 1);
  }

  /** Every pixel becomes a quarter of its neighbours' and half of its own, both ways. */
  void soften() {
    int[] above = new int[width];
    int[] own = new int[width];
    for (int y = 0; y < height; y++) {
      int row = y * width;
      int left = pixels[row];
      for (int x = 0; x < width - 1; x++) {
        int middle = pixels[row + x];
        pixels[row + x] = mean(mean(left, pixels[row + x + 1]), middle);
        left = middle;
      }
    }
    System.arraycopy(pixels, 0, above, 0, width);
    for (int y = 1; y < height - 1; y++) {
      int row = y * width;
      System.arraycopy(pixels, row, own, 0, width);
      for (int x = 0; x < width; x++) {
        pixels[row + x] = mean(mean(above[x], pixels[row + width + x]), own[x]);
      }
      int[] free = above;
      above = own;
      own = free;
    }
  }
}
