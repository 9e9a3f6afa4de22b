package vn.motcua.scanner.paper.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ImageFormat;
import vn.motcua.scanner.paper.PageImages;
import vn.motcua.scanner.paper.ScannedPage;

/**
 * A black and white picture in a PDF (ITU-T T.6, the G4 of fax machines) as a TIFF with the same
 * data: no pixel is lost, whatever its resolution, and it costs no drawing.
 */
final class WholePageFax {
  private static final int MAX_BYTES = PageImages.MAX_BYTES / 2;
  private static final int G4 = 4;
  private static final int WHITE_IS_ZERO = 0;
  private static final int BLACK_IS_ZERO = 1;
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int RATIONAL = 5;
  private static final int INCH = 2;

  private WholePageFax() {}

  static Optional<ScannedPage> of(PDImageXObject image, int number, int dpi) throws IOException {
    COSStream stream = image.getCOSObject();
    COSBase parameters = stream.getDictionaryObject(COSName.DECODE_PARMS, COSName.DP);
    if (!(parameters instanceof COSDictionary how) || !plain(image, how)) {
      return Optional.empty();
    }
    byte[] data;
    try (InputStream raw = stream.createRawInputStream()) {
      data = raw.readNBytes(MAX_BYTES + 1);
    }
    if (data.length > MAX_BYTES) {
      return Optional.empty();
    }
    // In a PDF 0 is black unless BlackIs1; the coder of T.6 calls white what TIFF calls 0.
    boolean inverse = how.getBoolean(COSName.BLACK_IS_1, false);
    byte[] tiff = tiff(image, data, inverse ? BLACK_IS_ZERO : WHITE_IS_ZERO, dpi);
    try {
      PageImages.check(tiff);
    } catch (FaultException e) {
      return Optional.empty();
    }
    return Optional.of(
        new ScannedPage(number, ImageFormat.TIFF, tiff, image.getWidth(), image.getHeight(), dpi));
  }

  private static boolean plain(PDImageXObject image, COSDictionary how) throws IOException {
    COSStream stream = image.getCOSObject();
    return !image.isStencil()
        && how.getInt(COSName.K, 0) < 0
        && how.getInt(COSName.COLUMNS, 1728) == image.getWidth()
        && !how.getBoolean(COSName.ENCODED_BYTE_ALIGN, false)
        && stream.getDictionaryObject(COSName.DECODE) == null
        && stream.getDictionaryObject(COSName.SMASK) == null
        && stream.getDictionaryObject(COSName.MASK) == null
        && image.getBitsPerComponent() == 1
        && image.getColorSpace() instanceof PDDeviceGray;
  }

  /** One strip, then the directory (TIFF 6.0 §2 and §11). */
  private static byte[] tiff(PDImageXObject image, byte[] data, int photometric, int dpi) {
    int density = 8 + data.length + (data.length & 1);
    int[][] entries = {
      {256, LONG, image.getWidth()},
      {257, LONG, image.getHeight()},
      {258, SHORT, 1},
      {259, SHORT, G4},
      {262, SHORT, photometric},
      {273, LONG, 8},
      {277, SHORT, 1},
      {278, LONG, image.getHeight()},
      {279, LONG, data.length},
      {282, RATIONAL, density},
      {283, RATIONAL, density},
      {296, SHORT, INCH}
    };
    int directory = density + 8;
    ByteBuffer out =
        ByteBuffer.allocate(directory + 2 + TiffDirectory.BYTES_OF_ENTRY * entries.length + 4)
            .order(ByteOrder.LITTLE_ENDIAN);
    out.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(directory).put(data);
    out.position(density).putInt(dpi).putInt(1).putShort((short) entries.length);
    for (int[] each : entries) {
      out.putShort((short) each[0]).putShort((short) each[1]).putInt(1).putInt(each[2]);
    }
    return out.array();
  }
}
