package vn.motcua.kiosk.paper.clean;

import static org.bytedeco.leptonica.global.leptonica.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.leptonica.PIX;
import vn.motcua.kiosk.paper.clean.Marks.Mark;
import vn.motcua.kiosk.paper.pix.ColourPix;
import vn.motcua.kiosk.paper.pix.GreyPix;

/**
 * Proposes to leave a page out, and never does it: somebody looks and decides, and what was left
 * out is logged (TT 01/2023/TT-VPCP Đ8.2). Where in doubt, the page is not blank.
 *
 * @param proposed whether it looks blank
 * @param why what was seen
 * @param sure 0 to 1
 */
public record BlankPage(boolean proposed, Why why, double sure) {
  /** What was seen. */
  public enum Why {
    /** Paper, its holes and staples, dust, and the scanner's shadows. */
    EMPTY,
    /** Printed lines or squares, nothing written between them. */
    RULED,
    /** Only what shines through from the other side. */
    BLEED_THROUGH,
    /** Ink of some kind: letters, a signature, a stamp, a picture. */
    WRITTEN,
    /** Faint, but as sharp as a pencil. */
    FAINT,
    /** Too dark or too small to be judged. */
    UNCLEAR
  }

  private static final double DPI = 100;

  /** What is darker than this share of the paper is looked at. */
  private static final double SEEN = 0.91;

  private static final double LEAST_GROUND = 0.5;
  private static final double DARK_PAGE = 70;

  /** As deep as this is ink; so little is nothing. */
  private static final double INK = 0.24;

  private static final double NOTHING = 0.1;
  private static final double SHARP = 0.6;

  /** A shadow has no edges. */
  private static final double SHADOW = 0.15;

  /** In noise's standard deviations. */
  private static final double SEEN_NOISE = 5;

  private static final double NOTHING_NOISE = 9;

  /** Millimetres: a smaller picture is not a page. */
  private static final double LEAST_SIDE = 20;

  /** So many faint marks are a whole page that shines through. */
  private static final int PAGEFUL = 60;

  private static final double PAGEFUL_DEPTH = 0.22;
  private static final double DEEP = 0.32;

  private static final int RULED_LINES = 4;
  private static final double DARK = 0.55;
  private static final int PLAINLY = 60;

  /** Of a colour page the darkest channel counts: in it, even a pale stamp is deep. */
  public static BlankPage of(ColourPix page, double dpi) {
    int reduction = Raster.reduction(page.width(), page.height(), dpi, DPI);
    PIX small =
        reduction == 1
            ? pixCopy(null, page.pix())
            : pixScaleAreaMap(page.pix(), 1f / reduction, 1f / reduction);
    if (GreyPix.isNull(small)) {
      return new BlankPage(false, Why.UNCLEAR, 1);
    }
    PIX darkest = pixConvertRGBToGrayMinMax(small, L_CHOOSE_MIN);
    pixDestroy(small);
    try (GreyPix grey = new GreyPix(darkest)) {
      return of(grey, dpi / reduction);
    }
  }

  /**
   * Looks at a page.
   *
   * @param dpi of the picture, 100 to 600
   */
  public static BlankPage of(GreyPix picture, double dpi) {
    Raster page = Raster.of(picture, dpi, DPI);
    if (Math.min(page.width(), page.height()) < page.pixels(LEAST_SIDE)) {
      return new BlankPage(false, Why.UNCLEAR, 1);
    }
    Ground ground = Ground.of(page).atLeast(LEAST_GROUND);
    if (ground.usual() < DARK_PAGE) {
      return new BlankPage(false, Why.UNCLEAR, 1);
    }
    if (isPlainlyWritten(page, ground)) {
      return new BlankPage(false, Why.WRITTEN, 0.99);
    }
    double noise = page.noise() / ground.usual();
    Ink ink = Ink.of(page, ground, Math.min(SEEN, 1 - SEEN_NOISE * noise));
    Rulings rulings = Rulings.of(ink, page);
    boolean ruled = rulings.lines() >= RULED_LINES || rulings.lines() == rulings.streaks();
    Ink rest = ruled ? rulings.rest() : ink;
    BlankPage seen = new Look(page, ground, Marks.of(rest), noise).judge();
    return seen.why() == Why.EMPTY && rulings.lines() >= RULED_LINES
        ? new BlankPage(true, Why.RULED, 0.8)
        : seen;
  }

