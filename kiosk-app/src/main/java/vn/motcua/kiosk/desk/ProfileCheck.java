package vn.motcua.kiosk.desk;

import java.util.Optional;
import vn.motcua.scanner.paper.ScanArea;
import vn.motcua.scanner.paper.ScanFault;
import vn.motcua.scanner.paper.ScannerCapabilities;

/** Holds a profile against what its device can do. */
final class ProfileCheck {
  /** As much as an area may jut out; see {@link vn.motcua.scanner.paper.ScanSettings}. */
  private static final double TOLERANCE = 3;

  private ProfileCheck() {}

  /** The first setting that the device cannot do: source, mode, dpi or area. */
  static Optional<ScanFault> unsupported(ScanProfile profile, ScannerCapabilities can) {
    if (!can.sources().contains(profile.source())) {
      return setting("source");
    }
    if (!can.modes().contains(profile.mode())) {
      return setting("mode");
    }
    if (!can.resolutions().contains(profile.dpi())) {
      return setting("dpi");
    }
    ScanArea area = profile.size().area();
    return juts(area.left() + area.width(), can.widthMillimetres())
            || juts(area.top() + area.height(), can.heightMillimetres())
        ? setting("area")
        : Optional.empty();
  }

  private static boolean juts(double end, double limit) {
    return Double.isFinite(end) && end > limit + TOLERANCE;
  }

  private static Optional<ScanFault> setting(String name) {
    return Optional.of(new ScanFault.UnsupportedSetting(name));
  }
}
