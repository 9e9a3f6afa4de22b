package vn.motcua.scanner.barcode;

import java.time.Duration;

/** A reader with its device, for {@link BarcodeReaderContract}. Closing it closes both. */
public interface BarcodeReaderFixture extends AutoCloseable {
  /** The reader; it becomes READY by itself. */
  BarcodeReader reader();

  /** Holds a code with these bytes before the device, as its firmware would deliver it. */
  void present(byte[] code) throws Exception;

  /** Whether any bytes can be in a code; a reader that types delivers characters only. */
  default boolean carriesBytes() {
    return true;
  }

  /** Whether {@link #unplug} does anything. */
  default boolean canBeUnplugged() {
    return true;
  }

  /**
   * How long to say nothing after a code that was too long, so that the next is not its rest: on
   * some lines a flood ends with silence, and no event tells that it has. Several times what the
   * reader itself takes for silence, since it may be late on a machine that is busy.
   */
  default Duration silence() {
    return Duration.ZERO;
  }

  /** Takes the device away. */
  default void unplug() throws Exception {}

  /** Brings it back. */
  default void plugIn() throws Exception {}

  @Override
  void close() throws Exception;
}
