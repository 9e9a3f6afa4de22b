package vn.motcua.scanner.barcode;

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

  /** Takes the device away. */
  default void unplug() throws Exception {}

  /** Brings it back. */
  default void plugIn() throws Exception {}

  @Override
  void close() throws Exception;
}
