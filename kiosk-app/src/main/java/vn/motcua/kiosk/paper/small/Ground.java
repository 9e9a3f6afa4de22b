package vn.motcua.kiosk.paper.small;

/** How light paper and ink are, in cells of 8 by 8 pixels of the {@link Sheet}. */
final class Ground {
  /** Pixels of the sheet along a cell; of the ink 16. */
  static final int CELL = 8;

  /** Cells about a cell in which paper is sought: about 6 mm to each side at 150 dpi. */
  private static final int PAPER_REACH = 4;

  private static final int INK_REACH = 2;

  /** Less than this below the paper is not ink with an edge, but a tint. */
  private static final int LEAST_CONTRAST = 40;

  final int across;
  final int down;
  final int[] paper;

  /** A pixel of light below this is ink; 0 where there is none. */
  final int[] threshold;

  Ground(Sheet sheet) {
    across = (sheet.width() + CELL - 1) / CELL;
    down = (sheet.height() + CELL - 1) / CELL;
    int[] lightest = new int[across * down];
    int[] darkest = new int[across * down];
    extremes(sheet, lightest, darkest);
    paper = spread(spread(lightest, PAPER_REACH, true), PAPER_REACH, false);
    int[] ink = spread(darkest, INK_REACH, false);
    threshold = new int[across * down];
    for (int at = 0; at < threshold.length; at++) {
      int contrast = paper[at] - ink[at];
      threshold[at] = contrast < LEAST_CONTRAST ? 0 : paper[at] - (int) (contrast * SHARE);
    }
  }

  static double SHARE = 0.45;

  private void extremes(Sheet sheet, int[] lightest, int[] darkest) {
    java.util.Arrays.fill(darkest, 255);
    int width = sheet.width();
    int[] rgb = sheet.rgb();
    for (int y = 0; y < sheet.height(); y++) {
      int cells = y / CELL * across;
      int row = y * width;
      for (int cell = 0; cell < across; cell++) {
        int to = Math.min(width, cell * CELL + CELL);
        int low = darkest[cells + cell];
        int high = lightest[cells + cell];
        for (int x = cell * CELL; x < to; x++) {
          int light = Sheet.light(rgb[row + x]);
          low = Math.min(low, light);
          high = Math.max(high, light);
        }
        darkest[cells + cell] = low;
        lightest[cells + cell] = high;
      }
    }
  }

  private int[] spread(int[] cells, int reach, boolean highest) {
    int[] rows = new int[cells.length];
    for (int y = 0; y < down; y++) {
      for (int x = 0; x < across; x++) {
        int best = cells[y * across + x];
        for (int i = Math.max(0, x - reach); i <= Math.min(across - 1, x + reach); i++) {
          int value = cells[y * across + i];
          best = highest ? Math.max(best, value) : Math.min(best, value);
        }
        rows[y * across + x] = best;
      }
    }
    int[] out = new int[cells.length];
    for (int y = 0; y < down; y++) {
      for (int x = 0; x < across; x++) {
        int best = rows[y * across + x];
        for (int i = Math.max(0, y - reach); i <= Math.min(down - 1, y + reach); i++) {
          int value = rows[i * across + x];
          best = highest ? Math.max(best, value) : Math.min(best, value);
        }
        out[y * across + x] = best;
      }
    }
    return out;
  }
}
