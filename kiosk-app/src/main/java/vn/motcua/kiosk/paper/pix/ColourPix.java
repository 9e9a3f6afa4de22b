package vn.motcua.kiosk.paper.pix;

import static org.bytedeco.leptonica.global.leptonica.*;

import org.bytedeco.leptonica.PIX;

/** A colour picture, 8 bits a channel, 32 a pixel (red in the highest byte). */
public final class ColourPix extends NativePix {
  /** Takes {@code made} over: 32 bits a pixel. */
  public ColourPix(PIX made) {
    super(made);
  }

  /** The red channel, in which red stamps vanish and blue ink stays dark. */
  public GreyPix red() {
    return new GreyPix(pixGetRGBComponent(pix(), COLOR_RED));
  }

  /** How light it looks. */
  public GreyPix luminance() {
    return new GreyPix(pixConvertRGBToLuminance(pix()));
  }
}
