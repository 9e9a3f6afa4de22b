package vn.motcua.kiosk.paper.small;

import java.util.ArrayList;
import java.util.List;

/** The few colours of the inks of a page, and which pixel of ink has which. */
final class Inks {
  private static final int MOST = 8;
  private static final int STEPS = 32;

  /** Two inks nearer than this are one: the noise of one ink reaches about this far. */
  private static final int APART = 44;

  /** Fewer pixels of the sheet are not worth a layer of their own. */
  private static final int FEWEST = 24;

  /** How far from the middle of its line a pixel of ink may lie. */
  private static final int REACH = 4;

  final List<Integer> colours = new ArrayList<>();

  /** For each pixel of the sheet the number of its colour plus one; 0 where there is no ink. */
  private final byte[] kinds;

  private final Sheet sheet;
  private final byte[] lights;

  /**
   * @param ink pixels of the sheet with any ink
   * @param full pixels of the sheet with nothing but ink
   */
  Inks(Sheet sheet, byte[] lights, Bits ink, Bits full) {
    this.sheet = sheet;
    this.lights = lights;
    Bits ridges = ridges(full.isEmpty() ? ink : full);
    findColours(ridges);
    kinds = colours.size() > 1 ? new byte[sheet.rgb().length] : new byte[0];
    if (colours.size() > 1) {
      sort(ink, ridges);
    }
  }

  int kind(int at) {
    return kinds.length == 0 ? 0 : kinds[at] - 1;
  }

  /** The pixels of one colour. */
  Bits of(int kind, Bits ink) {
    if (kinds.length == 0) {
      return ink;
    }
    Bits part = new Bits(ink.width, ink.height);
    each(
        ink,
        (x, y) -> {
          if (kinds[y * sheet.width() + x] == kind + 1) {
            part.set(x, y);
          }
        });
    return part;
  }

  /** Cells of {@link Ground} with ink that is neither black nor grey. */
  boolean[] colouredCells(Bits ink) {
    int across = (sheet.width() + Ground.CELL - 1) / Ground.CELL;
    boolean[] cells = new boolean[across * ((sheet.height() + Ground.CELL - 1) / Ground.CELL)];
    boolean[] coloured = new boolean[colours.size()];
    boolean any = false;
    for (int kind = 0; kind < coloured.length; kind++) {
      coloured[kind] = hue(colours.get(kind)) > COLOURED;
      any |= coloured[kind];
    }
    if (any) {
      each(
          ink,
          (x, y) -> {
            if (coloured[kind(y * sheet.width() + x)]) {
              cells[y / Ground.CELL * across + x / Ground.CELL] = true;
            }
          });
    }
    return cells;
  }

  private static final int COLOURED = 48;

