package vn.motcua.kiosk.paper.small;

import static org.bytedeco.leptonica.global.leptonica.*;

import java.util.Arrays;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.leptonica.PIX;
import org.jspecify.annotations.Nullable;
import vn.motcua.kiosk.paper.pix.NativePix;

/** Colours out of Leptonica's memory and back. */
final class Sheets {
  private Sheets() {}

  static Sheet of(PIX pix) {
    int width = pix.w();
    int height = pix.h();
    int[] rgb = new int[width * height];
    IntPointer words = pixGetData(pix);
    if (pix.d() == 32) {
      words.get(rgb);
      int difference = 0;
      for (int at = 0; at < rgb.length; at++) {
        // Leptonica keeps red in the highest byte.
        int colour = rgb[at] >>> 8;
        rgb[at] = colour;
        difference |= colour >> 8 ^ colour;
      }
      return new Sheet(width, height, rgb, (difference & 0xFFFF) == 0);
    }
    int[] line = new int[pix.wpl()];
    for (int y = 0; y < height; y++) {
      words.position((long) y * line.length).get(line);
      int row = y * width;
      for (int x = 0; x < width; x++) {
        rgb[row + x] = (line[x >> 2] >>> (24 - 8 * (x & 3)) & 0xFF) * 0x10101;
      }
    }
    return new Sheet(width, height, rgb, true);
  }

  /** The caller destroys it. */
  static PIX pix(Sheet sheet) {
    PIX pix = made(pixCreate(sheet.width(), sheet.height(), sheet.grey() ? 8 : 32));
    IntPointer words = pixGetData(pix);
    if (!sheet.grey()) {
      int[] shifted = new int[sheet.rgb().length];
      for (int at = 0; at < shifted.length; at++) {
        shifted[at] = sheet.rgb()[at] << 8;
      }
      words.put(shifted);
      return pix;
    }
    int[] line = new int[pix.wpl()];
    for (int y = 0; y < sheet.height(); y++) {
      Arrays.fill(line, 0);
      for (int x = 0; x < sheet.width(); x++) {
        line[x >> 2] |= (sheet.rgb()[y * sheet.width() + x] & 0xFF) << (24 - 8 * (x & 3));
      }
      words.position((long) y * line.length).put(line);
    }
    return pix;
  }

  static PIX made(@Nullable PIX pix) {
    if (pix == null || NativePix.isNull(pix)) {
      throw new IllegalStateException("no native memory for a page");
    }
    return pix;
  }
}
