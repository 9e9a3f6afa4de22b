package vn.motcua.kiosk.desk;

import java.util.Optional;
import vn.motcua.scanner.paper.ScanSettings;
import vn.motcua.scanner.paper.ScannerId;

/**
 * What a scanner is sent to do.
 *
 * @param profile the name of the profile by which it was chosen, if it was
 * @param device which scanner
 * @param settings how
 */
public record ScanJob(Optional<String> profile, ScannerId device, ScanSettings settings) {
  /** The job that a profile stands for. */
  public static ScanJob of(ScanProfile profile) {
    return new ScanJob(Optional.of(profile.name()), profile.device(), profile.settings());
  }
}
