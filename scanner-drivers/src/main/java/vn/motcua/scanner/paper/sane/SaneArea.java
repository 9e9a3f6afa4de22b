package vn.motcua.scanner.paper.sane;

import java.util.List;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ScanArea;
import vn.motcua.scanner.paper.ScanFault;

/**
 * The options of a device that say which part of the page is scanned, and what each has to be (SANE
 * standard 1.06 §4.5.2, and the pair page-width and page-height of feeders, which centre the page
 * by it).
 */
final class SaneArea {
  /** In the order in which they are set: a far edge may depend on the page and the near edge. */
  static final List<String> NAMES =
      List.of("page-width", "page-height", "tl-x", "tl-y", "br-x", "br-y");

  /** The long side of A3: some feeders offer metres and would send the belt after the page. */
  private static final double LONGEST_MILLIMETRES = 432;

  /** Nobody sees that so much is missing at an edge; devices for A4 end a little before it. */
  private static final double TOLERANCE = 3;

  private static final double MILLIMETRES_PER_INCH = 25.4;

  private final ScanArea area;
  private final int dpi;

  /**
   * @param dpi what the device will use: some count their edges in pixels
   */
  SaneArea(ScanArea area, int dpi) {
    this.area = area;
    this.dpi = dpi;
  }

  /** True if a device that lacks this option cannot scan the area. */
  boolean needs(String name) {
    return switch (name) {
      case "tl-x" -> area.left() > 0;
      case "tl-y" -> area.top() > 0;
      case "br-x" -> Double.isFinite(area.width());
      case "br-y" -> Double.isFinite(area.height());
      default -> false;
    };
  }

  /**
   * The value for one of {@link #NAMES}, in the option's own unit.
   *
   * @throws FaultException with {@link ScanFault.UnsupportedSetting} {@code size} if the area juts
   *     out
   */
  double value(SaneOption option) throws FaultException {
    double edge =
        switch (option.name()) {
          case "tl-x" -> area.left();
          case "tl-y" -> area.top();
          case "page-width", "br-x" -> area.left() + area.width();
          default -> area.top() + area.height();
        };
    double unit = option.millimetres() ? 1 : dpi / MILLIMETRES_PER_INCH;
    double least = SaneNumbers.smallest(option);
    if (!Double.isFinite(edge)) {
      return SaneNumbers.largest(option, LONGEST_MILLIMETRES * unit);
    }
    double wanted = edge * unit;
    double most = SaneNumbers.largest(option, Double.MAX_VALUE);
    if (wanted > most + TOLERANCE * unit) {
      throw new FaultException(new ScanFault.UnsupportedSetting("size"), option.name());
    }
    return Math.max(least, SaneNumbers.largest(option, Math.min(wanted, most)));
  }
}
