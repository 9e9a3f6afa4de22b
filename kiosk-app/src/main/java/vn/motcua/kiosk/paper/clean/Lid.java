package vn.motcua.kiosk.paper.clean;

import java.util.Arrays;

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

  /** The page without letters: of each pixel's neighbourhood the middle value. */
  static int[] calm(Raster page, int reach) {
    int width = page.width();
    int height = page.height();
    int[] calm = new int[width * height];
    int[] rows = new int[width * height];
    int[] some = new int[2 * reach + 1];
    // First along, then down: nearly the true median, at a fraction of its cost.
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int i = -reach; i <= reach; i++) {
          some[i + reach] = page.light()[y * width + Math.clamp(x + i, 0, width - 1)] & 0xFF;
        }
        Arrays.sort(some);
        rows[y * width + x] = some[reach];
      }
    }
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int i = -reach; i <= reach; i++) {
          some[i + reach] = rows[Math.clamp(y + i, 0, height - 1) * width + x];
        }
        Arrays.sort(some);
        calm[y * width + x] = some[reach];
      }
    }
    return calm;
  }
}
