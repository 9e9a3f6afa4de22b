package vn.motcua.scanner.barcode.hidpos;

import java.io.IOException;
import java.time.Duration;

/**
 * An open HID device: all that a system must offer for barcode readers of this kind. Used by one
 * thread; {@link #close} may come from another.
 */
interface HidLine extends AutoCloseable {
  /** The device's report descriptor. */
  byte[] descriptor() throws IOException;

  /**
   * Waits for a report, its number in front if it has one.
   *
   * @return how many bytes were read, 0 if none came in {@code patience}
   * @throws IOException if the device is gone or was closed
   */
  int read(byte[] target, Duration patience) throws IOException;

  /** Whether reports that come at once may arrive as one piece, as from a pipe. */
  boolean isStream();

  @Override
  void close();
}
