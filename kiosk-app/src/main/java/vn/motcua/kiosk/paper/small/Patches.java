package vn.motcua.kiosk.paper.small;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Where a page must be kept as a photograph: stamps with texture, faces, pencil, tints, guilloche.
 * Cells that go together make one rectangle.
 */
final class Patches {
  /** A rectangle in cells; right and bottom not within. */
  record Area(int left, int top, int right, int bottom) {
    int size() {
      return (right - left) * (bottom - top);
    }

    Area with(Area other) {
      return new Area(
          Math.min(left, other.left),
          Math.min(top, other.top),
          Math.max(right, other.right),
          Math.max(bottom, other.bottom));
    }
  }

  /** Text on even paper stays below 80 in each cell (24 pages, 2026); stamps over text reach 900. */
  private static final int TONE = 150;

  private static final int DETAIL = 60;

  /** A speck of dust is not worth a photograph; a comma in pencil is. */
  private static final int LEAST = 500;

  /** A few cells of even ink that is not quite one: not a picture yet. */
  private static final int LEAST_PICTURE = 6;

  private static final int REACH = 2;

  /** Cells whose ink is not painted. */
  final boolean[] erased;

  /** Cells whose ink is photographed: those about the erased ones too, or a seam would show. */
  final boolean[] photographed;

  /** Cells that are shown by a patch. */
  final boolean[] shown;

  final List<Area> areas = new ArrayList<>();

  private final int across;
  private final int down;

  /**
   * @param coloured cells with coloured ink: what hangs together in colour, a stamp, is shown by one
   *     means, not half by stencil and half by photograph
   */
  Patches(Residue residue, boolean[] coloured) {
    across = residue.across;
    down = residue.down;
    boolean[] toned = new boolean[across * down];
    boolean[] wanted = new boolean[across * down];
    for (int at = 0; at < wanted.length; at++) {
      toned[at] = residue.tone[at] > TONE || residue.picture[at];
      wanted[at] = toned[at] || residue.detail[at] > DETAIL;
    }
    flood(toned, coloured);
    boolean[] ink = grown(toned, 1);
    for (int at = 0; at < wanted.length; at++) {
      wanted[at] |= ink[at];
    }
    boolean[] wide = grown(wanted, REACH);
    photographed = new boolean[across * down];
    erased = new boolean[across * down];
    shown = new boolean[across * down];
    boolean[] done = new boolean[across * down];
    for (int at = 0; at < wide.length; at++) {
      if (wide[at] && !done[at]) {
        group(at, wide, done, residue, ink, toned);
      }
    }
    join();
  }

  private void flood(boolean[] cells, boolean[] through) {
    Deque<Integer> next = new ArrayDeque<>();
    for (int at = 0; at < cells.length; at++) {
      if (cells[at] && through[at]) {
        next.add(at);
      }
    }
    while (!next.isEmpty()) {
      int at = next.poll();
      int x = at % across;
      int y = at / across;
      for (int ny = Math.max(0, y - 1); ny <= Math.min(down - 1, y + 1); ny++) {
        for (int nx = Math.max(0, x - 1); nx <= Math.min(across - 1, x + 1); nx++) {
          int to = ny * across + nx;
          if (through[to] && !cells[to]) {
            cells[to] = true;
            next.add(to);
          }
        }
      }
    }
  }

  private void group(int start, boolean[] wide, boolean[] done, Residue residue, boolean[] ink, boolean[] toned) {
    Deque<Integer> next = new ArrayDeque<>();
    List<Integer> cells = new ArrayList<>();
    next.add(start);
    done[start] = true;
    long sum = 0;
    int pictures = 0;
    Area area = null;
    while (!next.isEmpty()) {
      int at = next.poll();
      cells.add(at);
      int x = at % across;
      int y = at / across;
      Area cell = new Area(x, y, x + 1, y + 1);
      area = area == null ? cell : area.with(cell);
      pictures += residue.picture[at] ? 1 : 0;
      sum += residue.tone[at] + residue.detail[at];
      for (int ny = Math.max(0, y - 1); ny <= Math.min(down - 1, y + 1); ny++) {
        for (int nx = Math.max(0, x - 1); nx <= Math.min(across - 1, x + 1); nx++) {
          int to = ny * across + nx;
          if (wide[to] && !done[to]) {
            done[to] = true;
            next.add(to);
          }
        }
      }
    }
    if (sum < LEAST && pictures < LEAST_PICTURE || area == null) {
      return;
    }
    areas.add(area);
    if (pictures >= LEAST_PICTURE) {
      // A picture has light parts too, which look like paper with some ink on it.
      for (int y = area.top; y < area.bottom; y++) {
        int row = y * across;
        Arrays.fill(shown, row + area.left, row + area.right, true);
        Arrays.fill(photographed, row + area.left, row + area.right, true);
        Arrays.fill(erased, row + area.left, row + area.right, true);
      }
      return;
    }
    for (int at : cells) {
      shown[at] = true;
      photographed[at] |= ink[at];
      erased[at] |= toned[at];
    }
  }

  /** Rectangles that meet become one: each place of the page is shown by one patch only. */
  private void join() {
    boolean again = true;
    while (again) {
      again = false;
      for (int i = 0; i < areas.size() && !again; i++) {
        for (int j = i + 1; j < areas.size() && !again; j++) {
          Area a = areas.get(i);
          Area b = areas.get(j);
          boolean meet =
              a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
          if (meet || a.with(b).size() < 1.2 * (a.size() + b.size())) {
            areas.set(i, a.with(b));
            areas.remove(j);
            again = true;
          }
        }
      }
    }
  }

  /** How much of the page is shown by patches, 0 to 1. */
  double share() {
    int count = 0;
    for (boolean cell : shown) {
      count += cell ? 1 : 0;
    }
    return (double) count / shown.length;
  }

  private boolean[] grown(boolean[] cells, int reach) {
    boolean[] grown = new boolean[cells.length];
    for (int at = 0; at < cells.length; at++) {
      if (cells[at]) {
        int x = at % across;
        int y = at / across;
        for (int ny = Math.max(0, y - reach); ny <= Math.min(down - 1, y + reach); ny++) {
          for (int nx = Math.max(0, x - reach); nx <= Math.min(across - 1, x + reach); nx++) {
            grown[ny * across + nx] = true;
          }
        }
      }
    }
    return grown;
  }
}
