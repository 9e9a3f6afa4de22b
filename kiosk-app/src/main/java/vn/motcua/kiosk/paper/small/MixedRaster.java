package vn.motcua.kiosk.paper.small;

import java.util.ArrayList;
import java.util.List;
import vn.motcua.kiosk.paper.pix.BitPix;
import vn.motcua.kiosk.paper.pix.NativePix;

/**
 * Makes a page small without changing what is to be seen: ink of one colour becomes a stencil in
 * the scan's resolution (at 200 dpi in twice of it, so that its edges stay smooth), paper a coarse
 * JPEG from which the ink is taken out. The two are put together and held against the scan;
 * wherever they differ, in stamps with texture, pictures, tints, faint pencil, a photograph of the
 * place takes over. No shape is ever replaced by another that looks like it. Equal input gives
 * equal bytes. Needs about 50 MB outside the Java heap and 60 in it for A4 at 300 dpi.
 */
public final class MixedRaster {
  /** Below this letters have too few pixels for a stencil; the page is kept as a photograph. */
  private static final double COARSEST = 120;

  /** More than this of a page in photographs: the whole page is one. */
  private static final double MOST_PHOTOGRAPHED = 0.6;

  private static final int PAPER_QUALITY = 75;
  private static final int PAGE_QUALITY = 75;

  /** Steps of light and hue from its neighbourhood that even paper stays below. */
  private static final int EVEN = 16;

  /** One pixel of the paper in so many may be further away: patches show it. */
  private static final int UNEVEN_SHARE = 1500;

  private MixedRaster() {}

  /**
   * A page in native memory.
   *
   * @param dpi dots per inch of {@code page}
   */
  public static MixedPage of(NativePix page, double dpi) {
    if (page instanceof BitPix bits) {
      return new MixedPage(List.of(Coding.mask(bits)));
    }
    try (Scan scan = Scan.of(page, dpi)) {
      return layers(scan, dpi);
    }
  }

  private static MixedPage layers(Scan scan, double dpi) {
    Sheet sheet = scan.sheet();
    if (dpi < COARSEST) {
      return new MixedPage(List.of(scan.layer(sheet, 0, 0, 1, PAGE_QUALITY)));
    }
    byte[] lights = sheet.lights();
    Bits ink = InkFinder.find(scan, new Ground(sheet, lights));
    Bits inked = ink.half(false);
    Bits hidden = inked.grown();
    Inks inks = new Inks(sheet, lights, inked, ink.half(true));

    Sheet fine = Filling.half(sheet, hidden);
    Sheet coarse = Filling.half(fine, new Bits(fine.width(), fine.height()));
    Sheet coarsely = Filling.doubled(coarse, fine.width(), fine.height());
    boolean even = even(fine, coarsely);
    Sheet paper = even ? coarsely : fine;

    Residue residue = new Residue(sheet, lights, paper, ink, hidden, inks);
    Patches patches = new Patches(residue, inks.colouredCells(inked));
    if (patches.share() > MOST_PHOTOGRAPHED) {
      return new MixedPage(List.of(scan.layer(sheet, 0, 0, 1, PAGE_QUALITY)));
    }

    List<Layer> layers = new ArrayList<>();
    layers.add(scan.layer(even ? coarse : fine, 0, 0, even ? 4 : 2, PAPER_QUALITY));
    for (Patches.Area area : patches.areas) {
      layers.add(Patch.of(area, patches, scan, paper, hidden));
    }
    Bits painted = patches.areas.isEmpty() ? inked : patches.unshown(inked);
    for (int kind = 0; kind < inks.colours.size(); kind++) {
      Bits part = ink.within(inks.of(kind, painted));
      if (!part.isEmpty()) {
        layers.add(Coding.mask(part, inks.colours.get(kind)));
      }
    }
    return new MixedPage(layers);
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
}
