package vn.motcua.scanner.barcode;

import java.util.function.Consumer;
import vn.motcua.scanner.DeviceState;

/**
 * A barcode reader. It delivers whole scans that passed {@link ScanGate}; what they mean is for the
 * application to say.
 */
public interface BarcodeReader extends AutoCloseable {
  /** Names the reader, driver first, for example {@code serial:/dev/ttyACM0}. */
  String id();

  /** {@code serial}, {@code hidpos}, {@code wedge}, {@code image} or {@code simulated}. */
  String driver();

  /** What it is good for now. */
  DeviceState state();

  /**
   * Calls {@code listener} for every scan from now on, on the reader's own thread.
   *
   * @return ends the listening when run
   */
  Runnable listen(Consumer<BarcodeEvent> listener);

  @Override
  void close();
}
