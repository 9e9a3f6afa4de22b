package vn.motcua.scanner.barcode.hidpos;

import java.io.IOException;

/** Opens a HID device. */
@FunctionalInterface
interface HidOpener {
  /**
   * Opens the device.
   *
   * @throws java.nio.file.AccessDeniedException if this user may not
   * @throws IOException if it is not there
   */
  HidLine open(HidPosSettings settings) throws IOException;
}
