package vn.motcua.kiosk.paper.clean;

/**
 * The ruled lines of a page, across and down, drawn or dotted; and the page without them.
 *
 * @param rest the ink without the lines
 * @param lines how many lines there are, counted only once where they lie closer than 1.5 mm
 * @param streaks how many run over nearly the whole sheet and are thin: of paper, or a dirty
 *     scanner
 */
record Rulings(Ink rest, int lines, int streaks) {
  /** Millimetres. A stroke of a pen is not straight for so long. */
  private static final double SHORTEST = 22;

  private static final double GAP = 1.2;
  private static final double THICKEST = 0.9;
  private static final double APART = 1.5;
  private static final double WHOLE = 0.85;

  static Rulings of(Ink ink, Raster page) {
    Marks marks = Marks.of(ink);
    Slant.Points feet = new Slant.Points();
    Slant.Points sides = new Slant.Points();
    int middle = page.width() / 2;
    int centre = page.height() / 2;
    marks.each((mark, y, left, right) -> {
      sides.add(centre - y, right * Slant.PARTS);
      for (int x = left; x <= right; x++) {
        if (!ink.at(x, y + 1)) {
          feet.add(x - middle, y * Slant.PARTS);
        }
      }
    });
    Slant across =
        Slant.coarse(feet, page.height(), middle + 1).refined(feet, page.height(), middle + 1);
    Slant down =
        Slant.coarse(sides, page.width(), centre + 1).refined(sides, page.width(), centre + 1);
    boolean[] rest = ink.set().clone();
    Search rows = new Search(ink, rest, page, across.degrees(), true);
    Search columns = new Search(ink, rest, page, down.degrees(), false);
    rows.run();
    columns.run();
    return new Rulings(
        new Ink(ink.width(), ink.height(), rest),
        rows.lines + columns.lines,
        rows.streaks + columns.streaks);
  }

  private static final class Search {
    private final Ink ink;
    private final boolean[] rest;
    private final boolean across;
    private final double slope;
    private final int length;
    private final int span;
    private final int shortest;
    private final int gap;
    private final int thickness;
    private final double apart;
    private int lines;
    private int streaks;
    private double last = -1e9;
    private boolean lastWhole;

    private Search(Ink ink, boolean[] rest, Raster page, double degrees, boolean across) {
      this.ink = ink;
      this.rest = rest;
      this.across = across;
      slope = Math.tan(Math.toRadians(degrees)) * (across ? 1 : -1);
      length = across ? page.width() : page.height();
      span = across ? page.height() : page.width();
      shortest = (int) page.pixels(SHORTEST);
      gap = Math.max(2, (int) Math.round(page.pixels(GAP)));
      thickness = Math.max(2, (int) Math.ceil(page.pixels(THICKEST)));
      apart = page.pixels(APART);
    }

    private void run() {
      int slack = (int) Math.abs(length * slope / 2) + 1;
      for (int row = -slack; row < span + slack; row++) {
        walk(row);
      }
    }

    private int across(int row, int along) {
      return row + (int) Math.round((along - length / 2.0) * slope);
    }

    private boolean at(int row, int along) {
      return across ? ink.at(along, row) : ink.at(row, along);
    }

    private void walk(int row) {
      int start = -1;
      int end = -1;
      for (int along = 0; along <= length; along++) {
        boolean set = false;
        if (along < length) {
          int place = across(row, along);
          set = at(place, along) || at(place + 1, along);
        }
        if (set) {
          start = start < 0 ? along : start;
          end = along;
        } else if (start >= 0 && (along - end > gap || along == length)) {
          if (end - start >= shortest && isThin(row, start, end)) {
            found(row, start, end);
          }
          start = -1;
        }
      }
    }

    /** Paper on both sides, nearly everywhere. */
    private boolean isThin(int row, int start, int end) {
      int thin = 0;
      for (int along = start; along <= end; along++) {
        int place = across(row, along);
        boolean above = at(place - thickness, along);
        boolean below = at(place + 1 + thickness, along);
        thin += above || below ? 0 : 1;
      }
      return thin >= 0.8 * (end - start + 1);
    }

    private void found(int row, int start, int end) {
      boolean whole = end - start >= WHOLE * length;
      if (row - last > apart) {
        lines++;
        lastWhole = false;
      }
      streaks += whole && !lastWhole ? 1 : 0;
      lastWhole |= whole;
      last = row;
      // Where it was too faint to be followed, it goes on.
      for (int along = 0; along < length; along++) {
        int place = across(row, along);
        if (at(place - thickness, along) || at(place + 1 + thickness, along)) {
          continue;
        }
        for (int i = place - thickness / 2; i <= place + 1 + thickness / 2; i++) {
          int x = across ? along : i;
          int y = across ? i : along;
          if (x >= 0 && y >= 0 && x < ink.width() && y < ink.height()) {
            rest[y * ink.width() + x] = false;
          }
        }
      }
    }
  }
}
