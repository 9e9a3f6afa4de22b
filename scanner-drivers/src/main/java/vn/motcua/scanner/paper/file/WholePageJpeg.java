package vn.motcua.scanner.paper.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.color.PDICCBased;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ImageFormat;
import vn.motcua.scanner.paper.PageImages;
import vn.motcua.scanner.paper.ScannedPage;

/** A JPEG in a PDF that says all by itself: grey or RGB, and nothing in the PDF changes it. */
final class WholePageJpeg {
  private WholePageJpeg() {}

  static Optional<ScannedPage> of(PDImageXObject image, int number, int dpi) throws IOException {
    if (!plain(image)) {
      return Optional.empty();
    }
    byte[] jpeg;
    try (InputStream raw = image.getCOSObject().createRawInputStream()) {
      jpeg = raw.readNBytes(PageImages.MAX_BYTES + 1);
    }
    if (JpegChannels.of(jpeg) != image.getColorSpace().getNumberOfComponents()) {
      return Optional.empty();
    }
    try {
      PageImages.Facts facts = PageImages.check(jpeg);
      boolean same =
          facts.format() == ImageFormat.JPEG
              && facts.width() == image.getWidth()
              && facts.height() == image.getHeight();
      return same
          ? Optional.of(
              new ScannedPage(number, ImageFormat.JPEG, jpeg, facts.width(), facts.height(), dpi))
          : Optional.empty();
    } catch (FaultException e) {
      // Whoever draws it finds out how bad it is.
      return Optional.empty();
    }
  }

  private static boolean plain(PDImageXObject image) throws IOException {
    COSStream stream = image.getCOSObject();
    return !image.isStencil()
        && stream.getDictionaryObject(COSName.DECODE_PARMS, COSName.DP) == null
        && stream.getDictionaryObject(COSName.DECODE) == null
        && stream.getDictionaryObject(COSName.SMASK) == null
        && stream.getDictionaryObject(COSName.MASK) == null
        && image.getBitsPerComponent() == 8
        && usual(image.getColorSpace());
  }

  private static boolean usual(PDColorSpace space) {
    return space instanceof PDDeviceRGB
        || space instanceof PDDeviceGray
        || (space instanceof PDICCBased icc && (icc.getNumberOfComponents() == 1 || icc.isSRGB()));
  }
}
