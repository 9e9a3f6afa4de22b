package vn.motcua.scanner.paper.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.PageImages;

/**
 * Whether a picture in a PDF is there to its last row: where its data end early, PDFBox leaves the
 * rest white or grey and only logs it. Nothing of the kind can be told of CCITT data.
 */
final class PdfPictures {
  private static final List<COSName> LENGTH_TELLS =
      List.of(
          COSName.FLATE_DECODE,
          COSName.LZW_DECODE,
          COSName.RUN_LENGTH_DECODE,
          COSName.ASCII85_DECODE,
          COSName.ASCII_HEX_DECODE);

  private PdfPictures() {}

  /**
   * Goes on if it is whole, as far as that can be told.
   *
   * @throws PdfStop if it is not
   */
  static void check(PDImageXObject image) throws IOException {
    List<COSName> filters = filters(image.getCOSObject());
    if (filters.equals(List.of(COSName.DCT_DECODE))) {
      checkJpeg(image.getCOSObject());
    } else if (LENGTH_TELLS.containsAll(filters)) {
      checkLength(image);
    }
  }

  /** The filters of a stream, the outermost first. */
  static List<COSName> filters(COSStream stream) {
    List<COSName> filters = new ArrayList<>();
    COSBase filter = stream.getFilters();
    if (filter instanceof COSName one) {
      filters.add(one);
    } else if (filter instanceof COSArray several) {
      for (int i = 0; i < several.size(); i++) {
        if (several.getObject(i) instanceof COSName one) {
          filters.add(one);
        }
      }
    }
    return filters;
  }

  private static void checkJpeg(COSStream stream) throws IOException {
    try (InputStream raw = stream.createRawInputStream()) {
      PageImages.check(raw.readNBytes(PageImages.MAX_BYTES + 1));
    } catch (FaultException e) {
      throw new PdfStop(PdfStop.Reason.DAMAGED, String.valueOf(e.getMessage()));
    }
  }

  private static void checkLength(PDImageXObject image) throws IOException {
    int bits =
        image.isStencil()
            ? 1
            : image.getBitsPerComponent() * image.getColorSpace().getNumberOfComponents();
    long row = ((long) image.getWidth() * bits + 7) / 8;
    // Some writers forget the last row; nobody will miss it.
    long least = row * (image.getHeight() - 1L);
    byte[] block = new byte[64 * 1024];
    long length = 0;
    try (InputStream in = image.createInputStream()) {
      for (int got = in.read(block); got >= 0; got = in.read(block)) {
        length += got;
      }
    }
    if (length < least) {
      throw new PdfStop(PdfStop.Reason.DAMAGED, length + " of " + least + " bytes of a picture");
    }
  }
}
