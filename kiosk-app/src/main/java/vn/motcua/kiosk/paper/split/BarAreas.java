package vn.motcua.kiosk.paper.split;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds where many parallel strokes stand side by side, as in bar codes and PDF417, upright or on
 * their side: there the colour changes often in one direction and seldom in the other. Text changes
 * in both.
 */
final class BarAreas {
  /** A cell's height in pixels; its width is one word. */
  private static final int CELL = 16;

  /** Cells side by side that must show strokes. */
  private static final int SPAN = 3;

  /** Millimetres along the strokes that must show them: no letter is so high. */
  private static final double LENGTH = 5.5;

  /** Changes across 96 pixels: bars of up to 1.4 mm at 300 dpi. */
  private static final double LEAST_CHANGES = 6;

  /** Along the strokes at most so many changes for one across: lets 10 degrees and noise pass. */
  private static final double MOST_ALONG = 0.4;

  private final Ink ink;
  private final int columns;
  private final int rows;
  private final int[] across;
  private final int[] along;

  BarAreas(Ink ink) {
    this.ink = ink;
    columns = ink.stride();
    rows = Math.max(1, ink.height() / CELL);
    across = new int[columns * rows];
    along = new int[columns * rows];
    count();
  }

  /** The areas, with room for their light margins. */
  List<Area> find(double dpi) {
    boolean[] upright = new boolean[columns * rows];
    boolean[] lying = new boolean[columns * rows];
    int high = Math.max(2, (int) Math.round(LENGTH * dpi / 25.4 / CELL));
    int wide = Math.max(1, (int) Math.round(LENGTH * dpi / 25.4 / 32));
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        mark(upright, across, along, x, y, SPAN, high, true);
        // Two cells are as high as a word is wide.
        mark(lying, along, across, x, y, wide, 2 * SPAN, false);
      }
    }
    int margin = (int) (dpi * 6 / 25.4);
    int edge = (int) (dpi * 1.5 / 25.4);
    List<Area> found = new ArrayList<>();
    for (Area area : parts(upright)) {
      found.add(area.grown(margin, edge).within(ink.width(), ink.height()));
    }
    for (Area area : parts(lying)) {
      found.add(area.grown(edge, margin).within(ink.width(), ink.height()));
    }
    return found;
  }

  private void count() {
    for (int y = 0; y < rows * CELL && y < ink.height(); y++) {
      int row = y / CELL * columns;
      int carry = 0;
      for (int x = 0; x < columns; x++) {
        int word = ink.word(x, y);
        across[row + x] += Integer.bitCount(word ^ (word >>> 1 | carry));
        carry = word << 31;
        if (y + 1 < ink.height()) {
          along[row + x] += Integer.bitCount(word ^ ink.word(x, y + 1));
        }
      }
    }
  }

  private void mark(
      boolean[] marks, int[] many, int[] few, int x, int y, int wide, int high, boolean upright) {
    if (x + wide > columns || y + high > rows) {
      return;
    }
    // Strokes must be seen in every slice along them, or a line of text would do.
    int slices = upright ? high : wide;
    double least = LEAST_CHANGES * (upright ? CELL : 32);
    for (int slice = 0; slice < slices; slice++) {
      long changes = 0;
      long others = 0;
      int fromY = upright ? y + slice : y;
      int toY = upright ? fromY + 1 : y + high;
      int fromX = upright ? x : x + slice;
      int toX = upright ? x + wide : fromX + 1;
      for (int v = fromY; v < toY; v++) {
        for (int u = fromX; u < toX; u++) {
          changes += many[v * columns + u];
          others += few[v * columns + u];
        }
      }
      if (changes < least || others > MOST_ALONG * changes) {
        return;
      }
    }
    for (int v = y; v < y + high; v++) {
      for (int u = x; u < x + wide; u++) {
        marks[v * columns + u] = true;
      }
    }
  }

  /** The connected parts of what is marked, in pixels. */
  private List<Area> parts(boolean[] marks) {
    List<Area> parts = new ArrayList<>();
    int[] waiting = new int[columns * rows];
    for (int start = 0; start < marks.length; start++) {
      if (!marks[start]) {
        continue;
      }
      int left = start % columns;
      int right = left;
      int top = start / columns;
      int bottom = top;
      int count = 0;
      waiting[count++] = start;
      marks[start] = false;
      while (count > 0) {
        int cell = waiting[--count];
        int cx = cell % columns;
        int cy = cell / columns;
        left = Math.min(left, cx);
        right = Math.max(right, cx);
        top = Math.min(top, cy);
        bottom = Math.max(bottom, cy);
        for (int v = Math.max(0, cy - 1); v <= Math.min(rows - 1, cy + 1); v++) {
          for (int u = Math.max(0, cx - 1); u <= Math.min(columns - 1, cx + 1); u++) {
            if (marks[v * columns + u]) {
              marks[v * columns + u] = false;
              waiting[count++] = v * columns + u;
            }
          }
        }
      }
      parts.add(
          new Area(left * 32, top * CELL, (right - left + 1) * 32, (bottom - top + 1) * CELL));
    }
    return parts;
  }
}
