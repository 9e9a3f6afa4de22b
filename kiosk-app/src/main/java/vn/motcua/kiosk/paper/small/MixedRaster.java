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

  /** Up to this part of a page is photographed in the scan's own resolution. */
  private static final double FINE_SHARE = 0.08;

  private static final int PAPER_QUALITY = 75;
  private static final int PATCH_QUALITY = 60;
  private static final int PHOTO_QUALITY = 75;

  /** Steps of light and hue from its neighbourhood that even paper stays below. */
  private static final int EVEN = 16;

  private static final int UNEVEN_SHARE = 1500;

  private MixedRaster() {}

  public static MixedPage of(NativePix page, double dpi) {
    try (Scan scan = Scan.of(page, dpi)) {
      return layers(scan);
    }
  }

  public static MixedPage ofJpeg(byte[] jpeg, double dpi) throws BadPageException {
    t0 = java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    try (Scan scan = Scan.ofJpeg(jpeg, dpi)) {
      lap("decode");
      return layers(scan);
    }
  }

  static long t0;
  static java.util.Map<String, Double> best = new java.util.LinkedHashMap<>(); static void lap(String s) { if (TIME) { long n = java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime(); best.merge(s, (n - t0) / 1e6, Math::min); t0 = n; } }

  private static MixedPage layers(Scan scan) {
    Sheet sheet = scan.sheet();
    byte[] lights = sheet.lights();
    lap("lights");
    Ground ground = new Ground(sheet, lights);
    lap("ground");
    Bits ink = InkFinder.find(scan, ground);
    lap("ink");
    Bits some = ink.half(false);
    Bits hidden = some.grown();
lap("half"); Inks inks = new Inks(sheet, lights, some, ink.half(true));
    lap("inks");
    Sheet filled = Filling.half(sheet, hidden);
lap("fill1");
    Sheet coarse = Filling.half(filled, new Bits(filled.width(), filled.height()));
    Sheet coarsely = Filling.doubled(coarse, filled.width(), filled.height());
    boolean even = even(filled, coarsely);
    Sheet base = even ? coarse : filled;
    Sheet paper = even ? coarsely : filled;
    lap("fill");
    Residue residue = new Residue(sheet, lights, paper, ink, hidden, inks);
    lap("residue");
    Patches patches = new Patches(residue, inks.colouredCells(some));
    lap("patches");
    List<Layer> layers = new ArrayList<>();
    if (patches.share() > MOST_PATCHED) {
      return new MixedPage(List.of(layer(sheet, scan, 0, 0, 1, PHOTO_QUALITY)));
    }
    layers.add(layer(base, scan, 0, 0, even ? 4 : 2, PAPER_QUALITY));
    for (Patches.Area area : patches.areas) {
      layers.add(patch(scan, paper, hidden, patches, area));
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
    return new MixedPage(layers);
  }

  /**
   * The ink that no photograph shows. It reaches a pixel into the photographs, or viewers that set
   * pictures on whole pixels of the screen would leave a gap.
   */
  private static Bits without(Bits some, Patches patches) {
    Bits kept = new Bits(some.width, some.height);
    int across = (some.width + Ground.CELL - 1) / Ground.CELL;
    for (int y = 0; y < some.height; y++) {
      int cells = y / Ground.CELL * across;
      for (int cell = 0; cell < across; cell++) {
        if (!patches.photographed[cells + cell]) {
          kept.words[y * some.stride + cell / 8] |= 0xFF00000000000000L >>> (cell % 8 * 8);
        }
      }
    }
    Bits grown = kept.grown();
    for (int at = 0; at < grown.words.length; at++) {
      grown.words[at] &= some.words[at];
    }
    return grown;
  }

  /** Whether paper shown as coarsely as {@code shown} lacks so little that patches can show it. */
  private static boolean even(Sheet paper, Sheet shown) {
    int uneven = 0;
    for (int at = 0; at < paper.rgb().length; at++) {
      if (Inks.distance(paper.rgb()[at], shown.rgb()[at]) > EVEN) {
        uneven++;
      }
    }
    return uneven <= paper.rgb().length / UNEVEN_SHARE;
  }

  private static JpegLayer patch(
      Scan scan, Sheet paper, Bits hidden, Patches patches, Patches.Area area) {
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
    double share = (double) area.size() / patches.shown.length;
    if (scan.doubled() || share > FINE_SHARE) {
      return layer(patch, scan, left, top, 1, PATCH_QUALITY);
    }
    Sheet fine = Sharpening.doubled(patch, bare, scan.light(), 2 * left, 2 * top);
    return layer(fine, scan, left, top, 0.5, PATCH_QUALITY);
  }

  /**
   * A layer at a corner, in pixels of the scan's sheet.
   *
   * @param scale pixels of the scan's sheet along a pixel of the layer
   */
  private static JpegLayer layer(
      Sheet picture, Scan scan, int left, int top, double scale, int quality) {
    double across = scan.inkWidth() / 2.0;
    double down = scan.inkHeight() / 2.0;
    return new JpegLayer(
        Coding.jpeg(picture, quality),
        picture.width(),
        picture.height(),
        picture.grey(),
        new Place(
            left / across,
            top / down,
            picture.width() * scale / across,
            picture.height() * scale / down));
  }
}
