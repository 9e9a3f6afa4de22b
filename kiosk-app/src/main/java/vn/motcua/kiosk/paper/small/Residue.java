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

  /** Cells that ink covers wholly but not in one tone, or in dots: part of a picture. */
  final boolean[] picture;

  /** Spots of a cell that ink covers wholly. */
  final int[] solid;

  /** How far these are from one tone, summed. */
  final int[] uneven;

  private final Sheet sheet;
  private final Sheet paper;

  Residue(Sheet sheet, byte[] lights, Sheet paper, Bits ink, Bits hidden, Inks inks) {
    this.sheet = sheet;
    this.paper = paper;
    across = (sheet.width() + Ground.CELL - 1) / Ground.CELL;
    down = (sheet.height() + Ground.CELL - 1) / Ground.CELL;
    tone = new int[across * down];
    detail = new int[across * down];
    solid = new int[across * down];
    uneven = new int[across * down];
    Bits near = hidden.half(false);
    Inks.each(near, (x, y) -> tone(x, y, ink, inks));
    picture = new boolean[across * down];
    for (int at = 0; at < picture.length; at++) {
      picture[at] = solid[at] == SPOTS && uneven[at] > SPOTS * UNEVEN;
    }
    int[] edges = ink.edges();
    for (int y = 1; y + 1 < down; y++) {
      for (int x = 1; x + 1 < across; x++) {
        int sum = 0;
        for (int ny = y - 1; ny <= y + 1; ny++) {
          for (int nx = x - 1; nx <= x + 1; nx++) {
            sum += edges[ny * across + nx];
          }
        }
        picture[y * across + x] |= sum > 9 * BUSY;
      }
    }
    lookAtPaper(lights, hidden);
  }

  /** What sharp edges in place of soft ones cost, and noise. */
  private static final int TONE_FREE = 30;

  private static final int DETAIL_FREE = 9;

  /** Spots that are compared in a cell. */
  private static final int SPOTS = Ground.CELL * Ground.CELL / 4;

  /** How far, on average, one tone is from what covers a cell of a picture. */
  private static final int UNEVEN = 8;

  /** Edges in a cell: small print has up to 45, a picture printed in dots more than 100. */
  private static final int BUSY = 72;

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
    int cell = y / (Ground.CELL / 2) * across + x / (Ground.CELL / 2);
    if (bare == 0) {
      solid[cell]++;
      uneven[cell] += away;
    }
    if (away > TONE_FREE) {
      tone[cell] += away - TONE_FREE;
    }
  }

  private void lookAtPaper(byte[] lights, Bits hidden) {
    byte[] drawn = paper.lights();
    int width = sheet.width();
    for (int y = 0; y < sheet.height(); y++) {
      int cells = y / Ground.CELL * across;
      int row = y * width;
      int coarse = (y >> 1) * paper.width();
      for (int cell = 0; cell < across; cell++) {
        int left = cell * Ground.CELL;
        int right = Math.min(width, left + Ground.CELL);
        int covered =
            (int) (hidden.words[y * hidden.stride + cell / 8] >>> (56 - cell % 8 * 8)) & 0xFF;
        if (covered == 0xFF) {
          continue;
        }
        int sum = 0;
        for (int x = left; x < right; x++) {
          int away = Math.abs((lights[row + x] & 0xFF) - (drawn[coarse + (x >> 1)] & 0xFF));
          int open = ~covered >> (7 - (x - left)) & 1;
          sum += Math.max(0, away - DETAIL_FREE) * open;
        }
        detail[cells + cell] += sum;
      }
    }
  }
}
