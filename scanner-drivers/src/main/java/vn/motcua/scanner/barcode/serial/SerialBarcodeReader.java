package vn.motcua.scanner.barcode.serial;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import vn.motcua.scanner.DeviceState;
import vn.motcua.scanner.barcode.BarcodeEvent;
import vn.motcua.scanner.barcode.BarcodeFault;
import vn.motcua.scanner.barcode.BarcodeListeners;
import vn.motcua.scanner.barcode.BarcodeReader;
import vn.motcua.scanner.barcode.DeviceLoop;
import vn.motcua.scanner.barcode.ScanGate;

/** A reader on a serial line: USB-CDC or RS-232. It has one thread of its own. */
public final class SerialBarcodeReader implements BarcodeReader {
  private static final Duration IDLE = Duration.ofMillis(250);
  private static final int READ_BYTES = 2048;

  private final SerialSettings settings;
  private final String id;
  private final ScanGate gate;
  private final BarcodeListeners listeners = new BarcodeListeners();
  private final DeviceLoop loop;

  /** Starts reading. A device that is not there yet is waited for. */
  public SerialBarcodeReader(SerialSettings settings) {
    this(settings, SerialDevices::open);
  }

  SerialBarcodeReader(SerialSettings settings, SerialOpener opener) {
    this.settings = settings;
    this.id = "serial:" + settings.path();
    this.gate = new ScanGate(id);
    this.loop = new DeviceLoop(id, settings.retry(), () -> new Session(opener.open(settings)));
    loop.start();
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String driver() {
    return "serial";
  }

  @Override
  public DeviceState state() {
    return loop.state();
  }

  @Override
  public Runnable listen(Consumer<BarcodeEvent> listener) {
    return listeners.add(listener);
  }

  /** Stops reading and gives the device back before it returns. */
  @Override
  public void close() {
    loop.close();
  }

  /** What came over an open line and is not yet a whole scan. */
  private final class Session implements DeviceLoop.Session {
    private final SerialLine line;
    private final SerialFramer framer = new SerialFramer();
    private final byte[] bytes = new byte[READ_BYTES];

    Session(SerialLine line) {
      this.line = line;
    }

    @Override
    public void step() throws IOException {
      int got = line.read(bytes, framer.waiting() ? settings.silence() : IDLE);
      if (got == 0) {
        framer.silence().ifPresent(this::deliver);
      } else {
        framer.feed(bytes, got).forEach(this::deliver);
      }
    }

    private void deliver(SerialFramer.Piece piece) {
      listeners.tell(
          switch (piece) {
            case SerialFramer.Piece.Frame(byte[] frame) -> gate.accept(frame);
            case SerialFramer.Piece.Flood flood ->
                new BarcodeEvent.Refused(id, new BarcodeFault.TooLong());
          });
    }

    @Override
    public void close() {
      line.close();
    }
  }
}