  private static int hue(int rgb) {
    int red = rgb >> 16 & 0xFF;
    int green = rgb >> 8 & 0xFF;
    int blue = rgb & 0xFF;
    return Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue));
  }

  /** The middles of lines, where an ink has its own colour and none of the paper's. */
  private Bits ridges(Bits full) {
    Bits ridges = new Bits(full.width, full.height);
    int width = sheet.width();
    int last = lights.length - 1;
    each(
        full,
        (x, y) -> {
          int at = y * width + x;
          int light = lights[at] & 0xFF;
          for (int row = at - width; row <= at + width; row += width) {
            for (int near = row - 1; near <= row + 1; near++) {
              if ((lights[Math.clamp(near, 0, last)] & 0xFF) < light) {
                return;
              }
            }
          }
          ridges.set(x, y);
        });
    return ridges;
  }

  private void findColours(Bits ridges) {
    int[] count = new int[STEPS * STEPS * STEPS];
    int[][] sums = new int[3][count.length];
    each(
        ridges,
        (x, y) -> {
          int rgb = sheet.rgb()[y * sheet.width() + x];
          int bin = (rgb >> 19 & 31) << 10 | (rgb >> 11 & 31) << 5 | rgb >> 3 & 31;
          count[bin]++;
          sums[0][bin] += rgb >> 16 & 0xFF;
          sums[1][bin] += rgb >> 8 & 0xFF;
          sums[2][bin] += rgb & 0xFF;
        });
    List<Integer> bins = new ArrayList<>();
    for (int bin = 0; bin < count.length; bin++) {
      if (count[bin] > 0) {
        bins.add(bin);
      }
    }
    bins.sort((a, b) -> count[b] != count[a] ? count[b] - count[a] : a - b);
    List<Integer> centres = new ArrayList<>();
    List<long[]> groups = new ArrayList<>();
    for (int bin : bins) {
      int n = count[bin];
      int colour = sums[0][bin] / n << 16 | sums[1][bin] / n << 8 | sums[2][bin] / n;
      int nearest = nearest(colour, centres);
      if (nearest < 0 || distance(colour, centres.get(nearest)) > APART && centres.size() < MOST) {
        centres.add(colour);
        groups.add(new long[4]);
        nearest = centres.size() - 1;
      }
      long[] group = groups.get(nearest);
      group[0] += n;
      for (int channel = 0; channel < 3; channel++) {
        group[channel + 1] += sums[channel][bin];
      }
    }
    for (long[] group : groups) {
      if (group[0] >= FEWEST || colours.isEmpty()) {
        long n = group[0];
        colours.add((int) (group[1] / n << 16 | group[2] / n << 8 | group[3] / n));
      }
    }
  }

  private void sort(Bits ink, Bits ridges) {
    int width = sheet.width();
    int[] rgb = sheet.rgb();
    each(
        ridges,
        (x, y) -> {
          int at = y * width + x;
          kinds[at] = (byte) (nearest(rgb[at], colours) + 1);
        });
    Bits left = new Bits(ink.width, ink.height);
    for (int at = 0; at < ink.words.length; at++) {
      left.words[at] = ink.words[at] & ~ridges.words[at];
    }
    for (int step = 0; step < REACH && !left.isEmpty(); step++) {
      Bits still = new Bits(ink.width, ink.height);
      // Found in this round is below nought, so that it does not spread further within it.
      each(
          left,
          (x, y) -> {
            int at = y * width + x;
            int best = 0;
            int least = Integer.MAX_VALUE;
            for (int dy = -1; dy <= 1; dy++) {
              for (int dx = -1; dx <= 1; dx++) {
                int nx = Math.clamp(x + dx, 0, width - 1);
                int ny = Math.clamp(y + dy, 0, sheet.height() - 1);
                int kind = kinds[ny * width + nx];
                if (kind > 0 && kind != best) {
                  int away = distance(rgb[at], colours.get(kind - 1));
                  if (away < least) {
                    least = away;
                    best = kind;
                  }
                }
              }
            }
            if (best > 0) {
              kinds[at] = (byte) -best;
            } else {
              still.set(x, y);
            }
          });
      each(left, (x, y) -> kinds[y * width + x] = (byte) Math.abs(kinds[y * width + x]));
      left = still;
    }
    each(left, (x, y) -> kinds[y * width + x] = (byte) (nearest(rgb[y * width + x], colours) + 1));
    gather(ink);
  }

  /**
   * The fine strokes of black letters look grey; they are of the black that surrounds them. Grey
   * letters have no black about them, and stay grey.
   */
  private void gather(Bits ink) {
    int across = (sheet.width() + Ground.CELL - 1) / Ground.CELL;
    int down = (sheet.height() + Ground.CELL - 1) / Ground.CELL;
    int[][] counts = new int[colours.size()][across * down];
    int width = sheet.width();
    each(
        ink,
        (x, y) -> counts[kinds[y * width + x] - 1][y / Ground.CELL * across + x / Ground.CELL]++);
    byte[] better = new byte[colours.size() * across * down];
    for (int kind = 0; kind < colours.size(); kind++) {
      for (int cell = 0; cell < across * down; cell++) {
        if (counts[kind][cell] > 0) {
          better[kind * across * down + cell] = (byte) (darker(kind, cell, counts, across) + 1);
        }
      }
    }
    each(
        ink,
        (x, y) -> {
          int at = y * width + x;
          int cell = y / Ground.CELL * across + x / Ground.CELL;
          kinds[at] = better[(kinds[at] - 1) * across * down + cell];
        });
  }

  private static final int REACH_OF_DARK = 160;

  /** Whether {@code light} may be a fine stroke in the ink of {@code dark}. */
  private static boolean sameInk(int dark, int light) {
    int step = Sheet.light(light) - Sheet.light(dark);
    return step > 0 && step < REACH_OF_DARK && distance(dark, light) - step < COLOURED / 2;
  }

  /** The ink that the strokes of {@code kind} in a cell are of: the one there is most of nearby. */
  private int darker(int kind, int cell, int[][] counts, int across) {
    int best = kind;
    int most = around(counts[kind], cell, across) / 2;
    for (int dark = 0; dark < colours.size(); dark++) {
      if (sameInk(colours.get(dark), colours.get(kind))) {
        int count = around(counts[dark], cell, across);
        if (count > most) {
          most = count;
          best = dark;
        }
      }
    }
    return best;
  }

  private static int around(int[] counts, int cell, int across) {
    int sum = 0;
    int x = cell % across;
    for (int row = cell - across; row <= cell + across; row += across) {
      for (int near = x > 0 ? -1 : 0; near <= (x + 1 < across ? 1 : 0); near++) {
        if (row + near >= 0 && row + near < counts.length) {
          sum += counts[row + near];
        }
      }
    }
    return sum;
  }

  private static int nearest(int colour, List<Integer> colours) {
    int nearest = -1;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < colours.size(); i++) {
      int away = distance(colour, colours.get(i));
      if (away < least) {
        least = away;
        nearest = i;
      }
    }
    return nearest;
  }

  /** The eye minds a change of hue more than one of lightness. */
  static int distance(int a, int b) {
    int light = Math.abs(Sheet.light(a) - Sheet.light(b));
    int red = (a >> 16 & 0xFF) - (b >> 16 & 0xFF);
    int green = (a >> 8 & 0xFF) - (b >> 8 & 0xFF);
    int blue = (a & 0xFF) - (b & 0xFF);
    int hue = Math.abs(red - green) + Math.abs(blue - green);
    return light + hue;
  }

  interface Pixel {
    void at(int x, int y);
  }

  static void each(Bits bits, Pixel pixel) {
    for (int at = 0; at < bits.words.length; at++) {
      long word = bits.words[at];
      int y = at / bits.stride;
      int left = at % bits.stride * 64;
      while (word != 0) {
        int bit = Long.numberOfLeadingZeros(word);
        pixel.at(left + bit, y);
        word &= ~(Long.MIN_VALUE >>> bit);
      }
    }
  }
}
