package vn.motcua.kiosk.paper.small;

import static org.bytedeco.leptonica.global.leptonica.*;

import org.bytedeco.leptonica.PIX;
import vn.motcua.kiosk.paper.pix.NativePix;

/** A page as one good JPEG: for those who want to see it as the scanner saw it. */
public final class Photograph {
  /** Dots per inch beyond which nothing more is to be seen on paper. */
  private static final double FINEST = 300;

  private static final int QUALITY = 85;

  private Photograph() {}

  /** {@code page} in at most 300 of its {@code dpi} dots per inch, libjpeg's quality 85. */
  public static MixedPage of(NativePix page, double dpi) {
    if (page.pix().d() != 1) {
      return of(page.pix(), dpi);
    }
    PIX grey = pixConvertTo8(page.pix(), 0);
    try {
      return of(grey, dpi);
    } finally {
      pixDestroy(grey);
    }
  }

  private static MixedPage of(PIX pix, double dpi) {
    // A little more than 300 is not worth the blur.
    if (dpi <= FINEST * 1.1) {
      return page(pix);
    }
    float scale = (float) (FINEST / dpi);
    PIX scaled = scale < 0.7f ? pixScaleAreaMap(pix, scale, scale) : pixScale(pix, scale, scale);
    try {
      return page(scaled);
    } finally {
      pixDestroy(scaled);
    }
  }

  private static MixedPage page(PIX pix) {
    byte[] jpeg = Coding.jpeg(pix, QUALITY);
    return new MixedPage(
        java.util.List.of(new JpegLayer(jpeg, pix.w(), pix.h(), pix.d() == 8, Place.PAGE)));
  }
}
