package vn.motcua.kiosk.paper.small;

/** Black and white, 64 pixels a word, the leftmost in the highest bit, 1 for ink. */
final class Bits {
  private static final long ODD = 0xAAAAAAAAAAAAAAAAL;

  final int width;
  final int height;
  final int stride;
  final long[] words;

  Bits(int width, int height) {
    this.width = width;
    this.height = height;
    this.stride = (width + 63) / 64;
    this.words = new long[stride * height];
  }

  boolean at(int x, int y) {
    return words[y * stride + (x >> 6)] << x < 0;
  }

  void set(int x, int y) {
    words[y * stride + (x >> 6)] |= Long.MIN_VALUE >>> x;
  }

  /** Pixels of ink, 0 to 4, that a pixel of half the resolution covers. */
  int covered(int halfX, int halfY) {
    int shift = 62 - (2 * halfX & 63);
    int at = 2 * halfY * stride + (halfX >> 5);
    int pairs = (int) (words[at] >>> shift) & 3;
    if (2 * halfY + 1 < height) {
      pairs |= ((int) (words[at + stride] >>> shift) & 3) << 2;
    }
    return Integer.bitCount(pairs);
  }

  /** In squares of 16 pixels, row by row: how often ink begins or ends along their lines. */
  int[] edges() {
    int across = (width + 15) / 16;
    int[] edges = new int[across * ((height + 15) / 16)];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < stride; x++) {
        long word = words[y * stride + x];
        if (word != 0 && word != -1) {
          long change = word ^ word << 1;
          int at = y / 16 * across + 4 * x;
          for (int part = 0; part < 4 && 4 * x + part < across; part++) {
            edges[at + part] += Long.bitCount(change >>> (48 - 16 * part) & 0xFFFF);
          }
        }
      }
    }
    return edges;
  }

  boolean isEmpty() {
    for (long word : words) {
      if (word != 0) {
        return false;
      }
    }
    return true;
  }

  /** Half as large; ink where any of four pixels is, or only where all are. */
  Bits half(boolean all) {
    Bits half = new Bits((width + 1) / 2, (height + 1) / 2);
    for (int y = 0; y < half.height; y++) {
      int upper = 2 * y * stride;
      int lower = 2 * y + 1 < height ? upper + stride : upper;
      for (int x = 0; x < stride; x++) {
        long a = words[upper + x];
        long b = words[lower + x];
        if ((a | b) == 0) {
          continue;
        }
        long pairs = all ? a & a << 1 & b & b << 1 : a | a << 1 | b | b << 1;
        long packed = Long.compress(pairs, ODD);
        half.words[y * half.stride + x / 2] |= x % 2 == 0 ? packed << 32 : packed;
      }
    }
    return half;
  }

  /** Ink grown by one pixel in all eight directions. */
  Bits grown() {
    Bits wide = new Bits(width, height);
    for (int y = 0; y < height; y++) {
      int row = y * stride;
      for (int x = 0; x < stride; x++) {
        long word = words[row + x];
        long before = x > 0 ? words[row + x - 1] : 0;
        long after = x + 1 < stride ? words[row + x + 1] : 0;
        wide.words[row + x] = word | word >>> 1 | word << 1 | before << 63 | after >>> 63;
      }
    }
    Bits grown = new Bits(width, height);
    for (int at = 0; at < words.length; at++) {
      long above = at >= stride ? wide.words[at - stride] : 0;
      long below = at + stride < words.length ? wide.words[at + stride] : 0;
      grown.words[at] = wide.words[at] | above | below;
    }
    grown.trim();
    return grown;
  }

  /** Ink of both; this one is changed. */
  Bits and(Bits other) {
    for (int at = 0; at < words.length; at++) {
      words[at] &= other.words[at];
    }
    return this;
  }

  /** Nothing beyond the right edge. */
  void trim() {
    int rest = width & 63;
    if (rest != 0) {
      long kept = -1L << (64 - rest);
      for (int at = stride - 1; at < words.length; at += stride) {
        words[at] &= kept;
      }
    }
  }

  /** Ink of this within {@code part}, which is half as large. */
  Bits within(Bits part) {
    Bits in = new Bits(width, height);
    for (int y = 0; y < height; y++) {
      int row = y * stride;
      int half = y / 2 * part.stride;
      for (int x = 0; x < stride; x++) {
        long word = words[row + x];
        long mask = part.words[half + x / 2];
        if (word != 0 && mask != 0) {
          long bits = x % 2 == 0 ? mask >>> 32 : mask & 0xFFFFFFFFL;
          long spread = Long.expand(bits, ODD);
          in.words[row + x] = word & (spread | spread >>> 1);
        }
      }
    }
    return in;
  }
}
