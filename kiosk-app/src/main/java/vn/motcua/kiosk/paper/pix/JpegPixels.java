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
    try (BytePointer bytes = new BytePointer(jpeg)) {
      read =
          pixReadMemJpeg(
              bytes, jpeg.length, 0, reduction, (IntPointer) null, L_JPEG_CONTINUE_WITH_BAD_DATA);
    }
    if (NativePix.isNull(read)) {
      throw new BadPageException(Defect.DAMAGED, "JPEG does not decode");
    }
    NativePix page = read.d() == 32 ? new ColourPix(read) : new GreyPix(read);
    // This decoder does not tell of wrong codes where it is quick; and some warnings are harmless.
    if (JpegDoubt.isDamaged(jpeg)) {
      page.close();
      throw new BadPageException(Defect.DAMAGED, "JPEG decoder warns");
    }
    return page;
  }
}
