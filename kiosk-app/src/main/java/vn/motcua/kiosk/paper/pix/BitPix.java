package vn.motcua.kiosk.paper.pix;

import org.bytedeco.leptonica.PIX;

/** A black and white picture, one bit a pixel, 1 for ink. */
public final class BitPix extends NativePix {
  /** Takes {@code made} over: one bit a pixel. */
  public BitPix(PIX made) {
    super(made);
  }
}
