package vn.motcua.kiosk.paper.clean;

import java.util.List;
import vn.motcua.kiosk.paper.clean.Marks.Mark;
import vn.motcua.kiosk.paper.pix.GreyPix;

/**
 * Which way the lines of a page run, as far as the shape of its ink tells.
 *
 * @param marks all ink
 * @param text which of them have a letter's size
 * @param across how sharp the letters' rows are if they run across the page
 * @param down and if they run down it
 * @param leaning how far all lines, rules included, lean; of those that run the sharper way
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; made for one look at one page
record Lines(Raster page, Marks marks, boolean[] text, Slant across, Slant down, Slant leaning) {
  /** Dots per inch at which pages are looked at: a letter of 8 points is 6 pixels high. */
  static final double DPI = 100;

  /** Darker than this share of the paper is ink. */
  private static final double DARK = 0.68;

  /** Millimetres. */
  private static final double LEAST_LETTER = 0.8;

  private static final double LARGEST_LETTER = 14;
  private static final double LONGEST_WORD = 45;
  private static final double THICKEST_RULE = 1.5;

  /** Rules are trusted more than letters only if they are that sharp. */
  private static final double SHARP_RULES = 2.5;

  static Lines of(GreyPix picture, double dpi) {
    Raster page = Raster.of(picture, dpi, DPI);
    Ground ground = Ground.of(page);
    Ink ink = Ink.of(page, ground, DARK);
    Marks marks = Marks.of(ink);
    boolean[] text = text(page, marks.all());
    Edges edges = new Edges(page, ground, ink);
    marks.each((mark, y, left, right) -> {
      if (text[mark]) {
        edges.text(y, left, right);
      } else if (isFrame(page, marks.all().get(mark))) {
        edges.other(y, left, right);
      }
    });
    Slant across = edges.coarse(edges.feet, page.height(), page.width());
    Slant down = edges.coarse(edges.sides, page.width(), page.height());
    Slant leaning =
        across.sharpness() >= down.sharpness()
            ? edges.leaning(across, edges.feet, edges.allFeet, page.height(), page.width())
            : edges.leaning(down, edges.sides, edges.allSides, page.width(), page.height());
    return new Lines(page, marks, text, across, down, leaning);
  }

  /** Marks of a letter's size, or of a word's whose letters touch. */
  private static boolean[] text(Raster page, List<Mark> marks) {
    boolean[] text = new boolean[marks.size()];
    double least = page.pixels(LEAST_LETTER);
    double largest = page.pixels(LARGEST_LETTER);
    double word = page.pixels(LONGEST_WORD);
    for (int i = 0; i < text.length; i++) {
      Mark mark = marks.get(i);
      int small = Math.min(mark.width(), mark.height());
      int big = mark.longest();
      text[i] = big >= least && small <= largest && big <= word && big <= 25 * small;
    }
    return text;
  }

  /**
   * A rule, a table, a picture's edge; not a signature, which is long but neither thin nor high.
   */
  private static boolean isFrame(Raster page, Mark mark) {
    int small = Math.min(mark.width(), mark.height());
    return mark.longest() > page.pixels(LONGEST_WORD)
        && (small < page.pixels(THICKEST_RULE) || small > page.pixels(LARGEST_LETTER));
  }

  /** How many marks have a letter's size. */
  int letters() {
    int letters = 0;
    for (boolean one : text) {
      letters += one ? 1 : 0;
    }
    return letters;
  }

  private static final class Edges {
    private final Raster page;
    private final Ink ink;
    private final int middle;
    private final int centre;
    private final Slant.Points feet = new Slant.Points();
    private final Slant.Points sides = new Slant.Points();
    private final Slant.Points allFeet = new Slant.Points();
    private final Slant.Points allSides = new Slant.Points();

    private final Ground ground;
    private final float[] paper;
    private int row = -1;

    private Edges(Raster page, Ground ground, Ink ink) {
      this.ground = ground;
      paper = new float[page.width()];
      this.page = page;
      this.ink = ink;
      middle = page.width() / 2;
      centre = page.height() / 2;
    }

    private void text(int y, int left, int right) {
      collect(y, left, right, feet, sides);
    }

    private void other(int y, int left, int right) {
      collect(y, left, right, allFeet, allSides);
    }

    private void collect(int y, int left, int right, Slant.Points down, Slant.Points out) {
      if (y != row) {
        ground.row(y, paper);
        row = y;
      }
      int width = page.width();
      byte[] light = page.light();
      int from = y * width;
      if (y + 1 < page.height()) {
        for (int x = left; x <= right; x++) {
          int at = from + x;
          if (!ink.set()[at + width]) {
            int place = y * Slant.PARTS + part(light[at], light[at + width], paper[x]);
            down.add(x - middle, place);
          }
        }
      }
      if (right + 1 < width) {
        int at = from + right;
        int place = right * Slant.PARTS + part(light[at], light[at + 1], paper[right]);
        out.add(centre - y, place);
      }
    }

    /** How far from the dark pixel's middle to the light one's the edge lies. */
    private static int part(byte dark, byte light, float paper) {
      int from = dark & 0xFF;
      int to = light & 0xFF;
      int edge = (int) (paper * DARK);
      return to <= from ? 0 : Math.clamp((edge - from) * Slant.PARTS / (to - from), 0, Slant.PARTS);
    }

    private Slant coarse(Slant.Points points, int span, int length) {
      return Slant.coarse(points, span, length / 2 + 1);
    }

    private Slant leaning(
        Slant text, Slant.Points letters, Slant.Points other, int span, int length) {
      Slant rules = other.count() > letters.count() / 8 ? coarse(other, span, length) : Slant.NONE;
      // A table's rules are sharper than any text; where both are, they agree.
      return rules.sharpness() > Math.max(text.sharpness(), SHARP_RULES) || text.sharpness() < 1.1
          ? rules.refined(other, span, length / 2 + 1)
          : text.refined(letters, span, length / 2 + 1);
    }
  }
}
