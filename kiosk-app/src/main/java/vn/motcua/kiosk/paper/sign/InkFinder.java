package vn.motcua.kiosk.paper.sign;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * Tells ink from paper in a picture of a page. On white of a program everything that is not white
 * is ink; on scanned paper, which is grey, yellowish and shaded, what differs from the paper around
 * it, or is much darker than the rest of the sheet. Single dots of noise are no ink.
 */
final class InkFinder {
  private static final int BLOCK = 16;
  private static final int WHITE = 250;

  /** From a program's white, of 255. */
  private static final int FAINT = 8;

  /** From the paper around, of 255: above the grain of scanned paper, below a pencil line. */
  private static final int VISIBLE = 22;

  private static final int COLOURED = 36;

  /** From the lightest paper: a filled field or a picture, no shadow of the lid. */
  private static final int FILLED = 60;

  private final int wide;
  private final int high;
  private final int[] light;
  private final int[] colour;

  private InkFinder(BufferedImage image) {
    wide = image.getWidth();
    high = image.getHeight();
    light = new int[wide * high];
    colour = new int[wide * high];
    int[] row = new int[wide];
    for (int y = 0; y < high; y++) {
      image.getRGB(0, y, wide, 1, row, 0, wide);
      for (int x = 0; x < wide; x++) {
        int r = row[x] >> 16 & 0xFF;
        int g = row[x] >> 8 & 0xFF;
        int b = row[x] & 0xFF;
        // The darkest channel: a pale yellow mark or a red stamp is ink as well.
        light[y * wide + x] = Math.min(r, Math.min(g, b));
        colour[y * wide + x] = Math.max(r, Math.max(g, b)) - light[y * wide + x];
      }
    }
  }

  /** For each row and column whether it is ink. */
  static boolean[][] find(BufferedImage image) {
    InkFinder finder = new InkFinder(image);
    long white = Arrays.stream(finder.light).filter(each -> each >= WHITE).count();
    return white * 2 > finder.light.length ? finder.onWhite() : finder.onPaper();
  }

  private boolean[][] onWhite() {
    boolean[][] ink = new boolean[high][wide];
    for (int y = 0; y < high; y++) {
      for (int x = 0; x < wide; x++) {
        ink[y][x] = light[y * wide + x] < 255 - FAINT;
      }
    }
    return ink;
  }

  private boolean[][] onPaper() {
    int columns = (wide + BLOCK - 1) / BLOCK;
    int rows = (high + BLOCK - 1) / BLOCK;
    int[][] papers = new int[rows][columns];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        papers[row][column] = lightest(row, column);
      }
    }
    int sheet = rank(light, 0.85);
    int tint = rank(colour, 0.5);
    boolean[][] ink = new boolean[high][wide];
    for (int y = 0; y < high; y++) {
      for (int x = 0; x < wide; x++) {
        int paper = around(papers, y / BLOCK, x / BLOCK);
        int here = light[y * wide + x];
        ink[y][x] =
            here < paper - VISIBLE
                || colour[y * wide + x] > tint + COLOURED
                || papers[y / BLOCK][x / BLOCK] < sheet - FILLED
                || sheet < 128; // black letters could not be read on it
      }
    }
    return withoutDots(ink);
  }

  private int lightest(int row, int column) {
    int bottom = Math.min(high, (row + 1) * BLOCK);
    int right = Math.min(wide, (column + 1) * BLOCK);
    int[] values = new int[(bottom - row * BLOCK) * (right - column * BLOCK)];
    int i = 0;
    for (int y = row * BLOCK; y < bottom; y++) {
      for (int x = column * BLOCK; x < right; x++) {
        values[i++] = light[y * wide + x];
      }
    }
    return rank(values, 0.85);
  }

  private static int rank(int[] values, double part) {
    int[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) (sorted.length * part)];
  }

  /** The lightest of a block and its neighbours: between dense letters there is little paper. */
  private static int around(int[][] papers, int row, int column) {
    int lightest = 0;
    for (int r = Math.max(0, row - 1); r < Math.min(papers.length, row + 2); r++) {
      for (int c = Math.max(0, column - 1); c < Math.min(papers[0].length, column + 2); c++) {
        lightest = Math.max(lightest, papers[r][c]);
      }
    }
    return lightest;
  }

  private boolean[][] withoutDots(boolean[][] ink) {
    boolean[][] kept = new boolean[high][wide];
    for (int y = 0; y < high; y++) {
      for (int x = 0; x < wide; x++) {
        kept[y][x] = ink[y][x] && neighbours(ink, y, x) > 0;
      }
    }
    return kept;
  }

  private int neighbours(boolean[][] ink, int y, int x) {
    int count = 0;
    for (int v = Math.max(0, y - 1); v < Math.min(high, y + 2); v++) {
      for (int u = Math.max(0, x - 1); u < Math.min(wide, x + 2); u++) {
        count += ink[v][u] && (v != y || u != x) ? 1 : 0;
      }
    }
    return count;
  }
}
