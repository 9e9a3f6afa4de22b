package vn.motcua.kiosk.paper.small;

/** The photograph of a part of a page, without the ink that a stencil paints over it. */
final class Patch {
  /** Up to this part of a page is photographed in the scan's own resolution. */
  private static final double FINE_SHARE = 0.08;

  private static final int QUALITY = 60;

  private Patch() {}

  static JpegLayer of(Patches.Area area, Patches patches, Scan scan, Sheet paper, Bits hidden) {
    Sheet sheet = scan.sheet();
    int left = area.left() * Ground.CELL;
    int top = area.top() * Ground.CELL;
    int width = Math.min(area.right() * Ground.CELL, sheet.width()) - left;
    int height = Math.min(area.bottom() * Ground.CELL, sheet.height()) - top;
    int across = (sheet.width() + Ground.CELL - 1) / Ground.CELL;
    boolean[] bare = new boolean[width * height];
    int[] rgb = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int px = left + x;
        int py = top + y;
        int cell = py / Ground.CELL * across + px / Ground.CELL;
        boolean seen = patches.shown[cell] && (patches.photographed[cell] || !hidden.at(px, py));
        bare[y * width + x] = !seen;
        rgb[y * width + x] =
            seen ? sheet.rgb()[py * sheet.width() + px] : Filling.between(paper, px, py);
      }
    }
    Sheet patch = new Sheet(width, height, rgb, sheet.grey());
    if (scan.doubled() || area.size() > FINE_SHARE * patches.shown.length) {
      return scan.layer(patch, left, top, 1, QUALITY);
    }
    Sheet fine = Sharpening.doubled(patch, bare, scan.light(), 2 * left, 2 * top);
    return scan.layer(fine, left, top, 0.5, QUALITY);
  }
}
