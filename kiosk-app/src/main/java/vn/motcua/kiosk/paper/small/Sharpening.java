package vn.motcua.kiosk.paper.small;

import static org.bytedeco.leptonica.global.leptonica.*;

import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.leptonica.PIX;
import vn.motcua.kiosk.paper.pix.GreyPix;

/**
 * Colours in the scan's own resolution: as coarse in hue as before, as fine in light as the scan.
 */
final class Sharpening {
  private Sharpening() {}

  /**
   * @param bare pixels of {@code coarse} that the scan does not show, and that stay as they are
   * @param light the scan
   * @param left where {@code coarse} begins in the scan, in the scan's pixels
   */
  static Sheet doubled(Sheet coarse, boolean[] bare, GreyPix light, int left, int top) {
    int width = Math.min(2 * coarse.width(), light.width() - left);
    int height = Math.min(2 * coarse.height(), light.height() - top);
    int[] rgb = new int[width * height];
    PIX pix = light.pix();
    int[] line = new int[pix.wpl()];
    IntPointer words = pixGetData(pix);
    for (int y = 0; y < height; y++) {
      words.position((long) (top + y) * line.length).get(line);
      for (int x = 0; x < width; x++) {
        int colour = Filling.between(coarse, x, y);
        if (!bare[(y >> 1) * coarse.width() + (x >> 1)]) {
          int at = left + x;
          int seen = line[at >> 2] >>> (24 - 8 * (at & 3)) & 0xFF;
          colour = moved(colour, seen - Sheet.light(colour));
        }
        rgb[y * width + x] = colour;
      }
    }
    return new Sheet(width, height, rgb, coarse.grey());
  }

  private static int moved(int rgb, int step) {
    int red = Math.clamp((rgb >> 16 & 0xFF) + step, 0, 255);
    int green = Math.clamp((rgb >> 8 & 0xFF) + step, 0, 255);
    int blue = Math.clamp((rgb & 0xFF) + step, 0, 255);
    return red << 16 | green << 8 | blue;
  }
}
