package vn.motcua.scanner.barcode.simulated;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import vn.motcua.scanner.DeviceState;
import vn.motcua.scanner.barcode.BarcodeEvent;
import vn.motcua.scanner.barcode.BarcodeListeners;
import vn.motcua.scanner.barcode.BarcodeReader;
import vn.motcua.scanner.barcode.ScanGate;

/** A reader that somebody at a desk scans with. Safe for use by several threads. */
public final class SimulatedBarcodeReader implements BarcodeReader {
  private final String id;
  private final ScanGate gate;
  private final BarcodeListeners listeners = new BarcodeListeners();
  private volatile boolean connected = true;

  /** The reader {@code simulated:barcode}. */
  public SimulatedBarcodeReader() {
    this("barcode");
  }

  /**
   * @param address the id after the colon
   */
  public SimulatedBarcodeReader(String address) {
    this.id = "simulated:" + address;
    this.gate = new ScanGate(id);
  }

  /**
   * Scans a code with these bytes in it, through the same gate as every reader. Without effect
   * while unplugged.
   */
  public void scan(byte[] code) {
    if (connected) {
      listeners.tell(gate.accept(code.clone()));
    }
  }

  /** Scans a code with this text in it. */
  public void scan(String code) {
    scan(code.getBytes(StandardCharsets.UTF_8));
  }

  /** Pulls the cable. */
  public void unplug() {
    connected = false;
  }

  /** Plugs the cable in again. */
  public void plugIn() {
    connected = true;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String driver() {
    return "simulated";
  }

  @Override
  public DeviceState state() {
    return connected ? DeviceState.READY : DeviceState.OFFLINE;
  }

  @Override
  public Runnable listen(Consumer<BarcodeEvent> listener) {
    return listeners.add(listener);
  }

  @Override
  public void close() {
    connected = false;
  }
}
