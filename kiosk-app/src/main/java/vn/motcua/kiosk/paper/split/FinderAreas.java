package vn.motcua.kiosk.paper.split;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds where QR codes may stand: by the nested squares in three of their corners, whose middle is
 * crossed as 1:1:3:1:1 in every direction (ISO/IEC 18004 §6.3.3).
 */
final class FinderAreas {
  /** How far a run may be from its share, in modules; print that bled is uneven. */
  private static final double SLACK = 0.75;

  /** Squares of one code are at most so many modules apart: version 15. */
  private static final int FARTHEST = 75;

  /** From the middle of a square to the outer edge of the quiet zone, in modules. */
  private static final double LIGHT = 7.5;

  /** More squares than this in one place are a pattern, not codes. */
  private static final int MOST_TOGETHER = 12;

  /** Lone squares that are followed up: their companions may be under a stamp. */
  private static final int MOST_ALONE = 4;

  /**
   * Where a square's middle is.
   *
   * @param module pixels
   * @param seen rows that crossed it
   */
  private record Square(double x, double y, double module, int seen) {
    boolean near(double otherX, double otherY, double otherModule) {
      return Math.abs(x - otherX) <= 2 * module
          && Math.abs(y - otherY) <= 2 * module
          && sameSize(otherModule);
    }

    boolean sameSize(double otherModule) {
      return module <= 1.6 * otherModule && otherModule <= 1.6 * module;
    }
  }

  /** A place where a QR may be, and how large its modules are in pixels. */
  record Found(Area area, double module) {}

  private final Ink ink;
  private final List<Square> squares = new ArrayList<>();

  FinderAreas(Ink ink) {
    this.ink = ink;
  }

  /**
   * @param dpi of the page; modules of 0.15 to 2.5 mm are looked for
   */
  List<Found> find(double dpi) {
    double least = Math.max(1.2, dpi * 0.15 / 25.4);
    double most = dpi * 2.5 / 25.4;
    int[] edges = new int[ink.width() + 2];
    for (int y = 1; y < ink.height(); y += 2) {
      int count = ink.row(y, edges);
      for (int i = 0; i + 5 < count; i += 2) {
        double module = (edges[i + 5] - edges[i]) / 7.0;
        if (module >= least && module <= most && fits(edges, i, module)) {
          check((edges[i + 2] + edges[i + 3]) / 2.0, y, module);
        }
      }
    }
    squares.removeIf(square -> square.seen < 2 && square.module > 2);
    return groups();
  }

  private static boolean fits(int[] edges, int i, double module) {
    // Light beside dark: what bled into one is missing in the other, their sum is sound.
    double slack = SLACK * module;
    return Math.abs(edges[i + 3] - edges[i + 2] - 3 * module) <= 2 * slack
        && Math.abs(edges[i + 1] - edges[i] - module) <= slack
        && Math.abs(edges[i + 2] - edges[i + 1] - module) <= slack
        && Math.abs(edges[i + 4] - edges[i + 3] - module) <= slack
        && Math.abs(edges[i + 5] - edges[i + 4] - module) <= slack;
  }

  /** Crosses it downwards too; beside the middle if a speck is in the way there. */
  private void check(double middle, int y, double module) {
    int[] ends = new int[6];
    if (!crosses((int) middle, y, module, ends)
        && !crosses((int) (middle - 0.8 * module), y, module, ends)
        && !crosses((int) (middle + 0.8 * module), y, module, ends)) {
      return;
    }
    double cy = (ends[2] + ends[3]) / 2.0;
    for (int i = 0; i < squares.size(); i++) {
      Square known = squares.get(i);
      if (known.near(middle, cy, module)) {
        squares.set(i, new Square(known.x, known.y, known.module, known.seen + 1));
        return;
      }
    }
    squares.add(new Square(middle, cy, module, 1));
  }

  private boolean crosses(int x, int y, double module, int[] ends) {
    int far = (int) Math.ceil(5 * module);
    if (!walk(x, y, -1, far, ends) || !walk(x, y, 1, far, ends)) {
      return false;
    }
    double down = (ends[5] - ends[0]) / 7.0;
    return down <= 1.5 * module && module <= 1.5 * down && fits(ends, 0, down);
  }

