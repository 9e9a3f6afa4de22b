package vn.motcua.kiosk.paper.clean;

/** How light the bare paper is at each place of a page, shadows and folds included. */
final class Ground {
  /** Of a tile's pixels so many are darker than the paper or as dark. */
  private static final double PAPER_SHARE = 0.7;

  /** A tile is 4 mm wide: wider than a letter's stroke, narrower than a shadow. */
  private static final double TILE_MILLIMETRES = 4;

  private static final int DARKEST = 24;

  /** A tile that much darker than a neighbour is covered; a shadow falls off more slowly. */
  private static final double COVERED = 0.86;

  private final int tile;
  private final int across;
  private final int down;
  private final float[] level;

  private Ground(int tile, int across, int down, float[] level) {
    this.tile = tile;
    this.across = across;
    this.down = down;
    this.level = level;
  }

  static Ground of(Raster page) {
    return of(page, COVERED);
  }

  /**
   * @param covered a tile darker than this share of a neighbour is taken for covered with ink: 0.86
   *     finds all ink, less follows a hard shadow better
   */
  static Ground of(Raster page, double covered) {
    int tile = Math.max(4, (int) Math.round(page.pixels(TILE_MILLIMETRES)));
    int across = Math.max(1, page.width() / tile);
    int down = Math.max(1, page.height() / tile);
    float[] level = new float[across * down];
    int[] counts = new int[64];
    for (int row = 0; row < down; row++) {
      int bottom = row == down - 1 ? page.height() : (row + 1) * tile;
      for (int column = 0; column < across; column++) {
        int right = column == across - 1 ? page.width() : (column + 1) * tile;
        level[row * across + column] =
            percentile(page, column * tile, row * tile, right, bottom, counts);
      }
    }
    return new Ground(tile, across, down, level).spread(covered).smoothed();
  }

  private static float percentile(
      Raster page, int left, int top, int right, int bottom, int[] counts) {
    java.util.Arrays.fill(counts, 0);
    for (int y = top; y < bottom; y++) {
      int from = y * page.width();
      for (int x = left; x < right; x++) {
        counts[(page.light()[from + x] & 0xFF) >> 2]++;
      }
    }
    int wanted = (int) ((right - left) * (bottom - top) * PAPER_SHARE);
    int level = 0;
    int sum = counts[0];
    while (sum <= wanted && level < 63) {
      sum += counts[++level];
    }
    return level * 4 + 2;
  }

  /** A tile in the middle of a stamp or of thick letters takes its neighbours' paper. */
  private Ground spread(double covered) {
    float[] next = new float[level.length];
    each((row, column) -> {
      float best = 0;
      for (int y = Math.max(0, row - 1); y <= Math.min(down - 1, row + 1); y++) {
        for (int x = Math.max(0, column - 1); x <= Math.min(across - 1, column + 1); x++) {
          best = Math.max(best, level[y * across + x]);
        }
      }
      float own = level[row * across + column];
      next[row * across + column] = own < covered * best ? best : own;
    });
    return new Ground(tile, across, down, next);
  }

  private Ground smoothed() {
    float[] next = new float[level.length];
    each((row, column) -> {
      float sum = 0;
      int count = 0;
      // At the edge only along it: a shadow that falls off there must stay as deep as it is.
      int high = row == 0 || row == down - 1 ? 0 : 1;
      int wide = column == 0 || column == across - 1 ? 0 : 1;
      for (int y = row - high; y <= row + high; y++) {
        for (int x = column - wide; x <= column + wide; x++) {
          sum += level[y * across + x];
          count++;
        }
      }
      next[row * across + column] = Math.max(DARKEST, sum / count);
    });
    return new Ground(tile, across, down, next);
  }

  private interface Tile {
    void at(int row, int column);
  }

  private void each(Tile tile) {
    for (int row = 0; row < down; row++) {
      for (int column = 0; column < across; column++) {
        tile.at(row, column);
      }
    }
  }

  /** One row of the ground, interpolated between the tiles' middles, into {@code out}. */
  void row(int y, float[] out) {
    // Beyond the outermost tiles' middles it goes on as it went.
    double place = (y + 0.5) / tile - 0.5;
    int upper = Math.clamp((int) Math.floor(place), 0, Math.max(0, down - 2));
    int lower = Math.min(down - 1, upper + 1);
    float part = (float) Math.clamp(place - upper, -0.5, 1.5);
    int half = tile / 2;
    float step = 1f / tile;
    for (int column = -1; column < across; column++) {
      int inner = Math.clamp(column, 0, Math.max(0, across - 2));
      float first = at(upper, lower, part, inner);
      float slope = (at(upper, lower, part, Math.min(across - 1, inner + 1)) - first) * step;
      int from = Math.max(0, column * tile + half);
      int to = column == across - 1 ? out.length : Math.min(out.length, from(column + 1, half));
      float value = first + (from - inner * tile - half) * slope;
      for (int x = from; x < to; x++) {
        out[x] = Math.max(DARKEST, value);
        value += slope;
      }
    }
  }

  private int from(int column, int half) {
    return column * tile + half;
  }

  private float at(int upper, int lower, float part, int column) {
    float above = level[upper * across + column];
    return above + (level[lower * across + column] - above) * part;
  }

  /** The same, but nowhere darker than {@code share} of the usual tile: what is, is no paper. */
  Ground atLeast(double share) {
    float least = (float) (usual() * share);
    float[] next = level.clone();
    for (int i = 0; i < next.length; i++) {
      next[i] = Math.max(least, next[i]);
    }
    return new Ground(tile, across, down, next);
  }

  /** The level of the tile in the middle of all, by lightness. */
  float usual() {
    return sorted()[level.length / 2];
  }

  /** The tiles' levels, darkest first. */
  float[] sorted() {
    float[] all = level.clone();
    java.util.Arrays.sort(all);
    return all;
  }
}
