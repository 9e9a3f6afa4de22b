package vn.motcua.kiosk.paper.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads patch codes (Kodak A-61599): bars 2.03 or 5.08 mm thick, 2.03 mm apart, 20.3 mm in all,
 * parallel to any edge. They have no direction of their own (T on its head is 3), so they are read
 * from the nearer edge of the sheet inwards, as they are printed.
 */
final class PatchReader {
  /** A unit in millimetres: a narrow bar, a light bar. A wide bar has two and a half. */
  private static final double UNIT = 2.032;

  private static final double WIDE = 2.5;

  /** Printers that fit a sheet to the paper, and sheets aslant, change the size so much. */
  private static final double SMALLEST = 0.82;

  private static final double LARGEST = 1.2;

  /** How much ink may have spread or shrunk at both edges of a bar together, in units. */
  private static final double MOST_SPREAD = 0.45;

  /** How far each bar may be off, in units; half way between narrow and wide are 0.75. */
  private static final double SLACK = 0.45;

  /** White before the first and behind the last bar, in units: more than between two bars. */
  private static final double MARGIN = 1.4;

  /** Millimetres between the lines that are looked at. */
  private static final double STEP = 1;

  /** The bars are at least 19 mm long; so many lines in a row must show them, gaps allowed. */
  private static final int LEAST_LINES = 12;

  /** Lines that may miss it: a stamp, a pen, a punch hole. */
  private static final int MOST_GAP = 6;

  /** Specks and scratches thinner than this are not seen, millimetres. */
  private static final double SPECK = 0.45;

  /** Four bars that were seen on one line. */
  private record Seen(String bars, double middle) {}

  /** The same bars on line after line. */
  private static final class Trail {
    private final String bars;
    private double middle;
    private int last;
    private int lines = 1;

    Trail(Seen seen, int line) {
      bars = seen.bars;
      middle = seen.middle;
      last = line;
    }
  }

  private final Ink ink;
  private final double pixels;

  /**
   * @param dpi of the page
   */
  PatchReader(Ink ink, double dpi) {
    this.ink = ink;
    this.pixels = dpi / 25.4;
  }

  /** The kinds of patch codes on the page. */
  Set<Patch> read() {
    Set<Patch> found = EnumSet.noneOf(Patch.class);
    int[] edges = new int[Math.max(ink.width(), ink.height()) + 2];
    int step = Math.max(1, (int) (STEP * pixels));
    List<Trail> trails = new ArrayList<>();
    for (int y = 0, line = 0; y < ink.height(); y += step, line++) {
      follow(trails, look(edges, ink.row(y, edges), ink.width()), line);
    }
    add(trails, ink.width(), found);
    trails.clear();
    for (int x = 0, line = 0; x < ink.width(); x += step, line++) {
      follow(trails, look(edges, ink.column(x, edges), ink.height()), line);
    }
    add(trails, ink.height(), found);
    return found;
  }

  private void follow(List<Trail> trails, List<Seen> seen, int line) {
    for (Seen each : seen) {
      Optional<Trail> trail =
          trails.stream()
              .filter(t ->
                  t.bars.equals(each.bars)
                      && line - t.last <= MOST_GAP
                      // Aslant by 10 degrees at most, and a ragged edge.
                      && Math.abs(t.middle - each.middle)
                          <= pixels * (STEP * 0.18 * (line - t.last) + 0.5))
              .findFirst();
      if (trail.isPresent()) {
        trail.get().middle = each.middle;
        trail.get().last = line;
        trail.get().lines++;
      } else {
        trails.add(new Trail(each, line));
      }
    }
  }

  private static void add(List<Trail> trails, int side, Set<Patch> found) {
    for (Trail trail : trails) {
      if (trail.lines >= LEAST_LINES) {
        boolean far = trail.middle > side / 2.0;
        String inwards = far ? new StringBuilder(trail.bars).reverse().toString() : trail.bars;
        Arrays.stream(Patch.values()).filter(p -> p.bars().equals(inwards)).forEach(found::add);
      }
    }
  }

  private List<Seen> look(int[] edges, int count, int side) {
    int runs = withoutSpecks(edges, count);
    List<Seen> seen = List.of();
    for (int i = 0; i + 7 < runs; i += 2) {
      double total = edges[i + 7] - edges[i];
      if (total < 10 * UNIT * SMALLEST * pixels || total > 10 * UNIT * LARGEST * pixels * 1.06) {
        continue;
      }
      // Beyond the edge of the sheet there is nothing.
      double before = i == 0 ? side : edges[i] - edges[i - 1];
      double after = i + 8 < runs ? edges[i + 8] - edges[i + 7] : side;
      Optional<String> bars = bars(edges, i, total, Math.min(before, after));
      if (bars.isPresent()) {
        Seen one = new Seen(bars.get(), (edges[i] + edges[i + 7]) / 2.0);
        if (seen.isEmpty()) {
          seen = new ArrayList<>();
        }
        seen.add(one);
      }
    }
    return seen;
  }

  private Optional<String> bars(int[] edges, int i, double total, double margin) {
    double light =
        (edges[i + 2] - edges[i + 1] + edges[i + 4] - edges[i + 3] + edges[i + 6] - edges[i + 5])
            / 3.0;
    // total = 10 units + spread, light = unit - spread
    double spread = (total - 10 * light) / 11;
    double unit = light + spread;
    if (unit < UNIT * SMALLEST * pixels
        || unit > UNIT * LARGEST * pixels
        || Math.abs(spread) > MOST_SPREAD * unit
        || margin < MARGIN * unit) {
      return Optional.empty();
    }
    StringBuilder bars = new StringBuilder();
    int wide = 0;
    for (int bar = 0; bar < 4; bar++) {
      double thick = (edges[i + 2 * bar + 1] - edges[i + 2 * bar] - spread) / unit;
      boolean isWide = thick > (1 + WIDE) / 2;
      if (Math.abs(thick - (isWide ? WIDE : 1)) > SLACK) {
        return Optional.empty();
      }
      if (bar < 3) {
        double gap = (edges[i + 2 * bar + 2] - edges[i + 2 * bar + 1] + spread) / unit;
        if (Math.abs(gap - 1) > SLACK) {
          return Optional.empty();
        }
      }
      wide += isWide ? 1 : 0;
      bars.append(isWide ? 'W' : 'N');
    }
    return wide == 2 ? Optional.of(bars.toString()) : Optional.empty();
  }

  /** Drops dark and light runs that are too thin, the light ones first: bars are mended. */
  private int withoutSpecks(int[] edges, int count) {
    double thin = SPECK * pixels;
    int kept = 0;
    for (int i = 0; i < count; i += 2) {
      if (kept > 0 && edges[i] - edges[kept - 1] < thin) {
        edges[kept - 1] = edges[i + 1];
      } else {
        edges[kept] = edges[i];
        edges[kept + 1] = edges[i + 1];
        kept += 2;
      }
    }
    int left = 0;
    for (int i = 0; i < kept; i += 2) {
      if (edges[i + 1] - edges[i] >= thin) {
        edges[left] = edges[i];
        edges[left + 1] = edges[i + 1];
        left += 2;
      }
    }
    return left;
  }
}
