package vn.motcua.kiosk.paper.split;

import static org.bytedeco.leptonica.global.leptonica.pixGetData;

import java.util.Arrays;
import org.bytedeco.javacpp.IntPointer;
import vn.motcua.kiosk.paper.pix.GreyPix;
import vn.motcua.scanner.barcode.image.GrayPicture;

/**
 * A page copied out of native memory: its greys, four to a word, and what is ink on it, one bit a
 * pixel. Light is judged tile by tile, so that grey photocopies and shadows do not turn black.
 */
final class Ink {
  /** A tile's side in pixels, 2 to the power of this: 4 mm at 200 dpi. */
  private static final int TILE = 5;

  /** Less than so much darker than the paper around it is no print. */
  private static final int LEAST_CONTRAST = 72;

  private final int width;
  private final int height;
  private final int[] grey;
  private final int greyStride;
  private final int[] bits;
  private final int stride;

  Ink(GreyPix page) {
    width = page.width();
    height = page.height();
    greyStride = page.pix().wpl();
    grey = new int[Math.multiplyExact(greyStride, height)];
    IntPointer words = pixGetData(page.pix());
    words.get(grey);
    stride = (width + 31) / 32;
    bits = new int[stride * height];
    threshold(thresholds());
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** Words of 32 pixels in a row. */
  int stride() {
    return stride;
  }

  /** Word {@code column} of row {@code y}: the leftmost pixel is the highest bit, 1 is ink. */
  int word(int column, int y) {
    return bits[y * stride + column];
  }

  boolean at(int x, int y) {
    return (bits[y * stride + (x >> 5)] << (x & 31)) < 0;
  }

  int grey(int x, int y) {
    return grey[y * greyStride + (x >> 2)] >>> (24 - 8 * (x & 3)) & 0xFF;
  }

  /**
   * Where row {@code y} changes its colour: ink begins at even places, ends at odd ones; an ink run
   * that reaches the edge ends there.
   *
   * @param edges room for {@code width + 2}
   * @return how many changes; even
   */
  int row(int y, int[] edges) {
    int found = 0;
    int carry = 0;
    int at = y * stride;
    for (int column = 0; column < stride; column++) {
      int word = bits[at + column];
      int changes = word ^ (word >>> 1 | carry);
      carry = word << 31;
      while (changes != 0) {
        int bit = Integer.numberOfLeadingZeros(changes);
        edges[found++] = (column << 5) + bit;
        changes &= ~(0x80000000 >>> bit);
      }
    }
    if ((found & 1) == 1) {
      edges[found++] = width;
    }
    return found;
  }

  /** The same for column {@code x}; room for {@code height + 2}. */
  int column(int x, int[] edges) {
    int found = 0;
    int mask = 0x80000000 >>> (x & 31);
    int at = x >> 5;
    boolean before = false;
    for (int y = 0; y < height; y++, at += stride) {
      boolean ink = (bits[at] & mask) != 0;
      if (ink != before) {
        edges[found++] = y;
        before = ink;
      }
    }
    if (before) {
      edges[found++] = height;
    }
    return found;
  }

  /** The greys of a part of it. */
  GrayPicture part(Area area) {
    byte[] pixels = new byte[area.width() * area.height()];
    int to = 0;
    for (int y = area.y(); y < area.bottom(); y++) {
      for (int x = area.x(); x < area.right(); x++) {
        pixels[to++] = (byte) grey(x, y);
      }
    }
    return new GrayPicture(area.width(), area.height(), pixels);
  }

  /** For every tile half way between paper and ink, looked up in the tiles around it as well. */
  private int[] thresholds() {
    int across = (width >> TILE) + 1;
    int down = (height >> TILE) + 1;
    int[] low = new int[across * down];
    int[] high = new int[across * down];
    Arrays.fill(low, 255);
    for (int y = 0; y < height; y += 3) {
      int row = (y >> TILE) * across;
      int at = y * greyStride;
      int whole = width >> 2;
      for (int w = 0; w < whole; w++) {
        int four = grey[at + w];
        int tile = row + (w >> (TILE - 2));
        int one = four >>> 24;
        int three = four >>> 8 & 0xFF;
        low[tile] = Math.min(low[tile], Math.min(one, three));
        high[tile] = Math.max(high[tile], Math.max(one, three));
      }
    }
    int[] between = new int[across * down];
    for (int y = 0; y < down; y++) {
      for (int x = 0; x < across; x++) {
        int ink = 255;
        int paper = 0;
        for (int v = Math.max(0, y - 1); v <= Math.min(down - 1, y + 1); v++) {
          for (int u = Math.max(0, x - 1); u <= Math.min(across - 1, x + 1); u++) {
            ink = Math.min(ink, low[v * across + u]);
            paper = Math.max(paper, high[v * across + u]);
          }
        }
        between[y * across + x] = Math.max(1, paper - Math.max(LEAST_CONTRAST, paper - ink) / 2);
      }
    }
    return between;
  }

  private void threshold(int[] thresholds) {
    int across = (width >> TILE) + 1;
    for (int y = 0; y < height; y++) {
      int tile = (y >> TILE) * across;
      int from = y * greyStride;
      int to = y * stride;
      for (int column = 0; column < stride; column++) {
        int limit = thresholds[tile + column];
        int word = 0;
        int end = Math.min(8, greyStride - column * 8);
        for (int w = 0; w < end; w++) {
          int four = grey[from + column * 8 + w];
          // The sign of each difference is the bit.
          int nibble =
              ((four >>> 24) - limit) >>> 31 << 3
                  | ((four >>> 16 & 0xFF) - limit) >>> 31 << 2
                  | ((four >>> 8 & 0xFF) - limit) >>> 31 << 1
                  | ((four & 0xFF) - limit) >>> 31;
          word |= nibble << (28 - 4 * w);
        }
        bits[to + column] = word;
      }
      int over = width & 31;
      if (over != 0) {
        bits[to + stride - 1] &= -1 << (32 - over); // what pads a row is no ink
      }
    }
  }
}
