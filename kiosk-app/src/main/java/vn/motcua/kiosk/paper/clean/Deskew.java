package vn.motcua.kiosk.paper.clean;

import static org.bytedeco.leptonica.global.leptonica.*;

import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.leptonica.PIX;
import vn.motcua.kiosk.paper.pix.GreyPix;

/** Finds how far the lines of a page lean (Leptonica's search for the sharpest line profile). */
public final class Deskew {
  private static final int SWEEP_REDUCTION = 4;
  private static final int SEARCH_REDUCTION = 2;
  private static final float RANGE = 9;
  private static final float SWEEP_STEP = 1;
  private static final float FINEST_STEP = 0.01f;

  /** Below this the answer is chance: a blank page, a photograph (Leptonica's own advice is 3). */
  private static final float LEAST_CONFIDENCE = 3;

  /** Half a millimetre across an A4 sheet: not worth turning. */
  private static final double LEAST_ANGLE = 0.1;

  private Deskew() {}

  /**
   * The degrees, clockwise, by which the page must be turned to stand straight; 0 if it does or if
   * nobody can say. Up to 9 degrees either way.
   */
  public static double angle(GreyPix page) {
    PIX ink = binary(page);
    try {
      float[] angle = new float[1];
      float[] confidence = new float[1];
      int failed =
          pixFindSkewSweepAndSearch(
              ink,
              angle,
              confidence,
              SWEEP_REDUCTION,
              SEARCH_REDUCTION,
              RANGE,
              SWEEP_STEP,
              FINEST_STEP);
      boolean sure = failed == 0 && confidence[0] >= LEAST_CONFIDENCE;
      return sure && Math.abs(angle[0]) >= LEAST_ANGLE ? angle[0] : 0;
    } finally {
      pixDestroy(ink);
    }
  }

  private static PIX binary(GreyPix page) {
    try (PointerPointer<PIX> out = new PointerPointer<>(1)) {
      // One threshold for the whole page, after Otsu.
      int failed =
          pixOtsuAdaptiveThreshold(page.pix(), page.width(), page.height(), 0, 0, 0.1f, null, out);
      PIX ink = failed == 0 ? out.get(PIX.class) : pixThresholdToBinary(page.pix(), 128);
      if (GreyPix.isNull(ink)) {
        throw new IllegalStateException("no native memory for a page");
      }
      return ink;
    }
  }
}
