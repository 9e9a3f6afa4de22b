package vn.motcua.kiosk.paper.clean;

import static org.bytedeco.leptonica.global.leptonica.*;

import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.leptonica.PIX;
import vn.motcua.kiosk.paper.pix.GreyPix;

/**
 * A reduced grey picture on the Java heap, small enough to be looked at pixel by pixel.
 *
 * @param width pixels across
 * @param height pixels down
 * @param dpi its own dots per inch
 * @param reduction how many pixels of the picture that it was made of are one of its own
 * @param light row after row, 0 for black to 255
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; made for one look at one page
record Raster(int width, int height, double dpi, int reduction, byte[] light) {
  /** More pixels than this are halved even if they are too few an inch. */
  private static final double MOST_PIXELS = 12e6;

  /** How often to halve, as a power of two. */
  static int reduction(int width, int height, double dpi, double wanted) {
    int reduction = 1;
    while (reduction < 16
        && (dpi / (reduction * 2) >= 0.95 * wanted
            || (double) width * height / reduction / reduction > MOST_PIXELS)) {
      reduction *= 2;
    }
    return reduction;
  }

  /** Halves {@code page} as often as it stays at or above {@code wanted} dots per inch. */
  static Raster of(GreyPix page, double dpi, double wanted) {
    int reduction = reduction(page.width(), page.height(), dpi, wanted);
    if (reduction == 1) {
      return of(page.pix(), dpi, 1);
    }
    PIX small = pixScaleAreaMap(page.pix(), 1f / reduction, 1f / reduction);
    if (GreyPix.isNull(small)) {
      // A strip too thin to be halved.
      return of(page.pix(), dpi, 1);
    }
    try {
      return of(small, dpi / reduction, reduction);
    } finally {
      pixDestroy(small);
    }
  }

  private static Raster of(PIX pix, double dpi, int reduction) {
    int width = pix.w();
    int height = pix.h();
    int stride = pix.wpl();
    byte[] light = new byte[width * height];
    int[] words = new int[stride];
    IntPointer data = pixGetData(pix);
    for (int y = 0; y < height; y++) {
      data.position((long) y * stride).get(words, 0, stride);
      int at = y * width;
      // Leptonica keeps the left pixel in the highest byte of each word.
      int whole = width >> 2;
      for (int w = 0; w < whole; w++) {
        int word = words[w];
        light[at] = (byte) (word >> 24);
        light[at + 1] = (byte) (word >> 16);
        light[at + 2] = (byte) (word >> 8);
        light[at + 3] = (byte) word;
        at += 4;
      }
      for (int x = whole << 2; x < width; x++) {
        light[at++] = (byte) (words[x >> 2] >> (8 * (3 - (x & 3))));
      }
    }
    return new Raster(width, height, dpi, reduction, light);
  }

  /** The sensor's noise: the usual difference of two neighbours, as a standard deviation. */
  double noise() {
    int[] counts = new int[256];
    int total = 0;
    for (int y = 0; y < height; y += 7) {
      for (int at = y * width; at < y * width + width - 1; at += 3) {
        counts[Math.abs((light[at] & 0xFF) - (light[at + 1] & 0xFF))]++;
        total++;
      }
    }
    int middle = 0;
    int sum = counts[0];
    while (2 * sum < total && middle < 255) {
      sum += counts[++middle];
    }
    // Within the middle count the half is reached part of the way (a normal's median is 0.95 of
    // it).
    double part = counts[middle] == 0 ? 0 : (total / 2.0 - (sum - counts[middle])) / counts[middle];
    return Math.max(0, middle - 0.5 + part) / 0.954;
  }

  /** So many millimetres in pixels. */
  double pixels(double millimetres) {
    return millimetres / 25.4 * dpi;
  }

  /** So many pixels in millimetres. */
  double millimetres(double pixels) {
    return pixels * 25.4 / dpi;
  }
}
