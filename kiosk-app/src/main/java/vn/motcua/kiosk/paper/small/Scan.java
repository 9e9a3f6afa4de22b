package vn.motcua.kiosk.paper.small;

import static org.bytedeco.leptonica.global.leptonica.*;

import org.bytedeco.leptonica.PIX;
import vn.motcua.kiosk.paper.pix.GreyPix;
import vn.motcua.kiosk.paper.pix.NativePix;

/**
 * What is looked at of a page: how light it is, finely, and its colours, coarsely. Ink has edges in
 * light; the eye does not see fine edges in colour, and a scanner's JPEG has none.
 *
 * @param light in the scan's own resolution
 * @param sheet in half the resolution of the ink
 * @param doubled the ink's resolution is twice that of {@code light}
 */
record Scan(GreyPix light, Sheet sheet, boolean doubled) implements AutoCloseable {
  /**
   * Dots per inch from which on a pixel of the scan is a pixel of ink, without steps to be seen.
   */
  private static final double FINE = 280;

  /** From here on half the resolution is as fine as print. */
  private static final double TOO_FINE = 2 * FINE;

  // The weights of JFIF's Y, as in Sheet.light.
  private static final float RED = 0.299f;
  private static final float GREEN = 0.587f;
  private static final float BLUE = 0.114f;

  static Scan of(NativePix page, double dpi) {
    boolean tiny = Math.min(page.width(), page.height()) < 16;
    if (tiny) {
      return of(page.pix(), 0);
    }
    if (dpi >= TOO_FINE) {
      PIX half = Sheets.made(pixScaleAreaMap2(page.pix()));
      try {
        return of(half, dpi / 2);
      } finally {
        pixDestroy(half);
      }
    }
    return of(page.pix(), dpi);
  }

  private static Scan of(PIX pix, double dpi) {
    GreyPix light =
        new GreyPix(
            pix.d() == 32 ? pixConvertRGBToGray(pix, RED, GREEN, BLUE) : pixConvertTo8(pix, 0));
    if (dpi < FINE) {
      return new Scan(light, Sheets.of(pix), true);
    }
    PIX half = pixScaleAreaMap2(pix);
    if (NativePix.isNull(half)) {
      light.close();
      throw new IllegalStateException("no native memory for a page");
    }
    try {
      // Leptonica leaves out an odd last line or column.
      Sheet sheet = Sheets.of(half).padded((light.width() + 1) / 2, (light.height() + 1) / 2);
      return new Scan(light, sheet, false);
    } finally {
      pixDestroy(half);
    }
  }

  /** Pixels of ink across. */
  int inkWidth() {
    return doubled ? 2 * light.width() : light.width();
  }

  /** Pixels of ink down. */
  int inkHeight() {
    return doubled ? 2 * light.height() : light.height();
  }

  /**
   * A picture of a part of the page.
   *
   * @param left of its corner, in pixels of {@link #sheet}
   * @param top of its corner, in pixels of {@link #sheet}
   * @param scale pixels of {@link #sheet} along a pixel of the layer
   */
  JpegLayer layer(Sheet picture, int left, int top, double scale, int quality) {
    double across = inkWidth() / 2.0;
    double down = inkHeight() / 2.0;
    return new JpegLayer(
        Coding.jpeg(picture, quality),
        picture.width(),
        picture.height(),
        picture.grey(),
        new Place(
            left / across,
            top / down,
            picture.width() * scale / across,
            picture.height() * scale / down));
  }

  @Override
  public void close() {
    light.close();
  }
}
