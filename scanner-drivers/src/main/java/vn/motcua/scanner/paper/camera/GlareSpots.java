package vn.motcua.scanner.paper.camera;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Finds patches that a mirrored lamp has bleached: cells at the end of the scale, in every channel,
 * that are brighter than the paper some way off and have lost the print that goes on around them.
 * Paper that is simply white, however bright, is none of that.
 */
final class GlareSpots {
  private static final float BLEACHED = 250;

  /** Grey levels by which the patch must outshine the paper around. */
  private static final float OUTSHINES = 7;

  /** Contrast within a cell that is print. */
  private static final float PRINT = 45;

  private static final int SMALLEST = 6;
  private static final int RING = 5;

  private final PaperCells cells;
  private final boolean[] bleached;

  private GlareSpots(PaperCells cells) {
    this.cells = cells;
    bleached = new boolean[cells.columns * cells.rows];
    for (int i = 0; i < bleached.length; i++) {
      bleached[i] =
          cells.level[0][i] >= BLEACHED
              && cells.level[1][i] >= BLEACHED
              && cells.level[2][i] >= BLEACHED;
    }
  }

  /** The part of the sheet that is hidden, 0 to 1. */
  static double hidden(PaperCells cells) {
    return Math.max(new GlareSpots(cells).hidden(), SoftGlare.hidden(cells));
  }

  private double hidden() {
    boolean[] done = new boolean[bleached.length];
    int hidden = 0;
    for (int i = 0; i < bleached.length; i++) {
      if (bleached[i] && !done[i]) {
        boolean[] patch = new boolean[bleached.length];
        int size = grow(cells, bleached, i, done, patch);
        if (size >= SMALLEST && size < bleached.length / 3 && hides(patch, size)) {
          hidden += size;
        }
      }
    }
    return (double) hidden / bleached.length;
  }

  /** Marks the connected cells of {@code mask} around {@code start} and counts them. */
  static int grow(PaperCells cells, boolean[] mask, int start, boolean[] done, boolean[] patch) {
    Deque<Integer> open = new ArrayDeque<>();
    open.add(start);
    done[start] = true;
    int size = 0;
    while (!open.isEmpty()) {
      int at = open.remove();
      patch[at] = true;
      size++;
      int x = at % cells.columns;
      int y = at / cells.columns;
      for (int way = 0; way < 4; way++) {
        int nx = x + (way == 0 ? 1 : way == 1 ? -1 : 0);
        int ny = y + (way == 2 ? 1 : way == 3 ? -1 : 0);
        int next = ny * cells.columns + nx;
        if (nx >= 0
            && ny >= 0
            && nx < cells.columns
            && ny < cells.rows
            && mask[next]
            && !done[next]) {
          done[next] = true;
          open.add(next);
        }
      }
    }
    return size;
  }

  private boolean hides(boolean[] patch, int size) {
    int printed = 0;
    for (int i = 0; i < patch.length; i++) {
      if (patch[i] && print(i)) {
        printed++;
      }
    }
    int ring = 0;
    int ringPrinted = 0;
    float light = 0;
    int dim = 0;
    for (int i = 0; i < patch.length; i++) {
      int away = patch[i] ? 0 : away(patch, i);
      if (away == 0) {
        continue;
      }
      ring++;
      ringPrinted += print(i) ? 1 : 0;
      if (away >= 3) {
        light += cells.level[3][i];
        dim++;
      }
    }
    if (ring == 0 || dim == 0) {
      return false;
    }
    double inside = (double) printed / size;
    double around = (double) ringPrinted / ring;
    return 255 - light / dim >= OUTSHINES && around >= 0.15 && inside <= 0.45 * around;
  }

  private boolean print(int cell) {
    return cells.level[3][cell] - cells.darkest[cell] > PRINT;
  }

  /** Cells to the nearest one of the patch, or 0 if that is farther than the ring is wide. */
  private int away(boolean[] patch, int cell) {
    int x = cell % cells.columns;
    int y = cell / cells.columns;
    int best = RING + 1;
    for (int dy = -RING; dy <= RING; dy++) {
      for (int dx = -RING; dx <= RING; dx++) {
        int nx = x + dx;
        int ny = y + dy;
        if (nx >= 0
            && ny >= 0
            && nx < cells.columns
            && ny < cells.rows
            && patch[ny * cells.columns + nx]) {
          best = Math.min(best, Math.max(Math.abs(dx), Math.abs(dy)));
        }
      }
    }
    return best > RING ? 0 : best;
  }
}
