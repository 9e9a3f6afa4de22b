package vn.motcua.kiosk.paper.clean;

import java.util.List;
import vn.motcua.kiosk.paper.page.Orientation;
import vn.motcua.kiosk.paper.pix.GreyPix;

/**
 * How a page lies, told by the shape of its ink alone: a few milliseconds, no letter is read. What
 * it cannot tell, it leaves: an upright page must never be turned.
 *
 * @param turn how the picture must be turned to stand upright; {@code UPRIGHT} unless {@code sure}
 * @param degrees clockwise, by which it must be turned besides to stand straight; the same before
 *     and after {@code turn}; up to {@link Slant#RANGE} either way, 0 if nobody can say
 * @param sure whether {@code turn} was seen, not assumed
 * @param open what else may be right, likeliest first; empty if sure or if there is no text at all
 */
public record Posture(Orientation turn, double degrees, boolean sure, List<Orientation> open) {
  /** A page without lines: a photograph, a drawing, a blank sheet. */
  private static final double LEAST_SHARPNESS = 1.2;

  /** Printed text has 1.8 and more; the texture of a photograph has been seen to reach 1.33. */
  private static final double CLEAR_TEXT = 1.45;

  private static final double LEAST_LEAD = 1.15;

  /** To turn a page by a quarter, the lines must be so much sharper than across. */
  private static final double QUARTER_LEAD = 1.4;

  private static final int LEAST_LETTERS = 8;
  private static final int QUARTER_LETTERS = 40;

  /** Half a millimetre across an A4 sheet: not worth turning. */
  private static final double LEAST_ANGLE = 0.1;

  public Posture {
    open = List.copyOf(open);
  }

  /**
   * Looks at a page.
   *
   * @param dpi of the picture; 200 is enough, more takes longer
   */
  public static Posture of(GreyPix page, double dpi) {
    Lines lines = Lines.of(page, dpi);
    double across = lines.across().sharpness();
    double down = lines.down().sharpness();
    double sharper = Math.max(across, down);
    double other = Math.max(1, Math.min(across, down));
    double degrees = straightening(lines);
    if (lines.letters() < LEAST_LETTERS
        || sharper < LEAST_SHARPNESS
        || sharper < LEAST_LEAD * other) {
      return new Posture(Orientation.UPRIGHT, degrees, false, List.of());
    }
    boolean quarter = down > across;
    Orientation onFeet = quarter ? Orientation.TURN_LEFT : Orientation.UPRIGHT;
    Orientation onHead = quarter ? Orientation.TURN_RIGHT : Orientation.UPSIDE_DOWN;
    UpDown upDown = UpDown.of(lines);
    List<Orientation> both =
        upDown.below() > upDown.above() ? List.of(onHead, onFeet) : List.of(onFeet, onHead);
    boolean clear =
        sharper >= CLEAR_TEXT
            && (!quarter
                || (sharper >= QUARTER_LEAD * other && lines.letters() >= QUARTER_LETTERS));
    if (clear && (quarter ? upDown.surelyUp() : upDown.likelyUp())) {
      return new Posture(onFeet, degrees, true, List.of());
    }
    if (clear && upDown.turned().surelyUp()) {
      return new Posture(onHead, degrees, true, List.of());
    }
    return new Posture(Orientation.UPRIGHT, degrees, false, both);
  }

  /** The degrees, clockwise, by which a page with these lines must be turned; 0 if unclear. */
  private static double straightening(Lines lines) {
    double degrees = -lines.leaning().degrees();
    boolean clear = lines.leaning().sharpness() >= LEAST_SHARPNESS;
    return clear && Math.abs(degrees) >= LEAST_ANGLE && Math.abs(degrees) < Slant.RANGE
        ? degrees
        : 0;
  }
}
