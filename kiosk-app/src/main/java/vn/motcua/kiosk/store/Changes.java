package vn.motcua.kiosk.store;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.kiosk.dossier.DossierCode;

/** Tells open screens that a dossier changed. Safe for use by several threads. */
public final class Changes {
  private static final Logger LOG = LoggerFactory.getLogger(Changes.class);

  private final List<Consumer<DossierCode>> listeners = new CopyOnWriteArrayList<>();

  /**
   * Calls {@code listener} after every change that was written, on the thread that wrote it; it
   * must not block.
   *
   * @return ends the listening when run
   */
  public Runnable listen(Consumer<DossierCode> listener) {
    // A wrapper of its own: the same listener may be given twice and ended once.
    Consumer<DossierCode> own = code -> listener.accept(code);
    listeners.add(own);
    return () -> listeners.remove(own);
  }

  void changed(DossierCode code) {
    for (Consumer<DossierCode> listener : listeners) {
      try {
        listener.accept(code);
      } catch (RuntimeException bug) {
        LOG.error("a listener failed", bug);
      }
    }
  }
}
