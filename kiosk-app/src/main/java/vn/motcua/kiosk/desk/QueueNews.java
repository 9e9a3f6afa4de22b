package vn.motcua.kiosk.desk;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.kiosk.dossier.Ticket;

/** Who hears of the queue; one that fails does not keep the news from the others. */
final class QueueNews {
  private static final Logger LOG = LoggerFactory.getLogger(QueueNews.class);

  /** A wrapper of its own: the same listener may be given twice and ended once. */
  private static final class Entry {
    private final QueueDesk.Listener listener;

    Entry(QueueDesk.Listener listener) {
      this.listener = listener;
    }
  }

  private final List<Entry> entries = new CopyOnWriteArrayList<>();

  Runnable listen(QueueDesk.Listener listener) {
    Entry entry = new Entry(listener);
    entries.add(entry);
    return () -> entries.remove(entry);
  }

  void changed(QueueState state) {
    entries.forEach(entry -> guarded(() -> entry.listener.changed(state)));
  }

  void called(Ticket ticket) {
    entries.forEach(entry -> guarded(() -> entry.listener.called(ticket)));
  }

  private static void guarded(Runnable telling) {
    try {
      telling.run();
    } catch (RuntimeException bug) {
      LOG.error("a listener of the queue failed", bug);
    }
  }
}
