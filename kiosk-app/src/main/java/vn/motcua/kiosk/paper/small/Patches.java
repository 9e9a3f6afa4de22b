package vn.motcua.kiosk.paper.small;

import java.util.ArrayList;
import java.util.Arrays;
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

  /**
   * Text on even paper stays below 80 in each cell (24 pages, 2026); stamps over text reach 900.
   */
  private static final int TONE = 150;

  private static final int DETAIL = 60;

  private static final int FAINT_DETAIL = 12;

  private static final double ENOUGH_TONED = 0.15;

  /** How far, on average, a stamp's ink is from one tone before it has a texture to be kept. */
  private static final int UNEVEN_INK = 24;

  /** A speck of dust is not worth a photograph; a comma in pencil is. */
  private static final int LEAST = 500;

  /** A few cells of even ink that is not quite one: not a picture yet. */
  private static final int LEAST_PICTURE = 6;

  private static final int REACH = 2;

  /** Cells whose ink is not painted but photographed. */
  final boolean[] photographed;

  /** Cells that are shown by a patch. */
  final boolean[] shown;

  final List<Area> areas = new ArrayList<>();

  private final int across;
  private final int down;

  /**
   * @param coloured cells with coloured ink: what hangs together in colour, a stamp, is shown by
   *     one means, not half by stencil and half by photograph
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
    whole(toned, coloured, residue);
    boolean[] ink = grown(toned, 1);
    for (int at = 0; at < wanted.length; at++) {
      wanted[at] |= ink[at];
    }
    spread(wanted, residue.detail);
    boolean[] wide = grown(wanted, REACH);
    photographed = new boolean[across * down];
    shown = new boolean[across * down];
    boolean[] done = new boolean[across * down];
    for (int at = 0; at < wide.length; at++) {
      if (wide[at] && !done[at]) {
        group(connected(at, wide, done), residue, ink);
      }
    }
    join();
  }

  /** What hangs together in colour is photographed whole if enough of it must be. */
  private void whole(boolean[] toned, boolean[] coloured, Residue residue) {
    boolean[] done = new boolean[toned.length];
    for (int start = 0; start < toned.length; start++) {
      if (coloured[start] && !done[start]) {
        List<Integer> cells = connected(start, coloured, done);
        long bad = cells.stream().filter(at -> toned[at]).count();
        long solid = cells.stream().mapToLong(at -> residue.solid[at]).sum();
        long uneven = cells.stream().mapToLong(at -> residue.uneven[at]).sum();
        if (bad > cells.size() * ENOUGH_TONED || uneven > solid * UNEVEN_INK) {
          cells.forEach(at -> toned[at] = true);
        }
      }
    }
  }

  /** From where detail is plain to where it is fainter. */
  private void spread(boolean[] wanted, int[] detail) {
    boolean[] faint = new boolean[wanted.length];
    for (int at = 0; at < faint.length; at++) {
      faint[at] = wanted[at] || detail[at] > FAINT_DETAIL;
    }
    boolean[] done = new boolean[wanted.length];
    for (int start = 0; start < wanted.length; start++) {
      if (wanted[start] && !done[start]) {
        connected(start, faint, done).forEach(at -> wanted[at] = true);
      }
    }
  }

  private List<Integer> connected(int start, boolean[] through, boolean[] done) {
    List<Integer> cells = new ArrayList<>();
    cells.add(start);
    done[start] = true;
    for (int next = 0; next < cells.size(); next++) {
      int x = cells.get(next) % across;
      int y = cells.get(next) / across;
      for (int ny = Math.max(0, y - 1); ny <= Math.min(down - 1, y + 1); ny++) {
        for (int nx = Math.max(0, x - 1); nx <= Math.min(across - 1, x + 1); nx++) {
          int to = ny * across + nx;
          if (through[to] && !done[to]) {
            done[to] = true;
            cells.add(to);
          }
        }
      }
    }
    return cells;
  }

  private void group(List<Integer> cells, Residue residue, boolean[] ink) {
    long sum = 0;
    int pictures = 0;
    Area area = new Area(across, down, 0, 0);
    for (int at : cells) {
      int x = at % across;
      int y = at / across;
      area = area.with(new Area(x, y, x + 1, y + 1));
      pictures += residue.picture[at] ? 1 : 0;
      sum += residue.tone[at] + residue.detail[at];
    }
    if (sum < LEAST && pictures < LEAST_PICTURE) {
      return;
    }
    areas.add(area);
    if (pictures >= LEAST_PICTURE) {
      // A picture has light parts too, which look like paper with some ink on it.
      for (int y = area.top; y < area.bottom; y++) {
        int row = y * across;
        Arrays.fill(shown, row + area.left, row + area.right, true);
        Arrays.fill(photographed, row + area.left, row + area.right, true);
      }
      return;
    }
    for (int at : cells) {
      shown[at] = true;
      photographed[at] |= ink[at];
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

  /**
   * Ink that no photograph shows. It reaches a pixel into the photographs, or viewers that set
   * pictures on whole pixels of the screen would leave a gap.
   */
  Bits unshown(Bits inked) {
    Bits kept = new Bits(inked.width, inked.height);
    for (int y = 0; y < inked.height; y++) {
      int cells = y / Ground.CELL * across;
      for (int cell = 0; cell < across; cell++) {
        if (!photographed[cells + cell]) {
          kept.words[y * inked.stride + cell / 8] |= 0xFF00000000000000L >>> (cell % 8 * 8);
        }
      }
    }
    return kept.grown().and(inked);
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
