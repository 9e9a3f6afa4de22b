package vn.motcua.kiosk.ui.technician;

import vn.motcua.kiosk.desk.DeviceRow;
import vn.motcua.kiosk.ui.kit.Texts;

/**
 * What devices are called on the screen. Real ones by the name that their maker gave them;
 * simulated ones in the language of the screen.
 */
final class DeviceWords {
  private static final String SIMULATED = "simulated";

  private DeviceWords() {}

  static String name(DeviceRow device, Texts texts) {
    return isOurs(device) ? texts.get("simulated." + device.kind().name()) : device.name();
  }

  static String driver(DeviceRow device, Texts texts) {
    return isOurs(device) ? texts.get("simulated") : device.driver();
  }

  /** Whether a fact about it is worth its line: where a device lies that is none, is not. */
  static boolean tells(DeviceRow device, String detail) {
    return !(isOurs(device) && detail.equals("address"));
  }

  private static boolean isOurs(DeviceRow device) {
    return device.simulated() && device.driver().equals(SIMULATED);
  }
}
