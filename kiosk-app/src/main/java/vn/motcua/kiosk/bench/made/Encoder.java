package vn.motcua.kiosk.bench.made;

import static org.bytedeco.leptonica.global.leptonica.*;

import java.util.Arrays;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.javacpp.SizeTPointer;
import org.bytedeco.leptonica.PIX;

/** Writes pixels as devices do. Leptonica's JPEG takes a third of the JDK's time. */
final class Encoder {
  private static final int JFIF_UNITS = 13;

  private Encoder() {}

  private interface Writing {
    int into(PointerPointer<Pointer> bytes, SizeTPointer size);
  }

  /**
   * @param quality 1 to 100
   * @param dpi 0 if the file is not to say it
   */
  static byte[] jpeg(Raster page, boolean colour, int quality, int dpi) {
    PIX pix = colour ? colours(page) : greys(page);
    try {
      byte[] jpeg = written((bytes, size) -> pixWriteMemJpeg(bytes, size, pix, quality, 0));
      // JFIF 1.02: units (1: per inch), then density across and down in two bytes each.
      byte[] density = {1, (byte) (dpi >> 8), (byte) dpi, (byte) (dpi >> 8), (byte) dpi};
      byte[] none = {0, 0, 1, 0, 1};
      System.arraycopy(dpi == 0 ? none : density, 0, jpeg, JFIF_UNITS, density.length);
      return jpeg;
    } finally {
      pixDestroy(pix);
    }
  }

  /** Black and white in a TIFF, CCITT G4; darker than {@code threshold} is black. */
  static byte[] bitonal(Raster page, int threshold, int dpi) {
    PIX pix = bits(page, threshold);
    try {
      pixSetResolution(pix, dpi, dpi);
      return written((bytes, size) -> pixWriteMemTiff(bytes, size, pix, IFF_TIFF_G4));
    } finally {
      pixDestroy(pix);
    }
  }

  private static byte[] written(Writing writing) {
    try (PointerPointer<Pointer> place = new PointerPointer<>(1);
        SizeTPointer size = new SizeTPointer(1)) {
      if (writing.into(place, size) != 0) {
        throw new IllegalStateException("Leptonica does not write the page");
      }
      BytePointer bytes = new BytePointer(place.get(0));
      byte[] copy = new byte[(int) size.get()];
      bytes.get(copy);
      lept_free(bytes);
      return copy;
    }
  }

  private static PIX colours(Raster page) {
    PIX pix = made(page, 32);
    IntPointer words = pixGetData(pix);
    int[] row = new int[page.width()];
    for (int y = 0; y < page.height(); y++) {
      for (int x = 0; x < row.length; x++) {
        row[x] = page.pixels()[y * row.length + x] << 8;
      }
      words.position((long) y * row.length).put(row, 0, row.length);
    }
    return pix;
  }

  private static PIX greys(Raster page) {
    PIX pix = made(page, 8);
    IntPointer words = pixGetData(pix);
    int[] row = new int[pix.wpl()];
    for (int y = 0; y < page.height(); y++) {
      Arrays.fill(row, 0);
      for (int x = 0; x < page.width(); x++) {
        row[x >> 2] |= (page.pixels()[y * page.width() + x] >> 8 & 0xff) << (24 - 8 * (x & 3));
      }
      words.position((long) y * row.length).put(row, 0, row.length);
    }
    return pix;
  }

  private static PIX bits(Raster page, int threshold) {
    PIX pix = made(page, 1);
    IntPointer words = pixGetData(pix);
    int[] row = new int[pix.wpl()];
    for (int y = 0; y < page.height(); y++) {
      Arrays.fill(row, 0);
      for (int x = 0; x < page.width(); x++) {
        if ((page.pixels()[y * page.width() + x] >> 8 & 0xff) < threshold) {
          row[x >> 5] |= 1 << (31 - (x & 31));
        }
      }
      words.position((long) y * row.length).put(row, 0, row.length);
    }
    return pix;
  }

  private static PIX made(Raster page, int depth) {
    PIX pix = pixCreate(page.width(), page.height(), depth);
    if (pix == null || pix.isNull()) {
      throw new IllegalStateException("no native memory for a page");
    }
    return pix;
  }
}
