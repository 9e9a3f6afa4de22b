package vn.motcua.kiosk.desk;

import java.util.Optional;
import vn.motcua.scanner.DeviceState;

/**
 * A profile that can be chosen for scanning, and how its device is.
 *
 * @param profile what is done
 * @param proposed true if nobody made it: the house proposes it for a scanner that it found; its
 *     name is then the scanner's
 * @param state how the device is; empty as long as nobody looked
 * @param simulated true if there is no paper behind the device
 */
public record ScanChoice(
    ScanProfile profile, boolean proposed, Optional<DeviceState> state, boolean simulated) {}
