package vn.motcua.kiosk.paper.ocr;

import static org.bytedeco.leptonica.global.leptonica.*;

import org.bytedeco.leptonica.NUMA;
import vn.motcua.kiosk.paper.pix.GreyPix;

/**
 * Lifts the paper's grain to plain white. Tesseract packs every line of a page as PNG before it
 * reads it: grain does not pack, and costs a fifth of the reading.
 */
final class WhitePaper {
  /** Every so many pixels across and down are counted. */
  private static final int STEP = 4;

  /** Darker than this it is no paper; a photograph, a night sky. */
  private static final int DARKEST_PAPER = 150;

  /**
   * So much of what is lighter than {@link #DARKEST_PAPER} may lie below the white that is found.
   */
  private static final double GRAIN = 0.06;

  /** So far below the paper's own light grain reaches at the most; faint pencil is darker. */
  private static final int DEEPEST_GRAIN = 20;

  private WhitePaper() {}

  /** A new picture, or the same pixels if there is no paper to lift. */
  static GreyPix of(GreyPix page) {
    int white = white(page);
    return white == 255 ? page.shared() : new GreyPix(pixGammaTRC(null, page.pix(), 1, 0, white));
  }

  /** The lightest grey that still becomes white; 255 for nothing to do. */
  static int white(GreyPix page) {
    float[] counts = histogram(page);
    double light = 0;
    int paper = 255;
    for (int grey = 255; grey >= DARKEST_PAPER; grey--) {
      light += counts[grey];
      if (counts[grey] > counts[paper]) {
        paper = grey;
      }
    }
    double all = light;
    for (int grey = 0; grey < DARKEST_PAPER; grey++) {
      all += counts[grey];
    }
    if (light < all / 2) {
      return 255;
    }
    double below = 0;
    int white = DARKEST_PAPER;
    while (white < paper && below + counts[white] <= light * GRAIN) {
      below += counts[white++];
    }
    return Math.max(white, paper - DEEPEST_GRAIN);
  }

  private static float[] histogram(GreyPix page) {
    NUMA counted = pixGetGrayHistogram(page.pix(), STEP);
    try {
      float[] counts = new float[256];
      counted.array().get(counts);
      return counts;
    } finally {
      numaDestroy(counted);
    }
  }
}
