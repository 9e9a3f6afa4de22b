package vn.motcua.kiosk.paper.pix;

import static org.bytedeco.leptonica.global.leptonica.*;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.leptonica.PIX;
import vn.motcua.kiosk.paper.page.BadPageException;
import vn.motcua.kiosk.paper.page.Defect;
import vn.motcua.scanner.paper.JpegDoubt;

/** Decodes JPEGs of 8 bits a sample, in grey or colour. */
public final class JpegPixels {
  private JpegPixels() {}

  /**
   * The picture as it is stored, {@link GreyPix} or {@link ColourPix}.
   *
   * @param reduction 1, 2, 4 or 8: how much smaller it is wanted; saves time and memory
   * @throws BadPageException if it breaks off or is spoiled: a decoder that goes on by itself, as
   *     they all do, would leave a grey field where the paper had words
   */
  public static NativePix decode(byte[] jpeg, int reduction) throws BadPageException {
    PIX read;
    int warnings;
    try (BytePointer bytes = new BytePointer(jpeg);
        IntPointer warned = new IntPointer(1)) {
      warned.put(0);
      read =
          pixReadMemJpeg(bytes, jpeg.length, 0, reduction, warned, L_JPEG_CONTINUE_WITH_BAD_DATA);
      warnings = warned.get();
    }
    if (NativePix.isNull(read)) {
      throw new BadPageException(Defect.DAMAGED, "JPEG does not decode");
    }
    NativePix page = read.d() == 32 ? new ColourPix(read) : new GreyPix(read);
    // Some warnings are harmless; the second opinion takes time that a good picture need not pay.
    if (warnings > 0 && JpegDoubt.isDamaged(jpeg)) {
      page.close();
      throw new BadPageException(Defect.DAMAGED, "JPEG decoder warns");
    }
    return page;
  }
}
