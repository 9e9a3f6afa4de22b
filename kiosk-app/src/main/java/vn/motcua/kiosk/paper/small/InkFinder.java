package vn.motcua.kiosk.paper.small;

import static org.bytedeco.leptonica.global.leptonica.*;

import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.leptonica.PIX;

/** Tells ink from paper, eight pixels at a time. */
final class InkFinder {
  private static final long HIGH = 0x8080808080808080L;
  private static final long LOW7 = ~HIGH;
  private static final long EACH = 0x0101010101010101L;
  private static final long NOT_LOWEST = 0xFEFEFEFEFEFEFEFEL;

  private InkFinder() {}

  static Bits find(Scan scan, Ground ground) {
    Bits ink = new Bits(scan.inkWidth(), scan.inkHeight());
    if (scan.doubled()) {
      doubled(scan.light().pix(), ground, ink);
    } else {
      same(scan.light().pix(), ground, ink);
    }
    ink.trim();
    return ink;
  }

  private static void same(PIX light, Ground ground, Bits ink) {
    IntPointer words = pixGetData(light);
    int[] line = new int[light.wpl() + 1];
    int eights = (light.w() + 7) / 8;
    for (int y = 0; y < ink.height; y++) {
      words.position((long) y * light.wpl()).get(line, 0, light.wpl());
      int cells = y / (2 * Ground.CELL) * ground.across;
      for (int eight = 0; eight < eights; eight++) {
        int threshold = ground.threshold[cells + eight / 2];
        if (threshold > 0) {
          long bits = below(eight(line, eight), threshold * EACH);
          ink.words[y * ink.stride + eight / 8] |= bits << (56 - 8 * (eight & 7));
        }
      }
    }
  }

  /** Ink between the pixels where the light that is interpolated is low enough. */
  private static void doubled(PIX light, Ground ground, Bits ink) {
    IntPointer words = pixGetData(light);
    int height = light.h();
    int eights = (light.w() + 7) / 8;
    long[][] lines = {line(words, light, 0), line(words, light, 0), line(words, light, 1)};
    long[] mixed = new long[eights];
    for (int y = 0; y < height; y++) {
      int cells = y / Ground.CELL * ground.across;
      for (int part = 0; part < 2; part++) {
        long[] other = lines[2 * part];
        for (int eight = 0; eight < eights; eight++) {
          mixed[eight] = nearer(lines[1][eight], other[eight]);
        }
        int row = (2 * y + part) * ink.stride;
        for (int eight = 0; eight < eights; eight++) {
          int threshold = ground.threshold[cells + eight];
          if (threshold == 0) {
            continue;
          }
          long here = mixed[eight];
          long before = eight > 0 ? mixed[eight - 1] << 56 : here >>> 56 << 56;
          long after = eight + 1 < eights ? mixed[eight + 1] >>> 56 : here & 0xFF;
          long left = below(nearer(here, here >>> 8 | before), threshold * EACH);
          long right = below(nearer(here, here << 8 | after), threshold * EACH);
          long both = Long.expand(left, 0xAAAAL) | Long.expand(right, 0x5555L);
          ink.words[row + eight / 4] |= both << (48 - 16 * (eight & 3));
        }
      }
      lines[0] = lines[1];
      lines[1] = lines[2];
      lines[2] = line(words, light, Math.min(y + 2, height - 1));
    }
  }

  private static long[] line(IntPointer words, PIX light, int y) {
    int[] read = new int[light.wpl() + 1];
    words.position((long) Math.min(y, light.h() - 1) * light.wpl()).get(read, 0, light.wpl());
    long[] line = new long[(light.w() + 7) / 8];
    for (int eight = 0; eight < line.length; eight++) {
      line[eight] = eight(read, eight);
    }
    // What lies beyond the right edge is as light as the last pixel.
    int rest = light.w() & 7;
    if (rest != 0) {
      long last = line[line.length - 1];
      long beyond = -1L >>> (8 * rest);
      line[line.length - 1] = last & ~beyond | (last >>> (64 - 8 * rest) & 0xFF) * EACH & beyond;
    }
    return line;
  }

  private static long eight(int[] line, int eight) {
    return (long) line[2 * eight] << 32 | line[2 * eight + 1] & 0xFFFFFFFFL;
  }

  /** Three parts of {@code a} and one of {@code b}, each byte for itself. */
  private static long nearer(long a, long b) {
    return mean(a, mean(a, b));
  }

  private static long mean(long a, long b) {
    return (a | b) - (((a ^ b) & NOT_LOWEST) >>> 1);
  }

  /** A bit for each of the eight bytes that is less than the limit's byte. */
  private static long below(long bytes, long limits) {
    long difference = (bytes | HIGH) - (limits & LOW7);
    long less = ~bytes & limits | ~(bytes ^ limits) & ~difference;
    return Long.compress(less, HIGH);
  }
}
