package vn.motcua.kiosk.paper.clean;

import java.util.List;
import vn.motcua.kiosk.paper.clean.Marks.Mark;

/**
 * The largest thing on the glass, as the smallest rectangle around it, in a reduced picture's
 * pixels.
 *
 * @param degrees clockwise, by which the picture must be turned for it to stand straight
 * @param fill how much of the rectangle it fills, 0 to 1
 */
record Sheet(
    double centreX, double centreY, double width, double height, double degrees, double fill) {
  private static final Sheet NONE = new Sheet(0, 0, 0, 0, 0, 0);

  /** From a lid as dark as this, anything lighter is a sheet; from a white one, only paper. */
  private static final int WHITE_LID = 205;

  private static final int LEAST_STEP = 5;
  private static final int DARK_LID_STEP = 22;
  private static final int PAPER = 170;
  private static final double PAPER_SHARE = 0.55;
  private static final double RANGE = 20;

  /** Millimetres. */
  private static final double LEAST_MARK = 1.5;

  private static final double BESIDE = 1.6;

  static Sheet find(Raster page, int lid) {
    int[] calm = Lid.calm(page);
    boolean[] set = new boolean[calm.length];
    int step = step(lid);
    for (int i = 0; i < calm.length; i++) {
      set[i] = lid >= WHITE_LID ? Math.abs(calm[i] - lid) >= step : calm[i] - lid >= step;
    }
    Marks marks = Marks.of(new Ink(page.width(), page.height(), set));
    int largest = -1;
    List<Mark> all = marks.all();
    for (int i = 0; i < all.size(); i++) {
      largest = largest < 0 || all.get(i).area() > all.get(largest).area() ? i : largest;
    }
    if (largest < 0) {
      return NONE;
    }
    Outline outline = new Outline(page, largest);
    marks.each(outline::add);
    if (lid >= WHITE_LID && !isPaper(calm, page, outline)) {
      return NONE;
    }
    return outline.rectangle();
  }

  private static int step(int lid) {
    return lid >= WHITE_LID ? LEAST_STEP : DARK_LID_STEP;
  }

  /** One light tone all over: not a photograph or a grey field that is printed on a page. */
  private static boolean isPaper(int[] calm, Raster page, Outline outline) {
    int[] counts = new int[256];
    int total = 0;
    for (int y = 0; y < page.height(); y++) {
      for (int x = outline.left[y]; x <= outline.right[y]; x++) {
        counts[calm[y * page.width() + x]]++;
        total++;
      }
    }
    int most = 0;
    int tone = 0;
    for (int value = 5; value < 251; value++) {
      int near = 0;
      for (int i = value - 5; i <= value + 5; i++) {
        near += counts[i];
      }
      if (near > most) {
        most = near;
        tone = value;
      }
    }
    return tone >= PAPER && most >= PAPER_SHARE * total;
  }

  /** Whether nothing else lies on the glass. */
  boolean isAlone(Raster page, int lid) {
    boolean[] set = new boolean[page.light().length];
    double cos = Math.cos(Math.toRadians(degrees));
    double sin = Math.sin(Math.toRadians(degrees));
    double room = page.pixels(0.8);
    for (int y = 0; y < page.height(); y++) {
      for (int x = 0; x < page.width(); x++) {
        int at = y * page.width() + x;
        if (Math.abs((page.light()[at] & 0xFF) - lid) > 24) {
          double along = (x - centreX) * cos - (y - centreY) * sin;
          double across = (x - centreX) * sin + (y - centreY) * cos;
          set[at] = Math.abs(along) > width / 2 + room || Math.abs(across) > height / 2 + room;
        }
      }
    }
    double least = page.pixels(LEAST_MARK);
    double edge = page.pixels(3);
    for (Mark mark : Marks.of(new Ink(page.width(), page.height(), set)).all()) {
      boolean outermost =
          mark.right() < edge
              || mark.bottom() < edge
              || mark.left() > page.width() - edge
              || mark.top() > page.height() - edge;
      if (mark.longest() >= least && !outermost) {
        return false;
      }
    }
    return true;
  }

  /** Whether paper and lid meet sharply on each side that lies within the picture. */
  boolean hasEdges(Raster page, int lid) {
    double beside = page.pixels(BESIDE);
    int inner = 0;
    for (int side = 0; side < 4; side++) {
      boolean horizontal = side < 2;
      double sign = side % 2 == 0 ? -1 : 1;
      double half = (horizontal ? height : width) / 2;
      double length = horizontal ? width : height;
      int steps = 0;
      int seen = 0;
      for (double along = -0.45; along <= 0.45; along += 0.05) {
        double outside = value(page, horizontal, along * length, sign * (half + beside));
        double inside = value(page, horizontal, along * length, sign * (half - beside));
        if (outside >= 0 && inside >= 0) {
          seen++;
          boolean step = Math.abs(inside - lid) >= 0.7 * step(lid);
          steps +=
              step && Math.abs(outside - lid) < Math.max(LEAST_STEP, 0.3 * Math.abs(inside - lid))
                  ? 1
                  : 0;
        }
      }
      if (seen >= 10) {
        inner++;
        if (steps < 0.75 * seen) {
          return false;
        }
      }
    }
    return inner >= 1;
  }

  /** The usual value of the pixels about a place beside the middle; -1 out of the picture. */
  private double value(Raster page, boolean horizontal, double along, double across) {
    double radians = Math.toRadians(-degrees);
    double u = horizontal ? along : across;
    double v = horizontal ? across : along;
    int x = (int) Math.round(centreX + u * Math.cos(radians) - v * Math.sin(radians));
    int y = (int) Math.round(centreY + u * Math.sin(radians) + v * Math.cos(radians));
    if (x < 2 || y < 2 || x >= page.width() - 2 || y >= page.height() - 2) {
      return -1;
    }
    int[] near = new int[9];
    for (int i = 0; i < 9; i++) {
      near[i] = page.light()[(y + i / 3 - 1) * page.width() + x + i % 3 - 1] & 0xFF;
    }
    java.util.Arrays.sort(near);
    return near[4];
  }

  /** The leftmost and rightmost pixels of one mark, row by row. */
  private static final class Outline {
    private final int wanted;
    private final int[] left;
    private final int[] right;

    private Outline(Raster page, int wanted) {
      this.wanted = wanted;
      left = new int[page.height()];
      right = new int[page.height()];
      java.util.Arrays.fill(left, Integer.MAX_VALUE);
      java.util.Arrays.fill(right, -1);
    }

    private void add(int mark, int y, int from, int to) {
      if (mark == wanted) {
        left[y] = Math.min(left[y], from);
        right[y] = Math.max(right[y], to);
      }
    }

    private Sheet rectangle() {
      double area = 0;
      for (int y = 0; y < left.length; y++) {
        area += Math.max(0, right[y] - left[y] + 1);
      }
      Sheet best = NONE;
      double least = Double.MAX_VALUE;
      for (double degrees = -RANGE; degrees <= RANGE; degrees += 0.25) {
        Sheet tried = rectangle(degrees, area);
        double size = tried.width() * tried.height();
        // Of equals the straighter one.
        if (size < least * (Math.abs(degrees) < Math.abs(best.degrees()) ? 1.0005 : 0.9995)) {
          least = size;
          best = tried;
        }
      }
      return best;
    }

    private Sheet rectangle(double degrees, double area) {
      double cos = Math.cos(Math.toRadians(degrees));
      double sin = Math.sin(Math.toRadians(degrees));
      double low = Double.MAX_VALUE;
      double high = -Double.MAX_VALUE;
      double near = Double.MAX_VALUE;
      double far = -Double.MAX_VALUE;
      for (int y = 0; y < left.length; y++) {
        if (right[y] < 0) {
          continue;
        }
        for (int x = left[y]; ; x = right[y]) {
          double along = x * cos - y * sin;
          double across = x * sin + y * cos;
          low = Math.min(low, along);
          high = Math.max(high, along);
          near = Math.min(near, across);
          far = Math.max(far, across);
          if (x == right[y]) {
            break;
          }
        }
      }
      double along = (low + high) / 2;
      double across = (near + far) / 2;
      double width = high - low + 1;
      double height = far - near + 1;
      return new Sheet(
          along * cos + across * sin,
          across * cos - along * sin,
          width,
          height,
          degrees,
          Math.min(1, area / (width * height)));
    }
  }
}
