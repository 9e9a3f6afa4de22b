package vn.motcua.kiosk.paper.clean;

/** How light the scanner's lid is, if it is to be seen around the sheet. */
final class Lid {
  private static final double RING_MILLIMETRES = 3;

  /** Of a side where only the lid is seen, four of five pixels lie so close together. */
  private static final int EVEN = 22;

  private static final int ALIKE = 14;

  private Lid() {}

  /** 0 to 255, or -1 if fewer than two sides of the picture look like a lid. */
  static int of(Raster page) {
    int ring = Math.max(2, (int) page.pixels(RING_MILLIMETRES));
    int[][] sides = {
      side(page, 0, 0, page.width(), ring),
      side(page, 0, page.height() - ring, page.width(), page.height()),
      side(page, 0, 0, ring, page.height()),
      side(page, page.width() - ring, 0, page.width(), page.height())
    };
    int best = -1;
    int most = 1;
    int least = Integer.MAX_VALUE;
    for (int[] side : sides) {
      int alike = 0;
      for (int[] other : sides) {
        boolean even = side[1] <= EVEN && other[1] <= EVEN;
        alike += even && Math.abs(side[0] - other[0]) <= ALIKE ? 1 : 0;
      }
      if (alike > most || (alike == most && alike > 1 && side[1] < least)) {
        most = alike;
        best = side[0];
        least = side[1];
      }
    }
    return best;
  }

  /** The median, and how far the middle four fifths spread. */
  private static int[] side(Raster page, int left, int top, int right, int bottom) {
    int[] counts = new int[256];
    int total = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        counts[page.light()[y * page.width() + x] & 0xFF]++;
        total++;
      }
    }
    int low = rank(counts, total / 10);
    int high = rank(counts, total * 9 / 10);
    return new int[] {rank(counts, total / 2), high - low};
  }

  private static int rank(int[] counts, int wanted) {
    int sum = 0;
    for (int value = 0; value < counts.length; value++) {
      sum += counts[value];
      if (sum > wanted) {
        return value;
      }
    }
    return counts.length - 1;
  }

  /** The page without letters: of each pixel's neighbourhood, 5 by 5, the middle value. */
  static int[] calm(Raster page) {
    int width = page.width();
    int height = page.height();
    int[] rows = new int[width * height];
    int[] calm = new int[width * height];
    // First along, then down: nearly the true median, at a fraction of its cost.
    for (int y = 0; y < height; y++) {
      int from = y * width;
      byte[] light = page.light();
      for (int x = 0; x < width; x++) {
        rows[from + x] =
            median(
                light[from + Math.max(0, x - 2)] & 0xFF,
                light[from + Math.max(0, x - 1)] & 0xFF,
                light[from + x] & 0xFF,
                light[from + Math.min(width - 1, x + 1)] & 0xFF,
                light[from + Math.min(width - 1, x + 2)] & 0xFF);
      }
    }
    for (int y = 0; y < height; y++) {
      int first = Math.max(0, y - 2) * width;
      int second = Math.max(0, y - 1) * width;
      int fourth = Math.min(height - 1, y + 1) * width;
      int fifth = Math.min(height - 1, y + 2) * width;
      for (int x = 0; x < width; x++) {
        calm[y * width + x] =
            median(
                rows[first + x],
                rows[second + x],
                rows[y * width + x],
                rows[fourth + x],
                rows[fifth + x]);
      }
    }
    return calm;
  }

  private static int median(int a, int b, int c, int d, int e) {
    // The smaller of two pairs' larger ends and the larger of their smaller ends, then of three.
    int high = Math.min(Math.max(a, b), Math.max(d, e));
    int low = Math.max(Math.min(a, b), Math.min(d, e));
    return Math.max(Math.min(c, Math.max(low, high)), Math.min(low, high));
  }
}
