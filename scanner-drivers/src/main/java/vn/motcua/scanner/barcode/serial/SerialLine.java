package vn.motcua.scanner.barcode.serial;

import java.io.IOException;
import java.time.Duration;

/** An open serial line. Used by one thread; {@link #close} may come from another. */
interface SerialLine extends AutoCloseable {
  /**
   * Waits for bytes.
   *
   * @return how many were read, 0 if none came in {@code patience}
   * @throws IOException if the device is gone or the line was closed
   */
  int read(byte[] target, Duration patience) throws IOException;

  @Override
  void close();
}
