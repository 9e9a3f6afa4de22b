package vn.motcua.kiosk.paper.clean;

import java.util.Arrays;

/** Where a page is neither ink nor paper: grey fields, pencil shading, photographs. */
final class Tones {
  /** Letters are thinner than a block. */
  private static final double BLOCK_MILLIMETRES = 2.5;

  private static final double SHARE = 0.9;

  /** Of the paper's lightness. */
  private static final double TONE = 0.84;

  private static final int BLACK = 25;

  /** Where nothing in a row and a column is lighter, it is no paper. */
  private static final int DIM = 130;

  private final byte[] light;
  private final int width;
  private final int block;

  private Tones(byte[] light, int width, int block) {
    this.light = light;
    this.width = width;
    this.block = block;
  }

  /**
   * Block by block, over the whole block.
   *
   * @param light row after row
   */
  static boolean[] of(byte[] light, int width, int height, double dpi) {
    int block = Math.max(3, (int) Math.round(BLOCK_MILLIMETRES / 25.4 * dpi));
    Tones page = new Tones(light, width, block);
    int across = width / block;
    int down = height / block;
    int[] rows = new int[down];
    int[] columns = new int[across];
    for (int row = 0; row < down; row++) {
      for (int column = 0; column < across; column++) {
        int lightest = page.lightest(row * block, column * block);
        rows[row] = Math.max(rows[row], lightest);
        columns[column] = Math.max(columns[column], lightest);
      }
    }
    boolean[] toned = new boolean[width * height];
    for (int row = 0; row < down; row++) {
      for (int column = 0; column < across; column++) {
        // A shadow or a lamp's fall darkens a row or a column from end to end.
        int paper = Math.min(rows[row], columns[column]);
        if (page.isTone(row * block, column * block, paper)) {
          for (int y = row * block; y < (row + 1) * block; y++) {
            int from = y * width + column * block;
            Arrays.fill(toned, from, from + block, true);
          }
        }
      }
    }
    return toned;
  }

  private int lightest(int top, int left) {
    int lightest = 0;
    for (int y = top; y < top + block; y++) {
      for (int x = left; x < left + block; x++) {
        lightest = Math.max(lightest, light[y * width + x] & 0xFF);
      }
    }
    return lightest;
  }

  private boolean isTone(int top, int left, int paper) {
    int between = 0;
    int dim = 0;
    for (int y = top; y < top + block; y++) {
      for (int x = left; x < left + block; x++) {
        int value = light[y * width + x] & 0xFF;
        between += value < TONE * paper && value > BLACK ? 1 : 0;
        dim += value < DIM ? 1 : 0;
      }
    }
    int all = block * block;
    return between >= SHARE * all || (paper < DIM && dim == all);
  }
}
