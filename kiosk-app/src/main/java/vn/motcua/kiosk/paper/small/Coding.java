package vn.motcua.kiosk.paper.small;

import static org.bytedeco.leptonica.global.leptonica.*;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.SizeTPointer;
import org.bytedeco.leptonica.PIX;
import vn.motcua.kiosk.paper.pix.BitPix;

/** Layers' streams, made by libtiff and libjpeg. */
final class Coding {
  private static final int STRIP_OFFSETS = 273;
  private static final int STRIP_LENGTHS = 279;

  private Coding() {}

  /** A page that is black and white already, without any loss. */
  static MaskLayer mask(BitPix bits) {
    return new MaskLayer(g4(bits.pix()), bits.width(), bits.height(), 0, Place.PAGE);
  }

  /** Ink on a page. */
  static MaskLayer mask(Bits bits, int rgb) {
    PIX pix = Sheets.made(pixCreate(bits.width, bits.height, 1));
    try {
      IntPointer words = pixGetData(pix);
      int[] line = new int[pix.wpl()];
      for (int y = 0; y < bits.height; y++) {
        for (int x = 0; x < line.length; x++) {
          long word = bits.words[y * bits.stride + x / 2];
          line[x] = (int) (x % 2 == 0 ? word >>> 32 : word);
        }
        words.position((long) y * line.length).put(line);
      }
      return new MaskLayer(g4(pix), bits.width, bits.height, rgb, Place.PAGE);
    } finally {
      pixDestroy(pix);
    }
  }

  private static byte[] g4(PIX pix) {
    return strip(written((data, size) -> pixWriteMemTiff(data, size, pix, IFF_TIFF_G4)));
  }

  /** The only strip of a small-endian or big-endian TIFF (TIFF 6.0 section 2). */
  private static byte[] strip(byte[] tiff) {
    ByteBuffer in =
        ByteBuffer.wrap(tiff)
            .order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = in.getInt(4);
    int entries = Short.toUnsignedInt(in.getShort(directory));
    int offset = 0;
    int length = 0;
    for (int at = directory + 2; at < directory + 2 + 12 * entries; at += 12) {
      int tag = Short.toUnsignedInt(in.getShort(at));
      int value =
          in.getShort(at + 2) == 3 ? Short.toUnsignedInt(in.getShort(at + 8)) : in.getInt(at + 8);
      if (tag == STRIP_OFFSETS || tag == STRIP_LENGTHS) {
        if (in.getInt(at + 4) != 1) {
          throw new IllegalStateException("more than one strip");
        }
        if (tag == STRIP_OFFSETS) {
          offset = value;
        } else {
          length = value;
        }
      }
    }
    return Arrays.copyOfRange(tiff, offset, offset + length);
  }

  static byte[] jpeg(Sheet sheet, int quality) {
    PIX pix = Sheets.pix(sheet);
    try {
      return jpeg(pix, quality);
    } finally {
      pixDestroy(pix);
    }
  }

  static byte[] jpeg(PIX pix, int quality) {
    return written((data, size) -> pixWriteMemJpeg(data, size, pix, quality, 0));
  }

  private interface Writer {
    int write(BytePointer data, SizeTPointer size);
  }

  private static byte[] written(Writer writer) {
    try (BytePointer data = new BytePointer();
        SizeTPointer size = new SizeTPointer(1)) {
      if (writer.write(data, size) != 0 || data.isNull()) {
        throw new IllegalStateException("no native memory for a page");
      }
      byte[] bytes = new byte[(int) size.get()];
      data.get(bytes);
      lept_free(data);
      return bytes;
    }
  }
}
