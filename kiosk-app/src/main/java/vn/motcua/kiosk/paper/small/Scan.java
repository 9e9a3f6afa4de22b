package vn.motcua.kiosk.paper.small;

import static org.bytedeco.leptonica.global.leptonica.*;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.leptonica.PIX;
import vn.motcua.kiosk.paper.page.BadPageException;
import vn.motcua.kiosk.paper.page.Defect;
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
  /** Dots per inch from which on a pixel of the scan is a pixel of ink, without steps to be seen. */
  private static final double FINE = 280;

  static boolean doubled(double dpi) {
    return dpi < FINE;
  }

  static Scan of(NativePix page, double dpi) {
    boolean doubled = doubled(dpi);
    PIX pix = page.pix();
    GreyPix light =
        new GreyPix(pix.d() == 32 ? pixConvertRGBToLuminance(pix) : pixConvertTo8(pix, 0));
    if (doubled) {
      return new Scan(light, Sheets.of(pix), true);
    }
    PIX half = pixScaleAreaMap2(pix);
    try {
      return new Scan(light, Sheets.of(half), false);
    } finally {
      pixDestroy(half);
    }
  }

  static Scan ofJpeg(byte[] jpeg, double dpi) throws BadPageException {
    if (Boolean.getBoolean("x15") && doubled(dpi)) {
      PIX l = decoded(jpeg, 1, L_JPEG_READ_LUMINANCE), c = decoded(jpeg, 1, 0);
      PIX l2 = pixScaleGrayLI(l, 1.5f, 1.5f), c2 = pixScaleAreaMap(c, .75f, .75f);
      return new Scan(new GreyPix(l2), Sheets.of(c2), false);
    }
    boolean doubled = doubled(dpi);
    PIX light = decoded(jpeg, 1, L_JPEG_READ_LUMINANCE);
    try {
      PIX colours = decoded(jpeg, doubled ? 1 : 2, 0);
      try {
        return new Scan(new GreyPix(light), Sheets.of(colours), doubled);
      } finally {
        pixDestroy(colours);
      }
    } catch (BadPageException e) {
      pixDestroy(light);
      throw e;
    }
  }

  private static PIX decoded(byte[] jpeg, int reduction, int hint) throws BadPageException {
    try (BytePointer bytes = new BytePointer(jpeg)) {
      PIX read =
          pixReadMemJpeg(
              bytes,
              jpeg.length,
              0,
              reduction,
              (IntPointer) null,
              hint | L_JPEG_CONTINUE_WITH_BAD_DATA);
      if (NativePix.isNull(read)) {
        throw new BadPageException(Defect.DAMAGED, "JPEG does not decode");
      }
      return read;
    }
  }

  int inkWidth() {
    return doubled ? 2 * light.width() : light.width();
  }

  int inkHeight() {
    return doubled ? 2 * light.height() : light.height();
  }

  @Override
  public void close() {
    light.close();
  }
}
