package vn.motcua.scanner.barcode.serial;

import java.io.IOException;

/** Opens a serial device. */
@FunctionalInterface
interface SerialOpener {
  /**
   * Opens the device.
   *
   * @throws IOException if it is not there or another program has it
   */
  SerialLine open(SerialSettings settings) throws IOException;
}
