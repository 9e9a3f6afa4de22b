package vn.motcua.kiosk.forms;

import java.util.ArrayList;
import java.util.List;
import vn.motcua.kiosk.pdf.PageContent;

/**
 * The bars of Patch T (Kodak A-61599): narrow, wide, narrow, wide from the edge of the sheet
 * inwards; scanners of many makes know them.
 */
final class PatchBars {
  private static final double NARROW = 0.08 * 72;
  private static final double WIDE = 0.2 * 72;
  private static final double[] BARS = {NARROW, WIDE, NARROW, WIDE};

  /** All of them and the light between them, in points. */
  static final double HEIGHT = 2 * NARROW + 2 * WIDE + 3 * NARROW;

  private PatchBars() {}

  /** Draws them below {@code top}, or above it when they are read from the foot of the sheet. */
  static void draw(PageContent page, double x, double edge, double width, boolean upwards) {
    List<double[]> bars = new ArrayList<>();
    double at = edge;
    for (double thick : BARS) {
      bars.add(new double[] {x, upwards ? at : at - thick, width, thick});
      at += (upwards ? 1 : -1) * (thick + NARROW);
    }
    page.bars(bars);
  }
}
