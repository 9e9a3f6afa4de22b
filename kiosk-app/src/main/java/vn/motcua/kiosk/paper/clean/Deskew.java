package vn.motcua.kiosk.paper.clean;

import vn.motcua.kiosk.paper.pix.GreyPix;

/** Finds how far the lines of a page lean. {@link Posture} answers the same and more at once. */
public final class Deskew {
  private static final double DPI = 200;

  private Deskew() {}

  /**
   * The degrees, clockwise, by which the page must be turned to stand straight; 0 if it does or if
   * nobody can say. Up to {@link Slant#RANGE} degrees either way; whether the page lies on its side
   * does not matter.
   *
   * @param page about 200 dots per inch
   */
  public static double angle(GreyPix page) {
    return Posture.straightening(Lines.of(page, DPI));
  }
}