  /** Full of dark marks of a letter's size: of most pages nothing more need be asked. */
  private static boolean isPlainlyWritten(Raster page, Ground ground) {
    double least = page.pixels(1.3);
    double most = page.pixels(14);
    double rim = page.pixels(12);
    int letters = 0;
    for (Mark mark : Marks.of(Ink.of(page, ground, DARK)).all()) {
      boolean inside =
          mark.left() > rim
              && mark.top() > rim
              && mark.right() < page.width() - rim
              && mark.bottom() < page.height() - rim;
      letters += inside && mark.longest() >= least && mark.longest() <= most ? 1 : 0;
    }
    return letters >= PLAINLY;
  }

  private static final class Look {
    private final Raster page;
    private final Marks marks;
    private final Depths depths;
    private final List<Mark> specks = new ArrayList<>();
    private final List<Integer> faint = new ArrayList<>();
    private final double nothing;
    private int ink;
    private double deepest;

    private Look(Raster page, Ground ground, Marks marks, double noise) {
      nothing = Math.max(NOTHING, NOTHING_NOISE * noise);
      this.page = page;
      this.marks = marks;
      depths = Depths.of(page, ground, marks);
    }

    private BlankPage judge() {
      Blemish blemish = new Blemish(page);
      for (int i = 0; i < marks.all().size(); i++) {
        Mark mark = marks.all().get(i);
        double peak = depths.peak()[i];
        if (peak < nothing || depths.sharpness()[i] < SHADOW) {
          continue;
        }
        if (blemish.isSpeck(mark)) {
          specks.add(mark);
        } else if (!blemish.is(mark, depths.runs()[i], depths.thickness()[i])) {
          ink += peak >= INK ? 1 : 0;
          deepest = Math.max(deepest, peak);
          faint.add(i);
        }
      }
      if (faint.isEmpty()) {
        return isSpeckled()
            ? new BlankPage(false, Why.FAINT, 0.6)
            : new BlankPage(true, Why.EMPTY, specks.size() < 200 ? 0.95 : 0.85);
      }
      return faint();
    }

    private BlankPage faint() {
      double deep = high(depths.peak());
      double sharp = middle(depths.sharpness());
      boolean pageful = faint.size() >= PAGEFUL;
      // Of a whole page of letters one in ten may be deeper: a bold title shines through, too.
      if (pageful && deep < PAGEFUL_DEPTH && deepest < DEEP) {
        return new BlankPage(true, Why.BLEED_THROUGH, 0.75);
      }
      if (ink > 0) {
        return new BlankPage(false, Why.WRITTEN, Math.min(0.99, 0.7 + 0.03 * ink));
      }
      return sharp >= SHARP
          ? new BlankPage(false, Why.FAINT, 0.6)
          : new BlankPage(true, Why.BLEED_THROUGH, 0.65);
    }

    private double high(float[] of) {
      double[] all = faint.stream().mapToDouble(i -> of[i]).sorted().toArray();
      return all[(int) (all.length * 0.9)];
    }

    private double middle(float[] of) {
      double[] all = faint.stream().mapToDouble(i -> of[i]).sorted().toArray();
      return all[all.length / 2];
    }

    /** Dust falls anywhere; the dots of a broken pencil line lie together. */
    private boolean isSpeckled() {
      if (specks.size() < 8 || specks.size() > 20_000) {
        return specks.size() > 20_000;
      }
      double near = page.pixels(2.5);
      int[] neighbours = new int[specks.size()];
      for (int i = 0; i < neighbours.length; i++) {
        Mark one = specks.get(i);
        // They come from top to bottom.
        for (int j = i + 1; j < neighbours.length && specks.get(j).top() - one.top() <= near; j++) {
          if (Math.abs(specks.get(j).left() - one.left()) <= near) {
            neighbours[i]++;
            neighbours[j]++;
          }
        }
      }
      long crowded = Arrays.stream(neighbours).filter(n -> n >= 3).count();
      double usual = specks.size() * 4 * near * near / ((double) page.width() * page.height());
      double chance = 1 - Math.exp(-usual) * (1 + usual + usual * usual / 2);
      return crowded >= Math.max(8, 4 * chance * specks.size());
    }
  }
}