  /** Fills in the three changes of colour above or below a point in the middle. */
  private boolean walk(int x, int y, int step, int far, int[] ends) {
    int place = step < 0 ? 2 : 3;
    boolean dark = true;
    for (int v = y, gone = 0; gone <= far && v >= 0 && v < ink.height(); v += step, gone++) {
      if (ink.at(x, v) != dark) {
        ends[place] = step < 0 ? v + 1 : v;
        place += step;
        dark = !dark;
        if (place < 0 || place > 5) {
          return true;
        }
      }
    }
    return false;
  }

  private List<Found> groups() {
    List<Found> found = new ArrayList<>();
    boolean[] taken = new boolean[squares.size()];
    int alone = 0;
    for (int i = 0; i < squares.size(); i++) {
      if (taken[i]) {
        continue;
      }
      List<Square> group = new ArrayList<>(List.of(squares.get(i)));
      taken[i] = true;
      for (int g = 0; g < group.size(); g++) {
        for (int j = 0; j < squares.size(); j++) {
          if (!taken[j] && together(group.get(g), squares.get(j))) {
            taken[j] = true;
            group.add(squares.get(j));
          }
        }
      }
      List<Found> whole = corners(group);
      found.addAll(whole);
      boolean worth = group.size() > 1 || (squares.get(i).seen > 2 && alone++ < MOST_ALONE);
      if (whole.isEmpty() && worth) {
        found.add(area(group));
      }
    }
    return found;
  }

  /** The codes whose three corners are all there: other squares nearby would mislead decoders. */
  private List<Found> corners(List<Square> group) {
    List<Found> found = new ArrayList<>();
    for (int i = 0; group.size() <= MOST_TOGETHER && i < group.size(); i++) {
      for (int j = 0; j < group.size(); j++) {
        for (int k = j + 1; k < group.size(); k++) {
          if (i != j && i != k && isCorner(group.get(i), group.get(j), group.get(k))) {
            found.add(area(List.of(group.get(i), group.get(j), group.get(k)), LIGHT));
          }
        }
      }
    }
    return found;
  }

  /** Whether the ways from {@code at} to the others are of one length and stand upright. */
  private static boolean isCorner(Square at, Square one, Square other) {
    double ax = one.x - at.x;
    double ay = one.y - at.y;
    double bx = other.x - at.x;
    double by = other.y - at.y;
    double a = Math.hypot(ax, ay);
    double b = Math.hypot(bx, by);
    return a > 11 * at.module
        && Math.abs(a - b) < 0.15 * Math.max(a, b)
        && Math.abs(ax * bx + ay * by) < 0.17 * a * b;
  }

  private static boolean together(Square one, Square other) {
    double far = FARTHEST * Math.max(one.module, other.module);
    return one.sameSize(other.module)
        && Math.abs(one.x - other.x) <= far
        && Math.abs(one.y - other.y) <= far;
  }

  private Found area(List<Square> group) {
    Found tight = area(group, 0);
    // Three squares would span the code, if none of them is chance; with fewer it may reach out to
    // any side.
    double span = Math.max(tight.area.width(), tight.area.height());
    double reach =
        switch (group.size()) {
          case 1 -> 40 * tight.module;
          case 2 -> span + 8 * tight.module;
          default -> span / 3 + 9 * tight.module;
        };
    return new Found(
        tight.area.grown((int) reach, (int) reach).within(ink.width(), ink.height()), tight.module);
  }

  /** What the middles span and {@code modules} around it. */
  private Found area(List<Square> group, double modules) {
    double left = Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    double right = 0;
    double bottom = 0;
    double module = 0;
    for (Square square : group) {
      left = Math.min(left, square.x);
      right = Math.max(right, square.x);
      top = Math.min(top, square.y);
      bottom = Math.max(bottom, square.y);
      module += square.module / group.size();
    }
    int reach = (int) (modules * module);
    Area area =
        new Area((int) left, (int) top, (int) (right - left) + 1, (int) (bottom - top) + 1)
            .grown(reach, reach)
            .within(ink.width(), ink.height());
    return new Found(area, module);
  }
}
