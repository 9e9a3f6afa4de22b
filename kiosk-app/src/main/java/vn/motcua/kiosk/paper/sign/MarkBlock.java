package vn.motcua.kiosk.paper.sign;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * A way to set the lines of a mark; the letters are always 10 points.
 *
 * @param lines from top to bottom
 * @param leading from one line to the next, in points
 * @param wide in points
 * @param high in points
 * @param textHigh the part of it that the lines take
 * @param cost how much worse it is than the usual one, in points of distance from the corner
 */
record MarkBlock(
    List<String> lines, double leading, double wide, double high, double textHigh, double cost) {
  /** NĐ 30/2020/NĐ-CP, appendix I: size 10. */
  static final double SIZE = 10;

  /** From the upper edge to the first line: Vietnamese capitals with two signs stand this high. */
  static final double FIRST = 12;

  static final double DESCENT = 2.6;

  /** Between words that stay on one line; drawn as a space. */
  static final char TIED = '\u00a0';

  private static final double TIGHT = 11;
  private static final double USUAL_ROOM = 200;
  private static final double NARROW_ROOM = 125;
  private static final double WIDE_ROOM = 320;

  /**
   * All ways to set these lines, the usual one first.
   *
   * @param measure the width of a line in points
   * @param most the widest that may be, in points
   * @param picture width and height of a picture above the lines, in points
   */
  static List<MarkBlock> all(
      List<String> lines, ToDoubleFunction<String> measure, double most, double[] picture) {
    List<MarkBlock> blocks = new ArrayList<>();
    Set<List<String>> seen = new HashSet<>();
    double usual = Math.max(60, Math.min(USUAL_ROOM, most));
    add(blocks, seen, wrap(lines, measure, usual), measure, picture, 0);
    add(blocks, seen, wrap(lines, measure, Math.min(NARROW_ROOM, most)), measure, picture, 12);
    add(blocks, seen, wrap(lines, measure, Math.min(WIDE_ROOM, most)), measure, picture, 12);
    double half = Math.min(WIDE_ROOM, most);
    add(blocks, seen, wrap(packed(lines, measure, half), measure, half), measure, picture, 24);
    add(blocks, seen, wrap(packed(lines, measure, most), measure, most), measure, picture, 30);
    return blocks;
  }

  private static void add(
      List<MarkBlock> blocks,
      Set<List<String>> seen,
      List<String> lines,
      ToDoubleFunction<String> measure,
      double[] picture,
      double cost) {
    if (!seen.add(lines)) {
      return;
    }
    double wide = Math.max(picture[0], lines.stream().mapToDouble(measure).max().orElse(0));
    for (double leading : lines.size() > 1 ? new double[] {FIRST, TIGHT} : new double[] {FIRST}) {
      double text = FIRST + (lines.size() - 1) * leading + DESCENT;
      blocks.add(
          new MarkBlock(
              lines, leading, wide, picture[1] + text, text, cost + (leading < FIRST ? 4 : 0)));
    }
  }

  /** Several lines in one where they fit, for the strip above a text. */
  private static List<String> packed(
      List<String> lines, ToDoubleFunction<String> measure, double room) {
    List<String> packed = new ArrayList<>();
    for (String line : lines) {
      String longer = packed.isEmpty() ? line : packed.getLast() + ", " + line;
      if (packed.isEmpty() || measure.applyAsDouble(longer) > room) {
        packed.add(line);
      } else {
        packed.set(packed.size() - 1, longer);
      }
    }
    return packed;
  }

  private static List<String> wrap(
      List<String> lines, ToDoubleFunction<String> measure, double room) {
    List<String> wrapped = new ArrayList<>();
    for (String line : lines) {
      StringBuilder now = new StringBuilder();
      for (String word : line.strip().split("\\s+")) {
        String longer = now.isEmpty() ? word : now + " " + word;
        if (!now.isEmpty() && measure.applyAsDouble(longer) > room) {
          wrapped.add(now.toString());
          now = new StringBuilder(word);
        } else {
          now = new StringBuilder(longer);
        }
      }
      wrapped.add(now.toString());
    }
    wrapped.replaceAll(line -> line.replace(TIED, ' '));
    return List.copyOf(wrapped);
  }
}
