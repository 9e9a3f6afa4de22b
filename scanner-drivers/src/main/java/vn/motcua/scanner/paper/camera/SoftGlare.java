package vn.motcua.scanner.paper.camera;

import java.util.Arrays;

/**
 * Finds mirrored lamps with a soft rim: a patch at the end of the scale from which the light falls
 * off on all sides, gently, to the sheet's own level, and in which print is paler than elsewhere. A
 * sheet that is bright from side to side or on one side is none of that, nor is a white box in a
 * tinted form (its rim is hard), nor a bright desk lamp (print stays black in its light).
 */
final class SoftGlare {
  private static final float SATURATED = 246;
  private static final float SATURATED_CHANNEL = 240;

  /** Grey levels that the patch must stand above the sheet's median paper. */
  private static final float STANDS_OUT = 12;

  /** Some eight millimetres across. */
  private static final int SMALLEST = 6;

  /** Cells beyond the patch, some 20 mm, where the light must have fallen off. */
  private static final int BEYOND = 7;

  private static final int LEAST_ROOM = 3;
  private static final int SIDES = 5;
  private static final double FALLEN = 0.4;
  private static final double SOFT = 0.2;
  private static final float PRINT = 45;
  private static final double PALER = 0.9;

  private final PaperCells cells;
  private final float paper;

  private SoftGlare(PaperCells cells) {
    this.cells = cells;
    paper = cells.brightness(0.5);
  }

  /** The part of the sheet that is hidden, 0 to 1. */
  static double hidden(PaperCells cells) {
    return new SoftGlare(cells).hidden();
  }

  private double hidden() {
    if (255 - paper < STANDS_OUT) {
      return 0;
    }
    boolean[] bright = new boolean[cells.columns * cells.rows];
    for (int i = 0; i < bright.length; i++) {
      bright[i] =
          cells.level[3][i] >= SATURATED
              && cells.level[0][i] >= SATURATED_CHANNEL
              && cells.level[1][i] >= SATURATED_CHANNEL
              && cells.level[2][i] >= SATURATED_CHANNEL;
    }
    boolean[] done = new boolean[bright.length];
    int hidden = 0;
    for (int i = 0; i < bright.length; i++) {
      if (bright[i] && !done[i]) {
        boolean[] patch = new boolean[bright.length];
        int size = GlareSpots.grow(cells, bright, i, done, patch);
        if (size >= SMALLEST && size < bright.length / 3 && fallsOff(patch) && paler(patch)) {
          hidden += size;
        }
      }
    }
    return (double) hidden / bright.length;
  }

  private boolean fallsOff(boolean[] patch) {
    double middleX = 0;
    double middleY = 0;
    int size = 0;
    for (int i = 0; i < patch.length; i++) {
      if (patch[i]) {
        middleX += i % cells.columns;
        middleY += i / cells.columns;
        size++;
      }
    }
    middleX /= size;
    middleY /= size;
    int sides = 0;
    int fallen = 0;
    double rim = 0;
    for (int side = 0; side < 8; side++) {
      double dx = Math.cos(side * Math.PI / 4);
      double dy = Math.sin(side * Math.PI / 4);
      int last = 0;
      int room = 0;
      for (int step = 0; inside(middleX + dx * step, middleY + dy * step); step++) {
        room = step;
        if (patch[cell(middleX + dx * step, middleY + dy * step)]) {
          last = step;
        }
      }
      if (room - last < LEAST_ROOM) {
        continue;
      }
      sides++;
      int far = Math.min(room, last + BEYOND);
      float there = cells.level[3][cell(middleX + dx * far, middleY + dy * far)];
      fallen += 255 - there >= FALLEN * (255 - paper) ? 1 : 0;
      float next = cells.level[3][cell(middleX + dx * (last + 1), middleY + dy * (last + 1))];
      rim += Math.clamp((next - paper) / (255 - paper), 0, 1);
    }
    return sides >= SIDES && fallen >= sides - sides / 6 && rim / sides >= SOFT;
  }

  private boolean inside(double x, double y) {
    return Math.round(x) >= 0
        && Math.round(y) >= 0
        && Math.round(x) < cells.columns
        && Math.round(y) < cells.rows;
  }

  private int cell(double x, double y) {
    return (int) (Math.round(y) * cells.columns + Math.round(x));
  }

  /** Whether the patch has no print, or print of less contrast than the rest of the sheet. */
  private boolean paler(boolean[] patch) {
    float inside = contrast(patch, true);
    return inside == 0 || inside <= PALER * contrast(patch, false);
  }

  /** The median contrast of the printed cells within or without the patch, or 0. */
  private float contrast(boolean[] patch, boolean within) {
    float[] found = new float[patch.length];
    int n = 0;
    for (int i = 0; i < patch.length; i++) {
      float contrast = cells.level[3][i] - cells.darkest[i];
      if (patch[i] == within && contrast > PRINT) {
        found[n++] = contrast;
      }
    }
    Arrays.sort(found, 0, n);
    return n < 3 ? 0 : found[n / 2];
  }
}
