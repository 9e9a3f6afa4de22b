package vn.motcua.kiosk.paper.small;

import java.util.ArrayList;
import java.util.List;
import vn.motcua.kiosk.paper.page.BadPageException;
import vn.motcua.kiosk.paper.pix.NativePix;

/** Makes a page small. */
public final class MixedRaster {
  static boolean TIME = false;

  /** More than this of a page in photographs: the whole page is one. */
  private static final double MOST_PATCHED = 0.6;

  private static final int PAPER_QUALITY = 50;
  private static final int PATCH_QUALITY = 60;
  private static final int PHOTO_QUALITY = 75;

  private MixedRaster() {}

  public static MixedPage of(NativePix page, double dpi) {
    try (Scan scan = Scan.of(page, dpi)) {
      return layers(scan);
    }
  }

  public static MixedPage ofJpeg(byte[] jpeg, double dpi) throws BadPageException {
    long t = System.nanoTime();
    try (Scan scan = Scan.ofJpeg(jpeg, dpi)) {
      if (TIME) System.out.printf("decode %d ", (System.nanoTime() - t) / 1000000);
      return layers(scan);
    }
  }

  static long t0;
  static void lap(String s) { if (TIME) { long n = System.nanoTime(); System.out.printf("%s %.1f ", s, (n - t0) / 1e6); t0 = n; } }

  private static MixedPage layers(Scan scan) {
    t0 = System.nanoTime();
    Sheet sheet = scan.sheet();
    Ground ground = new Ground(sheet);
    lap("ground");
    Bits ink = InkFinder.find(scan, ground);
    lap("ink");
    Bits some = ink.half(false);
    Bits hidden = some.grown();
    Inks inks = new Inks(sheet, some, ink.half(true));
    lap("inks");
    Sheet paper = Filling.half(sheet, hidden);
    lap("fill");
    Residue residue = new Residue(sheet, paper, ink, hidden, inks);
    lap("residue");
    Patches patches = new Patches(residue);
    lap("patches");
    List<Layer> layers = new ArrayList<>();
    if (patches.share() > MOST_PATCHED) {
      return new MixedPage(List.of(photo(sheet, sheet, 0, 0, PHOTO_QUALITY)));
    }
    Sheet base = coarse(paper);
    layers.add(photo(base, sheet, 0, 0, PAPER_QUALITY));
    for (Patches.Area area : patches.areas) {
      int left = area.left() * Ground.CELL;
      int top = area.top() * Ground.CELL;
      Sheet patch = patch(sheet, paper, hidden, patches, area);
      layers.add(photo(patch, sheet, left, top, PATCH_QUALITY));
    }
    lap("jpeg");
    Bits painted = some;
    if (!patches.areas.isEmpty()) {
      painted = without(some, patches);
    }
    for (int kind = 0; kind < inks.colours.size(); kind++) {
      Bits part = ink.within(inks.of(kind, painted));
      if (!part.isEmpty()) {
      layers.add(
          new MaskLayer(Coding.g4(part), part.width, part.height, inks.colours.get(kind), Place.PAGE));
      }
    }
    lap("g4");
    if (TIME) System.out.println();
    return new MixedPage(layers);
  }

  private static Bits without(Bits some, Patches patches) {
    Bits kept = new Bits(some.width, some.height);
    int across = (some.width + Ground.CELL - 1) / Ground.CELL;
    for (int y = 0; y < some.height; y++) {
      int cells = y / Ground.CELL * across;
      for (int cell = 0; cell < across; cell++) {
        if (!patches.photographed[cells + cell]) {
          int at = y * some.stride + cell / 8;
          kept.words[at] |= some.words[at] & 0xFF00000000000000L >>> (cell % 8 * 8);
        }
      }
    }
    return kept;
  }

  private static Sheet coarse(Sheet paper) {
    Sheet coarse = Filling.half(paper, new Bits(paper.width(), paper.height()));
    int[] rgb = paper.rgb();
    for (int y = 0; y < paper.height(); y++) {
      for (int x = 0; x < paper.width(); x++) {
        if (Inks.distance(rgb[y * paper.width() + x], Filling.between(coarse, x, y)) > FLAT) {
          return paper;
        }
      }
    }
    return coarse;
  }

  static int FLAT = 16;

  private static Sheet patch(
      Sheet sheet, Sheet paper, Bits hidden, Patches patches, Patches.Area area) {
    int left = area.left() * Ground.CELL;
    int top = area.top() * Ground.CELL;
    int width = Math.min(area.right() * Ground.CELL, sheet.width()) - left;
    int height = Math.min(area.bottom() * Ground.CELL, sheet.height()) - top;
    int across = (sheet.width() + Ground.CELL - 1) / Ground.CELL;
    int[] rgb = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int px = left + x;
        int py = top + y;
        int cell = py / Ground.CELL * across + px / Ground.CELL;
        boolean scan =
            patches.shown[cell] && (patches.photographed[cell] || !hidden.at(px, py));
        rgb[y * width + x] =
            scan ? sheet.rgb()[py * sheet.width() + px] : Filling.between(paper, px, py);
      }
    }
    return new Sheet(width, height, rgb, sheet.grey());
  }

  /** {@code photo} at a corner, in pixels of {@code sheet}. */
  private static JpegLayer photo(Sheet photo, Sheet sheet, int left, int top, int quality) {
    boolean whole = quality != PATCH_QUALITY;
    double scale = whole ? Math.round((double) sheet.width() / photo.width()) : 1;
    return new JpegLayer(
        Coding.jpeg(photo, quality),
        photo.width(),
        photo.height(),
        photo.grey(),
        new Place(
            (double) left / sheet.width(),
            (double) top / sheet.height(),
            photo.width() * scale / sheet.width(),
            photo.height() * scale / sheet.height()));
  }
}
