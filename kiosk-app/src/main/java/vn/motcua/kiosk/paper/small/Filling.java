package vn.motcua.kiosk.paper.small;

/**
 * Paper without its ink: each pixel that ink hides takes the colour of the paper about it. What is
 * left is averaged over ever larger squares, and the holes are filled from the next coarser
 * picture.
 */
final class Filling {
  private Filling() {}

  /**
   * The paper in half the resolution of the sheet.
   *
   * @param hidden pixels of the sheet that are not paper
   */
  static Sheet half(Sheet sheet, Bits hidden) {
    boolean[] holes = new boolean[(sheet.width() + 1) / 2 * ((sheet.height() + 1) / 2)];
    Sheet half = reduced(sheet, hidden, holes);
    fill(half, holes);
    return half;
  }

  private static Sheet reduced(Sheet sheet, Bits hidden, boolean[] holes) {
    int width = (sheet.width() + 1) / 2;
    int height = (sheet.height() + 1) / 2;
    int[] rgb = sheet.rgb();
    int[] out = new int[width * height];
    for (int y = 0; y < height; y++) {
      int y0 = 2 * y;
      int y1 = Math.min(y0 + 1, sheet.height() - 1);
      int upper = y0 * sheet.width();
      int lower = y1 * sheet.width();
      int row = y * width;
      for (int x = 0; x < sheet.width() / 2; x++) {
        out[row + x] =
            Sheet.mean(
                rgb[upper + 2 * x],
                rgb[upper + 2 * x + 1],
                rgb[lower + 2 * x],
                rgb[lower + 2 * x + 1]);
      }
      if (sheet.width() % 2 == 1) {
        int side = sheet.width() - 1;
        out[row + width - 1] =
            Sheet.mean(rgb[upper + side], rgb[upper + side], rgb[lower + side], rgb[lower + side]);
      }
      for (int word = 0; word < hidden.stride; word++) {
        long above = hidden.words[y0 * hidden.stride + word];
        long below = hidden.words[y1 * hidden.stride + word];
        long any = above | below;
        while (any != 0) {
          int pair = Long.numberOfLeadingZeros(any) >> 1;
          any &= ~(0xC000000000000000L >>> 2 * pair);
          int x0 = 64 * word + 2 * pair;
          int x1 = Math.min(x0 + 1, sheet.width() - 1);
          int at = row + x0 / 2;
          out[at] = seen(rgb, hidden, x0, x1, y0, y1, sheet.width());
          holes[at] = out[at] < 0;
        }
      }
    }
    return new Sheet(width, height, out, sheet.grey());
  }

  private static int seen(int[] rgb, Bits hidden, int x0, int x1, int y0, int y1, int width) {
    int count = 0;
    int red = 0;
    int green = 0;
    int blue = 0;
    for (int i = 0; i < 4; i++) {
      int x = i % 2 == 0 ? x0 : x1;
      int y = i < 2 ? y0 : y1;
      if (!hidden.at(x, y)) {
        int colour = rgb[y * width + x];
        red += colour >> 16 & 0xFF;
        green += colour >> 8 & 0xFF;
        blue += colour & 0xFF;
        count++;
      }
    }
    return count == 0 ? -1 : red / count << 16 | green / count << 8 | blue / count;
  }

  private static void fill(Sheet sheet, boolean[] holes) {
    int width = sheet.width();
    int height = sheet.height();
    int[] rgb = sheet.rgb();
    boolean any = false;
    for (boolean hole : holes) {
      any |= hole;
    }
    if (!any) {
      return;
    }
    if (width == 1 && height == 1) {
      rgb[0] = 0xFFFFFF; // no paper to be seen anywhere
      return;
    }
    int across = (width + 1) / 2;
    int down = (height + 1) / 2;
    int[] coarse = new int[across * down];
    boolean[] coarseHoles = new boolean[coarse.length];
    for (int y = 0; y < down; y++) {
      for (int x = 0; x < across; x++) {
        coarse[y * across + x] = mean(rgb, holes, 2 * x, 2 * y, width, height);
        coarseHoles[y * across + x] = coarse[y * across + x] < 0;
      }
    }
    Sheet next = new Sheet(across, down, coarse, sheet.grey());
    fill(next, coarseHoles);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (holes[y * width + x]) {
          rgb[y * width + x] = between(next, x, y);
        }
      }
    }
  }

  private static int mean(int[] rgb, boolean[] holes, int left, int top, int width, int height) {
    int count = 0;
    int red = 0;
    int green = 0;
    int blue = 0;
    for (int y = top; y < Math.min(top + 2, height); y++) {
      for (int x = left; x < Math.min(left + 2, width); x++) {
        if (!holes[y * width + x]) {
          int colour = rgb[y * width + x];
          red += colour >> 16 & 0xFF;
          green += colour >> 8 & 0xFF;
          blue += colour & 0xFF;
          count++;
        }
      }
    }
    return count == 0 ? -1 : red / count << 16 | green / count << 8 | blue / count;
  }

  /** Twice as fine, without anything new. */
  static Sheet doubled(Sheet coarse, int width, int height) {
    int[] rgb = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        rgb[y * width + x] = between(coarse, x, y);
      }
    }
    return new Sheet(width, height, rgb, coarse.grey());
  }

  /** The colour of a coarse picture at a pixel of one twice as fine, between its four nearest. */
  static int between(Sheet coarse, int x, int y) {
    int x1 = Math.min(x >> 1, coarse.width() - 1);
    int y1 = Math.min(y >> 1, coarse.height() - 1);
    int x2 = Math.clamp(x1 + ((x & 1) == 0 ? -1 : 1), 0, coarse.width() - 1);
    int y2 = Math.clamp(y1 + ((y & 1) == 0 ? -1 : 1), 0, coarse.height() - 1);
    int[] rgb = coarse.rgb();
    int near = rgb[y1 * coarse.width() + x1];
    int side = rgb[y1 * coarse.width() + x2];
    int above = rgb[y2 * coarse.width() + x1];
    int far = rgb[y2 * coarse.width() + x2];
    int redBlue =
        9 * (near & 0xFF00FF)
            + 3 * (side & 0xFF00FF)
            + 3 * (above & 0xFF00FF)
            + (far & 0xFF00FF)
            + 0x080008;
    int green =
        9 * (near >> 8 & 0xFF)
            + 3 * (side >> 8 & 0xFF)
            + 3 * (above >> 8 & 0xFF)
            + (far >> 8 & 0xFF);
    return redBlue >>> 4 & 0xFF00FF | (green + 8 >> 4) << 8;
  }
}
