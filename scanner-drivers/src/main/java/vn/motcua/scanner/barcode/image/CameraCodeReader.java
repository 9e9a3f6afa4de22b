package vn.motcua.scanner.barcode.image;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import vn.motcua.scanner.DeviceState;
import vn.motcua.scanner.barcode.BarcodeEvent;
import vn.motcua.scanner.barcode.BarcodeListeners;
import vn.motcua.scanner.barcode.BarcodeReader;
import vn.motcua.scanner.barcode.RepeatFilter;

/**
 * A camera as barcode reader. Whoever has the camera pushes its frames; a thread of this reader
 * looks at the newest one, and frames that come meanwhile are dropped. A code is one scan for as
 * long as it is in the picture, and so is one that the gate refuses.
 */
public final class CameraCodeReader implements BarcodeReader {
  /** Without a frame for so long the camera counts as gone. */
  static final Duration DARK = Duration.ofSeconds(3);

  private final String id;
  private final LongSupplier nanos;
  private final CodesInPicture codes;
  private final RepeatFilter repeats;
  private final BarcodeListeners listeners = new BarcodeListeners();
  private final AtomicReference<Optional<GrayPicture>> next =
      new AtomicReference<>(Optional.empty());
  private final Thread thread;
  private volatile Optional<Long> lastFrame = Optional.empty();
  private volatile boolean closed;

  /**
   * @param address names the camera, the part of the id behind {@code image:}
   */
  public CameraCodeReader(String address) {
    this(address, System::nanoTime);
  }

  CameraCodeReader(String address, LongSupplier nanos) {
    this.id = "image:" + address;
    this.nanos = nanos;
    this.codes = new CodesInPicture(id);
    this.repeats = new RepeatFilter(nanos);
    this.thread = Thread.ofPlatform().daemon().name(id).unstarted(this::work);
    thread.start();
  }

  /**
   * Takes the newest frame. Never blocks; to be called from one thread or several.
   *
   * @param frame is read afterwards, so it must not be written to any more
   */
  public void offer(GrayPicture frame) {
    if (closed) {
      return;
    }
    lastFrame = Optional.of(nanos.getAsLong());
    next.set(Optional.of(frame));
    LockSupport.unpark(thread);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String driver() {
    return "image";
  }

  /** {@code READY} while frames come. */
  @Override
  public DeviceState state() {
    boolean light = lastFrame.filter(last -> nanos.getAsLong() - last < DARK.toNanos()).isPresent();
    return light && !closed ? DeviceState.READY : DeviceState.OFFLINE;
  }

  @Override
  public Runnable listen(Consumer<BarcodeEvent> listener) {
    return listeners.add(listener);
  }

  /** Looks at no frame any more. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
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
    while (!closed) {
      next.getAndSet(Optional.empty()).ifPresentOrElse(this::look, LockSupport::park);
    }
  }

  /** What its thread does with a frame. */
  void look(GrayPicture frame) {
    List<FoundCode> fresh = new ArrayList<>(codes.inFrame(frame));
    fresh.removeIf(code -> !repeats.isNew(code.text().orElse("refused " + code.symbology())));
    if (!closed) {
      fresh.forEach(code -> listeners.tell(code.event()));
    }
  }
}
