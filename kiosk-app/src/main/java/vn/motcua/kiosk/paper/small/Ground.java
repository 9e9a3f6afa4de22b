package vn.motcua.kiosk.paper.small;

import java.util.Arrays;

/** How light paper and ink are, in cells of 8 by 8 pixels of the {@link Sheet}. */
final class Ground {
  /** Pixels of the sheet along a cell; of the ink 16. */
  static final int CELL = 8;

  /** Cells about a cell in which paper is sought: about 6 mm to each side at 150 dpi. */
  private static final int PAPER_REACH = 4;

  private static final int INK_REACH = 2;

  /** Less than this below the paper is not ink with an edge, but a tint. */
  private static final int LEAST_CONTRAST = 56;

  /**
   * Where between paper and the darkest ink about it, in hundredths, an edge is: a little nearer to
   * the paper than the middle, because fine strokes never reach the ink's full darkness.
   */
  private static final int SHARE = 45;

  final int across;
  final int down;

  /** A pixel of light below this is ink; 0 where there is none. */
  final int[] threshold;

  Ground(Sheet sheet, byte[] lights) {
    across = (sheet.width() + CELL - 1) / CELL;
    down = (sheet.height() + CELL - 1) / CELL;
    int[] lightest = new int[across * down];
    int[] darkest = new int[across * down];
    Arrays.fill(darkest, 255);
    for (int y = 0; y < sheet.height(); y++) {
      for (int cell = 0; cell < across; cell++) {
        int low = 255;
        int high = 0;
        int from = y * sheet.width() + cell * CELL;
        int to = y * sheet.width() + Math.min(sheet.width(), cell * CELL + CELL);
        for (int at = from; at < to; at++) {
          int light = lights[at] & 0xFF;
          low = Math.min(low, light);
          high = Math.max(high, light);
        }
        int at = y / CELL * across + cell;
        darkest[at] = Math.min(darkest[at], low);
        lightest[at] = Math.max(lightest[at], high);
      }
    }
    int[] paper = spread(spread(lightest, PAPER_REACH, true), PAPER_REACH, false);
    int[] ink = spread(darkest, INK_REACH, false);
    threshold = new int[across * down];
    for (int at = 0; at < threshold.length; at++) {
      int contrast = paper[at] - ink[at];
      threshold[at] = contrast < LEAST_CONTRAST ? 0 : paper[at] - contrast * SHARE / 100;
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
