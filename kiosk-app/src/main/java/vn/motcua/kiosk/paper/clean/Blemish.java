package vn.motcua.kiosk.paper.clean;

import vn.motcua.kiosk.paper.clean.Marks.Mark;

/** Tells the traces of use and of the scanner from what somebody put on the paper. */
final class Blemish {
  /** Millimetres. */
  private static final double SPECK = 1.2;

  private static final double EDGE_STRIP = 3.5;
  private static final double EDGE_REACH = 8;
  private static final double HOLE_LEAST = 3.8;
  private static final double HOLE_MOST = 8.6;
  private static final double HOLE_FROM_EDGE = 24;
  private static final double STAPLE_LEAST = 7.5;
  private static final double STAPLE_MOST = 14;
  private static final double STAPLE_THICKEST = 1.3;
  private static final double STAPLE_FROM_CORNER = 35;
  private static final double SOLID_RUN = 2.5;

  private final Raster page;

  Blemish(Raster page) {
    this.page = page;
  }

  boolean isSpeck(Mark mark) {
    return mark.longest() < page.pixels(SPECK);
  }

  /** Not a speck, yet nobody wrote it. */
  boolean is(Mark mark, int runs, double thickness) {
    return isEdge(mark, runs) || isHole(mark) || isStaple(mark, thickness);
  }

  /** The sheet's own edge, the scanner's lid, a dog's ear. */
  private boolean isEdge(Mark mark, int runs) {
    int touching = 1;
    boolean left = mark.left() <= touching;
    boolean top = mark.top() <= touching;
    boolean right = mark.right() >= page.width() - 1 - touching;
    boolean bottom = mark.bottom() >= page.height() - 1 - touching;
    double strip = page.pixels(EDGE_STRIP);
    if (mark.right() < strip
        || mark.bottom() < strip
        || mark.left() > page.width() - strip
        || mark.top() > page.height() - strip) {
      return true;
    }
    double reach = page.pixels(EDGE_REACH);
    if ((left && mark.right() < reach)
        || (top && mark.bottom() < reach)
        || (right && mark.left() > page.width() - reach)
        || (bottom && mark.top() > page.height() - reach)) {
      return true;
    }
    // One solid piece, however far it reaches: letters and pictures are full of gaps.
    boolean solid = mark.area() >= runs * page.pixels(SOLID_RUN) && runs <= 2.3 * mark.height();
    return (left || top || right || bottom) && solid;
  }

  private boolean isHole(Mark mark) {
    double size = Math.sqrt((double) mark.width() * mark.height());
    double aspect = (double) mark.width() / mark.height();
    double fill = (double) mark.area() / (mark.width() * mark.height());
    double fromEdge =
        Math.min(
            Math.min(mark.left(), page.width() - mark.right()),
            Math.min(mark.top(), page.height() - mark.bottom()));
    return size >= page.pixels(HOLE_LEAST)
        && size <= page.pixels(HOLE_MOST)
        && aspect > 0.75
        && aspect < 1.33
        && fill > 0.68
        && fill < 0.9
        && fromEdge < page.pixels(HOLE_FROM_EDGE);
  }

  /** Straight: a tick or a letter in the corner is not. */
  private boolean isStaple(Mark mark, double thickness) {
    double length = Math.hypot(mark.width(), mark.height());
    double fromSide = Math.min(mark.left(), page.width() - mark.right());
    double fromEnd = Math.min(mark.top(), page.height() - mark.bottom());
    return length >= page.pixels(STAPLE_LEAST)
        && length <= page.pixels(STAPLE_MOST)
        && thickness <= page.pixels(STAPLE_THICKEST)
        && Math.max(fromSide, fromEnd) < page.pixels(STAPLE_FROM_CORNER);
  }
}
