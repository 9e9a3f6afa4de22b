package vn.motcua.scanner.paper.camera;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How bright the paper itself is, in cells of some three millimetres: the mean of each cell's
 * brighter quarter, which between letters and within a stamp is still paper.
 */
final class PaperCells {
  private static final int ACROSS = 72;

  /** Pixels of a cell's side. */
  final int size;

  final int columns;
  final int rows;

  /** Blue, green, red and brightness of the paper in each cell. */
  final float[][] level = new float[4][];

  /** How dark the darkest twentieth of each cell is. */
  final float[] darkest;

  PaperCells(Picture sheet) {
    size = Math.max(4, (Math.min(sheet.width(), sheet.height()) + ACROSS / 2) / ACROSS);
    columns = (sheet.width() + size - 1) / size;
    rows = (sheet.height() + size - 1) / size;
    for (int i = 0; i < 4; i++) {
      level[i] = new float[columns * rows];
    }
    darkest = new float[columns * rows];
    IntStream.range(0, rows).parallel().forEach(row -> measure(sheet, row));
  }

  private void measure(Picture sheet, int row) {
    int[] counts = new int[256];
    for (int column = 0; column < columns; column++) {
      Arrays.fill(counts, 0);
      int x0 = column * size;
      int y0 = row * size;
      int x1 = Math.min(sheet.width(), x0 + size);
      int y1 = Math.min(sheet.height(), y0 + size);
      for (int y = y0; y < y1; y++) {
        for (int x = x0; x < x1; x++) {
          counts[sheet.grey(x, y)]++;
        }
      }
      int pixels = (x1 - x0) * (y1 - y0);
      int bright = place(counts, pixels * 3 / 4);
      int at = row * columns + column;
      darkest[at] = place(counts, pixels / 20);
      float blue = 0;
      float green = 0;
      float red = 0;
      int n = 0;
      for (int y = y0; y < y1; y++) {
        for (int x = x0; x < x1; x++) {
          if (sheet.grey(x, y) >= bright) {
            int pixel = (y * sheet.width() + x) * 3;
            blue += sheet.bgr()[pixel] & 0xff;
            green += sheet.bgr()[pixel + 1] & 0xff;
            red += sheet.bgr()[pixel + 2] & 0xff;
            n++;
          }
        }
      }
      level[0][at] = blue / n;
      level[1][at] = green / n;
      level[2][at] = red / n;
      level[3][at] = (blue * 29 + green * 150 + red * 77) / 256 / n;
    }
  }

  /** The brightness under which {@code rank} pixels lie. */
  private static int place(int[] counts, int rank) {
    int sum = 0;
    for (int i = 0; i < 256; i++) {
      sum += counts[i];
      if (sum > rank) {
        return i;
      }
    }
    return 255;
  }

  /** The brightness that a part of the cells (0 to 1) stays under. */
  float brightness(double part) {
    float[] sorted = level[3].clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.min(sorted.length - 1L, Math.round(part * sorted.length))];
  }
}
