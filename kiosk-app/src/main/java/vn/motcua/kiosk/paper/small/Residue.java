package vn.motcua.kiosk.paper.small;

/**
 * What stencils and coarse paper fail to show of a page: each cell of the page is put together and
 * held against the scan.
 */
final class Residue {
  final int across;
  final int down;

  /** How far, in steps of lightness and hue, inked spots are from the scan, summed over a cell. */
  final int[] tone;

  /** The same for paper that is not as even as it was drawn. */
  final int[] detail;

  private final Sheet sheet;
  private final Sheet paper;

  Residue(Sheet sheet, Sheet paper, Bits ink, Bits hidden, Inks inks) {
    this.sheet = sheet;
    this.paper = paper;
    across = (sheet.width() + Ground.CELL - 1) / Ground.CELL;
    down = (sheet.height() + Ground.CELL - 1) / Ground.CELL;
    tone = new int[across * down];
    detail = new int[across * down];
    Bits near = hidden.half(false);
    Inks.each(near, (x, y) -> tone(x, y, ink, inks));
    lookAtPaper(hidden);
  }

  static int TONE_FREE = 30;
  static int DETAIL_FREE = 12;

  private void tone(int x, int y, Bits ink, Inks inks) {
    int red = 0;
    int green = 0;
    int blue = 0;
    int bare = 0;
    int mean = 0;
    int[] rgb = sheet.rgb();
    int scanRed = 0;
    int scanGreen = 0;
    int scanBlue = 0;
    int count = 0;
    for (int hy = 2 * y; hy < Math.min(2 * y + 2, sheet.height()); hy++) {
      for (int hx = 2 * x; hx < Math.min(2 * x + 2, sheet.width()); hx++) {
        int covered = ink.covered(hx, hy);
        int at = hy * sheet.width() + hx;
        bare += 4 - covered;
        count += 4;
        if (covered > 0) {
          int colour = inks.colours.get(inks.kind(at));
          red += covered * (colour >> 16 & 0xFF);
          green += covered * (colour >> 8 & 0xFF);
          blue += covered * (colour & 0xFF);
        }
        scanRed += rgb[at] >> 16 & 0xFF;
        scanGreen += rgb[at] >> 8 & 0xFF;
        scanBlue += rgb[at] & 0xFF;
      }
    }
    int ground = paper.rgb()[y * paper.width() + x];
    red = (red + bare * (ground >> 16 & 0xFF)) / count;
    green = (green + bare * (ground >> 8 & 0xFF)) / count;
    blue = (blue + bare * (ground & 0xFF)) / count;
    int n = count / 4;
    int drawn = red << 16 | green << 8 | blue;
    int seen = scanRed / n << 16 | scanGreen / n << 8 | scanBlue / n;
    int away = Inks.distance(drawn, seen);
    if (away > TONE_FREE) {
      tone[y / (Ground.CELL / 2) * across + x / (Ground.CELL / 2)] += away - TONE_FREE;
    }
  }

  private void lookAtPaper(Bits hidden) {
    int width = sheet.width();
    int[] rgb = sheet.rgb();
    for (int y = 0; y < sheet.height(); y++) {
      int cells = y / Ground.CELL * across;
      for (int x = 0; x < width; x++) {
        if (hidden.at(x, y)) {
          continue;
        }
        int drawn = paper.rgb()[(y >> 1) * paper.width() + (x >> 1)];
        int seen = rgb[y * width + x];
        int light = Math.abs(Sheet.light(drawn) - Sheet.light(seen));
        if (light > DETAIL_FREE) {
          detail[cells + x / Ground.CELL] += light - DETAIL_FREE;
        }
      }
    }
  }
}
