package vn.motcua.scanner.paper.camera;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Evens the light on a sheet: each channel is divided by what the paper shows of it nearby, so that
 * paper becomes white, a stamp stays red and text stays black. What is not paper (photographs,
 * thick bars) takes the light of the paper around it and keeps its tones.
 *
 * <p>What cannot be told apart: a neutral grey area wider than {@value #WIDEST} cells of some three
 * millimetres and not darker than {@value #DARKEST} of the paper counts as shadow and is
 * brightened.
 *
 * <p>Coloured paper keeps its colour: its light is evened by one gain for all channels. A white
 * sheet under a lamp so warm or so cold that it looks like cream or pale blue paper is taken for
 * that, and pale blue paper under a warm lamp for white.
 */
public final class Shadows {
  private static final float WHITE = 252;
  private static final double DARKEST = 0.32;
  private static final int WIDEST = 15;

  /** A tint by which something differs from the paper around. */
  private static final float TINTED = 0.13f;

  /** Lamps differ from white along red and blue; paper that is greener or pinker is coloured. */
  private static final double OFF_LAMPS = 0.04;

  /** How far red outweighs blue (as a logarithm) in a white sheet under a warm lamp at most. */
  private static final double WARMEST = 0.24;

  /** How far blue outweighs red in a white sheet under a cold lamp at most. */
  private static final double COLDEST = 0.13;

  /** Darkening, in parts of the surroundings, from which a small area is a thing and no shadow. */
  private static final float THING = 0.8f;

  private static final float MOST_GAIN = 3.5f;

  private Shadows() {}

  /** Evens the light of {@code sheet}, a sheet edge to edge, in place. */
  public static void flatten(Picture sheet) {
    PaperCells cells = new PaperCells(sheet);
    float[][] light = light(cells);
    IntStream.range(0, sheet.height()).parallel().forEach(y -> row(sheet, cells, light, y));
  }

  /** Gains of blue, green and red for each cell. */
  private static float[][] light(PaperCells cells) {
    float redness = tint(cells, 2);
    float blueness = tint(cells, 0);
    boolean[] paper = paper(cells, redness, blueness);
    float[][] gains = new float[3][];
    float most = Math.max(1, Math.max(redness, blueness));
    boolean coloured = coloured(redness, blueness);
    for (int channel = 0; channel < 3; channel++) {
      float[] level = coloured ? cells.level[1].clone() : cells.level[channel].clone();
      fill(level, paper, cells.columns, cells.rows);
      for (int round = 0; round < 2; round++) {
        smooth(level, cells.columns, cells.rows);
      }
      float scale = coloured ? 1 / most : 1;
      for (int i = 0; i < level.length; i++) {
        level[i] = Math.clamp(WHITE * scale / Math.max(1, level[i]), 0.9f, MOST_GAIN);
      }
      gains[channel] = level;
    }
    return gains;
  }

  /** Whether the tint of the sheet's background is the paper's own and no lamp's. */
  private static boolean coloured(double redness, double blueness) {
    double red = Math.log(Math.max(0.05, redness));
    double blue = Math.log(Math.max(0.05, blueness));
    return Math.abs(red + blue) / 2 > OFF_LAMPS || red - blue > WARMEST || blue - red > COLDEST;
  }

  /** The median of a channel against green among the brighter half of the cells. */
  private static float tint(PaperCells cells, int channel) {
    float middle = cells.brightness(0.5);
    float[] tints = new float[cells.level[3].length];
    int n = 0;
    for (int i = 0; i < tints.length; i++) {
      if (cells.level[3][i] >= middle) {
        tints[n++] = cells.level[channel][i] / Math.max(1, cells.level[1][i]);
      }
    }
    Arrays.sort(tints, 0, n);
    return n == 0 ? 1 : tints[n / 2];
  }

  private static boolean[] paper(PaperCells cells, float redness, float blueness) {
    float[] bright = cells.level[3];
    float[] closed = closed(bright, cells.columns, cells.rows);
    double darkest = DARKEST * cells.brightness(0.9);
    boolean[] paper = new boolean[bright.length];
    boolean any = false;
    for (int i = 0; i < paper.length; i++) {
      float green = Math.max(1, cells.level[1][i]);
      paper[i] =
          bright[i] >= darkest
              && bright[i] >= THING * closed[i]
              && Math.abs(cells.level[2][i] / green - redness) < TINTED
              && Math.abs(cells.level[0][i] / green - blueness) < TINTED;
      any |= paper[i];
    }
    if (!any) {
      Arrays.fill(paper, true);
    }
    return widened(paper, cells.columns, cells.rows);
  }

  /** The cells around a thing are partly covered by it. */
  private static boolean[] widened(boolean[] paper, int columns, int rows) {
    boolean[] sure = new boolean[paper.length];
    boolean any = false;
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        boolean all = true;
        for (int dy = -1; dy <= 1; dy++) {
          for (int dx = -1; dx <= 1; dx++) {
            int ny = Math.clamp(y + dy, 0, rows - 1);
            int nx = Math.clamp(x + dx, 0, columns - 1);
            all &= paper[ny * columns + nx];
          }
        }
        sure[y * columns + x] = all;
        any |= all;
      }
    }
    return any ? sure : paper;
  }

  /** Greatest, then least of the neighbourhood: dark spots narrower than it vanish. */
  private static float[] closed(float[] in, int columns, int rows) {
    float[] out = in;
    for (int sign = 1; sign >= -1; sign -= 2) {
      out = extreme(out, columns, rows, sign, true);
      out = extreme(out, columns, rows, sign, false);
    }
    return out;
  }

  private static float[] extreme(float[] in, int columns, int rows, int sign, boolean across) {
    float[] out = new float[in.length];
    int reach = WIDEST / 2;
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        float best = Float.NEGATIVE_INFINITY;
        for (int d = -reach; d <= reach; d++) {
          int nx = across ? Math.clamp(x + d, 0, columns - 1) : x;
          int ny = across ? y : Math.clamp(y + d, 0, rows - 1);
          best = Math.max(best, sign * in[ny * columns + nx]);
        }
        out[y * columns + x] = sign * best;
      }
    }
    return out;
  }

  /** Gives every cell that is no paper the mean of what lies around, from the rim inwards. */
  private static void fill(float[] level, boolean[] paper, int columns, int rows) {
    boolean[] known = paper.clone();
    for (boolean more = true; more; ) {
      more = false;
      boolean[] next = known.clone();
      for (int y = 0; y < rows; y++) {
        for (int x = 0; x < columns; x++) {
          int at = y * columns + x;
          if (known[at]) {
            continue;
          }
          float sum = 0;
          int n = 0;
          for (int dy = -2; dy <= 2; dy++) {
            for (int dx = -2; dx <= 2; dx++) {
              int nx = x + dx;
              int ny = y + dy;
              if (nx >= 0 && ny >= 0 && nx < columns && ny < rows && known[ny * columns + nx]) {
                sum += level[ny * columns + nx];
                n++;
              }
            }
          }
          if (n > 0) {
            level[at] = sum / n;
            next[at] = true;
            more = true;
          }
        }
      }
      known = next;
    }
  }

  private static void smooth(float[] level, int columns, int rows) {
    float[] in = level.clone();
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        float sum = 0;
        for (int dy = -1; dy <= 1; dy++) {
          for (int dx = -1; dx <= 1; dx++) {
            int at = Math.clamp(y + dy, 0, rows - 1) * columns + Math.clamp(x + dx, 0, columns - 1);
            sum += in[at] * (dx == 0 ? 2 : 1) * (dy == 0 ? 2 : 1);
          }
        }
        level[y * columns + x] = sum / 16;
      }
    }
  }

  private static void row(Picture sheet, PaperCells cells, float[][] gains, int y) {
    float cy = Math.clamp((y + 0.5f) / cells.size - 0.5f, 0, cells.rows - 1);
    int top = Math.min((int) cy, Math.max(0, cells.rows - 2));
    int bottom = Math.min(top + 1, cells.rows - 1);
    float fy = cy - top;
    byte[] bgr = sheet.bgr();
    for (int channel = 0; channel < 3; channel++) {
      float[] line = new float[cells.columns];
      for (int x = 0; x < line.length; x++) {
        line[x] =
            gains[channel][top * cells.columns + x] * (1 - fy)
                + gains[channel][bottom * cells.columns + x] * fy;
      }
      int at = y * sheet.width() * 3 + channel;
      for (int x = 0; x < sheet.width(); x++, at += 3) {
        float cx = Math.clamp((x + 0.5f) / cells.size - 0.5f, 0, line.length - 1);
        int left = (int) cx;
        int right = Math.min(left + 1, line.length - 1);
        float gain = line[left] + (line[right] - line[left]) * (cx - left);
        bgr[at] = (byte) Math.min(255, (int) ((bgr[at] & 0xff) * gain + 0.5f));
      }
    }
  }
}
