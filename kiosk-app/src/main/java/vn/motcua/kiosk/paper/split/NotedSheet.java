package vn.motcua.kiosk.paper.split;

import static org.bytedeco.leptonica.global.leptonica.pixGetData;

import java.util.Optional;
import org.bytedeco.javacpp.IntPointer;
import vn.motcua.kiosk.paper.pix.GreyPix;

/**
 * Proposes that two pages are one sheet, once with a note stuck on it and once without: they are
 * alike except for one part. A proposal only; a person says so, and neither page is ever dropped.
 */
public final class NotedSheet {
  /** Dots per inch at which the pages are compared. */
  private static final double DPI = 40;

  /** A block's side in pixels: 20 mm. */
  private static final int BLOCK = 32;

  /** The same sheet may lie so many pixels elsewhere (3 mm), and a little aslant. */
  private static final int SHIFT = 5;

  /** Blocks with less variation than this (grey levels) are empty. */
  private static final double EMPTY = 5;

  /** Correlation of the same print scanned twice: 0.63 to 0.97, by how its pixels fall. */
  private static final double ALIKE = 0.62;

  /** That of other text: 0.28 to 0.55; of what a note covers less. Between the two: no word. */
  private static final double UNLIKE = 0.5;

  private static final int LEAST_ALIKE = 6;

  /** A note is not larger than that part of the page. */
  private static final double LARGEST_PART = 0.35;

  /** How much of the part must differ: a form filled in twice differs here and there. */
  private static final double LEAST_FILLED = 0.5;

  /**
   * The part in which two pages differ, as shares of the page's width and height from its upper
   * left corner.
   */
  public record Part(double left, double top, double width, double height) {}

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Small(int width, int height, int[] pixels) {
    static Small of(GreyPix page, double dpi) {
      try (GreyPix small = page.scaled(DPI / dpi, DPI / dpi)) {
        int stride = small.pix().wpl();
        int[] words = new int[stride * small.height()];
        IntPointer data = pixGetData(small.pix());
        data.get(words);
        int[] pixels = new int[small.width() * small.height()];
        for (int y = 0; y < small.height(); y++) {
          for (int x = 0; x < small.width(); x++) {
            pixels[y * small.width() + x] =
                words[y * stride + (x >> 2)] >>> (24 - 8 * (x & 3)) & 0xFF;
          }
        }
        return new Small(small.width(), small.height(), pixels);
      }
    }
  }

  private NotedSheet() {}

  /**
   * The one part in which the pages differ; empty if they are the same, or different sheets.
   *
   * @param dpi of both pages, 75 or more
   */
  public static Optional<Part> compare(GreyPix one, GreyPix other, double dpi) {
    Small a = Small.of(one, dpi);
    Small b = Small.of(other, dpi);
    if (Math.abs(a.width - b.width) > 2 * SHIFT || Math.abs(a.height - b.height) > 2 * SHIFT) {
      return Optional.empty();
    }
    int columns = (Math.min(a.width, b.width) - 2 * SHIFT) / BLOCK;
    int rows = (Math.min(a.height, b.height) - 2 * SHIFT) / BLOCK;
    int alike = 0;
    int differ = 0;
    int left = columns;
    int right = -1;
    int top = rows;
    int bottom = -1;
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int x = SHIFT + column * BLOCK;
        int y = SHIFT + row * BLOCK;
        if (variation(a, x, y) < EMPTY && variation(b, x, y) < EMPTY) {
          continue;
        }
        double likeness = likeness(a, b, x, y);
        if (likeness >= ALIKE) {
          alike++;
        } else if (likeness < UNLIKE) {
          if (++differ > LARGEST_PART * columns * rows) {
            return Optional.empty();
          }
          left = Math.min(left, column);
          right = Math.max(right, column);
          top = Math.min(top, row);
          bottom = Math.max(bottom, row);
        }
      }
    }
    int part = (right - left + 1) * (bottom - top + 1);
    if (differ == 0
        || alike < LEAST_ALIKE
        || part > LARGEST_PART * columns * rows
        || differ < LEAST_FILLED * part) {
      return Optional.empty();
    }
    return Optional.of(
        new Part(
            (double) (SHIFT + left * BLOCK) / a.width,
            (double) (SHIFT + top * BLOCK) / a.height,
            (double) (right - left + 1) * BLOCK / a.width,
            (double) (bottom - top + 1) * BLOCK / a.height));
  }

  private static double variation(Small page, int x, int y) {
    double sum = 0;
    double squares = 0;
    for (int v = y; v < y + BLOCK; v++) {
      for (int u = x; u < x + BLOCK; u++) {
        int grey = page.pixels[v * page.width + u];
        sum += grey;
        squares += (double) grey * grey;
      }
    }
    double mean = sum / (BLOCK * BLOCK);
    return Math.sqrt(Math.max(0, squares / (BLOCK * BLOCK) - mean * mean));
  }

  /** The best correlation of a block with the other page near the same place, -1 to 1. */
  private static double likeness(Small a, Small b, int x, int y) {
    double best = -1;
    for (int down = -SHIFT; down <= SHIFT; down++) {
      for (int across = -SHIFT; across <= SHIFT; across++) {
        best = Math.max(best, correlation(a, x, y, b, x + across, y + down));
        if (best >= ALIKE) {
          return best;
        }
      }
    }
    return best;
  }

  private static double correlation(Small a, int ax, int ay, Small b, int bx, int by) {
    long sumA = 0;
    long sumB = 0;
    long both = 0;
    long squaresA = 0;
    long squaresB = 0;
    for (int v = 0; v < BLOCK; v++) {
      int fromA = (ay + v) * a.width + ax;
      int fromB = (by + v) * b.width + bx;
      for (int u = 0; u < BLOCK; u++) {
        int p = a.pixels[fromA + u];
        int q = b.pixels[fromB + u];
        sumA += p;
        sumB += q;
        both += (long) p * q;
        squaresA += (long) p * p;
        squaresB += (long) q * q;
      }
    }
    double n = BLOCK * BLOCK;
    double spread =
        Math.sqrt((squaresA - sumA * (double) sumA / n) * (squaresB - sumB * (double) sumB / n));
    return spread < 1 ? 0 : (both - sumA * (double) sumB / n) / spread;
  }
}
