package vn.motcua.scanner.barcode.serial;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.scanner.DeviceState;
import vn.motcua.scanner.barcode.BarcodeEvent;
import vn.motcua.scanner.barcode.BarcodeFault;
import vn.motcua.scanner.barcode.BarcodeListeners;
import vn.motcua.scanner.barcode.BarcodeReader;
import vn.motcua.scanner.barcode.ScanGate;

/**
 * A reader on a serial line. It has one thread of its own, which opens the device, reads, and opens
 * it again whenever it was unplugged and has come back.
 */
public final class SerialBarcodeReader implements BarcodeReader {
  private static final Logger LOG = LoggerFactory.getLogger(SerialBarcodeReader.class);
  private static final Duration IDLE = Duration.ofMillis(250);
  private static final int READ_BYTES = 2048;

  private final SerialSettings settings;
  private final SerialOpener opener;
  private final String id;
  private final ScanGate gate;
  private final BarcodeListeners listeners = new BarcodeListeners();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;
  private volatile DeviceState state = DeviceState.OFFLINE;

  /** Starts reading. A device that is not there yet is waited for. */
  public SerialBarcodeReader(SerialSettings settings) {
    this(settings, SerialDevices::open);
  }

  SerialBarcodeReader(SerialSettings settings, SerialOpener opener) {
    this.settings = settings;
    this.opener = opener;
    this.id = "serial:" + settings.path();
    this.gate = new ScanGate(id);
    this.thread = Thread.ofPlatform().daemon().name(id).unstarted(this::work);
    thread.start();
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
    return state;
  }

  @Override
  public Runnable listen(Consumer<BarcodeEvent> listener) {
    return listeners.add(listener);
  }

  /** Stops reading and gives the device back before it returns. */
  @Override
  public void close() {
    closed.countDown();
    if (Thread.currentThread().equals(thread)) {
      return; // a listener closes its own reader: the thread ends by itself
    }
    try {
      thread.join(Duration.ofSeconds(3));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void work() {
    boolean told = false;
    while (!isClosed()) {
      try (SerialLine line = opener.open(settings)) {
        LOG.info("{} is there", id);
        told = false;
        state = DeviceState.READY;
        read(line);
      } catch (IOException e) {
        if (!told) {
          LOG.info("{} is away: {}", id, e.getMessage());
          told = true;
        }
      } catch (RuntimeException | LinkageError e) {
        LOG.error("{} failed", id, e);
        told = true;
      }
      state = DeviceState.OFFLINE;
      awaitRetry();
    }
  }

  private void read(SerialLine line) throws IOException {
    SerialFramer framer = new SerialFramer();
    byte[] bytes = new byte[READ_BYTES];
    while (!isClosed()) {
      int got = line.read(bytes, framer.waiting() ? settings.silence() : IDLE);
      if (got == 0) {
        framer.silence().ifPresent(this::deliver);
      } else {
        framer.feed(bytes, got).forEach(this::deliver);
      }
    }
  }

  private void deliver(SerialFramer.Piece piece) {
    listeners.tell(
        switch (piece) {
          case SerialFramer.Piece.Frame(byte[] bytes) -> gate.accept(bytes);
          case SerialFramer.Piece.Flood flood ->
              new BarcodeEvent.Refused(id, new BarcodeFault.TooLong());
        });
  }

  private boolean isClosed() {
    return closed.getCount() == 0;
  }

  private void awaitRetry() {
    try {
      boolean ignored = closed.await(settings.retry().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      closed.countDown(); // nobody but an ending program interrupts this thread
    }
  }
}
