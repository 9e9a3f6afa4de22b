package vn.motcua.scanner.paper.simulated.escl;

import vn.motcua.scanner.paper.ColourMode;

/**
 * What a client asked for.
 *
 * @param feeder from the feeder, not from the glass
 * @param duplex both sides
 * @param mode what is recorded
 * @param dpi dots per inch
 * @param region which part
 * @param form how pages are delivered
 * @param compression 0 for the best picture to 100 for the smallest, as eSCL counts
 */
record ScanTicket(
    boolean feeder,
    boolean duplex,
    ColourMode mode,
    int dpi,
    Region region,
    PageForm form,
    int compression) {
  /**
   * Part of the area that the device sees, in 1/300 inch (eSCL's ThreeHundredthsOfInches).
   *
   * @param x from the left
   * @param y from the top
   */
  record Region(int x, int y, int width, int height) {
    /** The largest that the glass sees: 216 × 297 mm. */
    static final Region GLASS = new Region(0, 0, 2550, 3508);

    /** The largest that the feeder sees: 216 × 356 mm. */
    static final Region FEEDER = new Region(0, 0, 2550, 4200);

    static final int LEAST = 16;

    static Region whole(boolean feeder) {
      return feeder ? FEEDER : GLASS;
    }

    boolean within(Region whole) {
      return x >= 0
          && y >= 0
          && width >= LEAST
          && height >= LEAST
          && x + width <= whole.width
          && y + height <= whole.height;
    }
  }
}
