package vn.motcua.kiosk.forms;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.Code128Writer;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.kiosk.pdf.PageContent;

/** Bar codes and QR codes drawn as rectangles, sharp on every printer. */
final class Codes {
  /** Light modules left and right of a Code 128 (ISO/IEC 15417 §4.2). */
  private static final int BAR_QUIET = 10;

  private Codes() {}

  /** Whether a Code 128 can carry {@code text}: printable ASCII, not endless. */
  static boolean barCanCarry(String text) {
    return !text.isEmpty()
        && text.length() <= 80
        && text.chars().allMatch(c -> c >= 0x20 && c < 0x7F);
  }

  /** The modules of a Code 128 of {@code text}, its quiet zones included. */
  static int barModules(String text) {
    return new Code128Writer().encode(text).length + 2 * BAR_QUIET;
  }

  /** Draws the Code 128 with its quiet zones into {@code width}, its foot at x, y. */
  static void bar(PageContent page, String text, double x, double y, double width, double height) {
    boolean[] dark = new Code128Writer().encode(text);
    double module = width / (dark.length + 2 * BAR_QUIET);
    List<double[]> bars = new ArrayList<>();
    for (int i = 0; i < dark.length; i++) {
      int from = i;
      while (i < dark.length && dark[i]) {
        i++;
      }
      if (i > from) {
        bars.add(new double[] {x + (BAR_QUIET + from) * module, y, (i - from) * module, height});
      }
    }
    page.bars(bars);
  }

  /** Draws the QR with its quiet zone into a square, its foot at x, y. */
  static void qr(PageContent page, String text, double x, double y, double side) {
    BitMatrix matrix = LegibleQr.of(text);
    int modules = matrix.getWidth();
    double module = side / modules;
    List<double[]> bars = new ArrayList<>();
    for (int row = 0; row < modules; row++) {
      for (int i = 0; i < modules; i++) {
        int from = i;
        while (i < modules && matrix.get(i, row)) {
          i++;
        }
        if (i > from) {
          bars.add(
              new double[] {
                x + from * module, y + side - (row + 1) * module, (i - from) * module, module
              });
        }
      }
    }
    page.bars(bars);
  }
}
