package vn.motcua.scanner.barcode;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who listen to a reader. One that breaks is logged and hides the scan from no other. */
public final class BarcodeListeners {
  private static final Logger LOG = LoggerFactory.getLogger(BarcodeListeners.class);

  private final List<Entry> entries = new CopyOnWriteArrayList<>();

  /** Its identity tells two registrations of one listener apart. */
  private static final class Entry {
    private final Consumer<BarcodeEvent> listener;

    Entry(Consumer<BarcodeEvent> listener) {
      this.listener = listener;
    }
  }

  /**
   * Adds a listener.
   *
   * @return takes it away when run
   */
  public Runnable add(Consumer<BarcodeEvent> listener) {
    Entry entry = new Entry(listener);
    entries.add(entry);
    return () -> entries.remove(entry);
  }

  /** Tells everybody, on the calling thread. */
  public void tell(BarcodeEvent event) {
    for (Entry entry : entries) {
      try {
        entry.listener.accept(event);
      } catch (RuntimeException e) {
        LOG.error("a listener of {} failed", event.reader(), e);
      }
    }
  }
}
