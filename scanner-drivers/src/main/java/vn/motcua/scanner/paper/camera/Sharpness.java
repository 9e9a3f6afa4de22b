package vn.motcua.scanner.paper.camera;

import java.util.OptionalDouble;

/**
 * Over how many pixels an edge spreads: the contrast between its two ends divided by its steepest
 * step, in the middle of the strong edges. That does not depend on how much is written: a page with
 * one line is judged by that line, an empty one by the sheet's own sides. Moving blurs in one
 * direction only, so both are measured and the worse counts.
 */
final class Sharpness {
  private static final int ENOUGH = 120;
  private static final int FEW = 24;
  private static final int BINS = 400;

  /** Bins a pixel. */
  private static final double FINE = 16;

  private final int[] across = new int[BINS];
  private final int[] down = new int[BINS];
  private int acrossCount;
  private int downCount;

  private Sharpness() {}

  /** Pixels, or nothing if there is neither print nor a side to judge by. */
  static OptionalDouble spread(Picture sheet, Picture from, Quad corners) {
    Sharpness print = new Sharpness();
    print.measure(sheet);
    if (print.acrossCount >= ENOUGH && print.downCount >= ENOUGH) {
      return print.worse(FEW);
    }
    Sharpness sides = new Sharpness();
    sides.measureSides(sheet, from, corners);
    if (print.acrossCount < ENOUGH && sides.acrossCount >= FEW) {
      add(sides.across, print.across);
      print.acrossCount += sides.acrossCount;
    }
    if (print.downCount < ENOUGH && sides.downCount >= FEW) {
      add(sides.down, print.down);
      print.downCount += sides.downCount;
    }
    return print.worse(FEW);
  }

  private static void add(int[] from, int[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] += from[i];
    }
  }

  private OptionalDouble worse(int enough) {
    double worst = 0;
    if (acrossCount >= enough) {
      worst = Math.max(worst, middle(across, acrossCount));
    }
    if (downCount >= enough) {
      worst = Math.max(worst, middle(down, downCount));
    }
    return worst > 0 ? OptionalDouble.of(worst) : OptionalDouble.empty();
  }

  /** The width under which half of the edges stay. */
  private static double middle(int[] counts, int count) {
    int sum = 0;
    for (int i = 0; i < BINS; i++) {
      sum += counts[i];
      if (sum >= count / 2) {
        return (i + 0.5) / FINE;
      }
    }
    return BINS / FINE;
  }

  private void measure(Picture sheet) {
    int margin = Math.max(3, sheet.width() / 60);
    int[] line = new int[Math.max(sheet.width(), sheet.height())];
    int stepY = Math.max(1, sheet.height() / 700);
    for (int y = margin; y < sheet.height() - margin; y += stepY) {
      for (int x = margin; x < sheet.width() - margin; x++) {
        line[x] = sheet.grey(x, y);
      }
      acrossCount += edges(line, margin, sheet.width() - margin, across);
    }
    int stepX = Math.max(1, sheet.width() / 500);
    for (int x = margin; x < sheet.width() - margin; x += stepX) {
      for (int y = margin; y < sheet.height() - margin; y++) {
        line[y] = sheet.grey(x, y);
      }
      downCount += edges(line, margin, sheet.height() - margin, down);
    }
  }

  /** Enters every run from dark to bright or back that is high enough; gives how many. */
  private static int edges(int[] line, int from, int to, int[] counts) {
    int found = 0;
    int start = from;
    for (int x = from + 1; x < to; x++) {
      int step = line[x] - line[x - 1];
      boolean ends =
          x + 1 >= to || step == 0 || Integer.signum(line[x + 1] - line[x]) != Integer.signum(step);
      if (step == 0) {
        start = x;
        continue;
      }
      if (ends) {
        found += enter(line, start, x, counts);
        start = x;
      }
    }
    return found;
  }

  private static int enter(int[] line, int start, int end, int[] counts) {
    int contrast = Math.abs(line[end] - line[start]);
    int bright = Math.max(line[end], line[start]);
    if (contrast < 24 || contrast < 0.33 * bright) {
      return 0;
    }
    int steepest = 1;
    for (int x = start + 1; x <= end; x++) {
      steepest = Math.max(steepest, Math.abs(line[x] - line[x - 1]));
    }
    counts[(int) Math.min(BINS - 1.0, FINE * contrast / steepest)]++;
    return 1;
  }

  /** Profiles across the sheet's sides, in the pixels of the flat sheet. */
  private void measureSides(Picture sheet, Picture from, Quad corners) {
    Homography map = new Homography(sheet.width(), sheet.height(), corners);
    int reach = 14;
    int[] line = new int[2 * reach];
    for (int i = 0; i < 100; i++) {
      double part = (i + 0.5) / 100;
      for (int side = 0; side < 2; side++) {
        double y = part * sheet.height();
        double x = side * sheet.width();
        if (profile(from, map, x, y, 1, 0, line)) {
          acrossCount += steep(line, across);
        }
        if (profile(from, map, part * sheet.width(), side * sheet.height(), 0, 1, line)) {
          downCount += steep(line, down);
        }
      }
    }
  }

  private static boolean profile(
      Picture from, Homography map, double x, double y, int dx, int dy, int[] line) {
    for (int i = 0; i < line.length; i++) {
      double px = x + dx * (i - line.length / 2.0 + 0.5);
      double py = y + dy * (i - line.length / 2.0 + 0.5);
      double w = map.w(px, py);
      double sx = map.x(px, py, w) - 0.5;
      double sy = map.y(px, py, w) - 0.5;
      int left = (int) Math.floor(sx);
      int top = (int) Math.floor(sy);
      if (left < 0 || top < 0 || left + 1 >= from.width() || top + 1 >= from.height()) {
        return false;
      }
      double fx = sx - left;
      double fy = sy - top;
      line[i] =
          (int)
              Math.round(
                  (from.grey(left, top) * (1 - fx) + from.grey(left + 1, top) * fx) * (1 - fy)
                      + (from.grey(left, top + 1) * (1 - fx) + from.grey(left + 1, top + 1) * fx)
                          * fy);
    }
    return true;
  }

  /** As {@link #edges}, but of the one step in the middle, and with less contrast. */
  private static int steep(int[] line, int[] counts) {
    int at = line.length / 2;
    for (int x = line.length / 2 - 4; x <= line.length / 2 + 4; x++) {
      if (Math.abs(line[x] - line[x - 1]) > Math.abs(line[at] - line[at - 1])) {
        at = x;
      }
    }
    int sign = Integer.signum(line[at] - line[at - 1]);
    int start = at - 1;
    while (start > 0 && (line[start] - line[start - 1]) * sign > 0) {
      start--;
    }
    int end = at;
    while (end < line.length - 1 && (line[end + 1] - line[end]) * sign > 0) {
      end++;
    }
    int contrast = Math.abs(line[end] - line[start]);
    if (contrast < 24) {
      return 0;
    }
    counts[(int) Math.min(BINS - 1.0, FINE * contrast / Math.abs(line[at] - line[at - 1]))]++;
    return 1;
  }
}
