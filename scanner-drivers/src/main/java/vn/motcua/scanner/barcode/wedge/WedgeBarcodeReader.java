package vn.motcua.scanner.barcode.wedge;

import java.util.function.Consumer;
import vn.motcua.scanner.DeviceState;
import vn.motcua.scanner.barcode.BarcodeEvent;
import vn.motcua.scanner.barcode.BarcodeListeners;
import vn.motcua.scanner.barcode.BarcodeReader;
import vn.motcua.scanner.barcode.ScanGate;

/**
 * The reader that types: takes what a {@link WedgeDecoder} made out of key events. It is always
 * ready, for nobody can tell whether a keyboard is a reader.
 */
public final class WedgeBarcodeReader implements BarcodeReader {
  private static final String ID = "wedge:keyboard";

  private final ScanGate gate = new ScanGate(ID);
  private final BarcodeListeners listeners = new BarcodeListeners();

  /** A scan was typed. Listeners are told on the calling thread. */
  public void scanned(String characters) {
    listeners.tell(gate.accept(characters));
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String driver() {
    return "wedge";
  }

  @Override
  public DeviceState state() {
    return DeviceState.READY;
  }

  @Override
  public Runnable listen(Consumer<BarcodeEvent> listener) {
    return listeners.add(listener);
  }

  @Override
  public void close() {
    // There is nothing to close.
  }
}
