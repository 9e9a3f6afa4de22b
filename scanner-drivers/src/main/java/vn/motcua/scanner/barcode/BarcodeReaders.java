package vn.motcua.scanner.barcode;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * All barcode readers of a machine as one. The same text from any of them within two seconds is one
 * scan (see {@link RepeatFilter}), whoever listens. Who made the readers closes them.
 */
public final class BarcodeReaders {
  private final List<BarcodeReader> readers;
  private final BarcodeListeners listeners = new BarcodeListeners();
  private final RepeatFilter repeats;

  /** Listens to {@code readers} from now on. */
  public BarcodeReaders(List<BarcodeReader> readers) {
    this(readers, System::nanoTime);
  }

  /**
   * @param nanos a clock that is never set, as {@link System#nanoTime}
   */
  public BarcodeReaders(List<BarcodeReader> readers, LongSupplier nanos) {
    this.readers = List.copyOf(readers);
    this.repeats = new RepeatFilter(nanos);
    for (BarcodeReader reader : readers) {
      reader.listen(this::heard); // ends with the reader
    }
  }

  /** The readers, in the order given. */
  public List<BarcodeReader> all() {
    return readers;
  }

  /**
   * Calls {@code listener} for every scan from now on, on the thread of the reader.
   *
   * @return ends the listening when run
   */
  public Runnable listen(Consumer<BarcodeEvent> listener) {
    return listeners.add(listener);
  }

  private void heard(BarcodeEvent event) {
    boolean tell =
        switch (event) {
          case BarcodeEvent.Scanned(String reader, String text) -> repeats.isNew(text);
          case BarcodeEvent.Refused refused -> true; // what it was nobody knows
        };
    if (tell) {
      listeners.tell(event);
    }
  }
}
