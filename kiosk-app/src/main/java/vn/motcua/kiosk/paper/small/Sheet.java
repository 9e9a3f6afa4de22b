package vn.motcua.kiosk.paper.small;

/**
 * A page's colours, red in bits 16 to 23, row by row, at half the resolution of its ink.
 *
 * @param grey all pixels have three equal channels
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; passes between the steps only
record Sheet(int width, int height, int[] rgb, boolean grey) {
  /** How light a colour looks, 0 to 255 (the weights of JFIF's Y). */
  static int light(int rgb) {
    return ((rgb >> 16 & 0xFF) * 77 + (rgb >> 8 & 0xFF) * 150 + (rgb & 0xFF) * 29) >> 8;
  }

  /** At least so large, what is new being as its neighbour. */
  Sheet padded(int least, int lines) {
    if (width >= least && height >= lines) {
      return this;
    }
    int across = Math.max(width, least);
    int down = Math.max(height, lines);
    int[] larger = new int[across * down];
    for (int y = 0; y < down; y++) {
      int row = Math.min(y, height - 1) * width;
      for (int x = 0; x < across; x++) {
        larger[y * across + x] = rgb[row + Math.min(x, width - 1)];
      }
    }
    return new Sheet(across, down, larger, grey);
  }

  /** How light each pixel looks, 0 to 255 without sign. */
  byte[] lights() {
    byte[] lights = new byte[rgb.length];
    for (int at = 0; at < lights.length; at++) {
      lights[at] = (byte) light(rgb[at]);
    }
    return lights;
  }

  /** The average of four colours, each channel for itself. */
  static int mean(int a, int b, int c, int d) {
    int redBlue = (a & 0xFF00FF) + (b & 0xFF00FF) + (c & 0xFF00FF) + (d & 0xFF00FF) + 0x020002;
    int green = (a & 0xFF00) + (b & 0xFF00) + (c & 0xFF00) + (d & 0xFF00) + 0x0200;
    return redBlue >> 2 & 0xFF00FF | green >> 2 & 0xFF00;
  }
}
