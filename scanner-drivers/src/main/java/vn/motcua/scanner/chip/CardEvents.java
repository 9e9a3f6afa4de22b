package vn.motcua.scanner.chip;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells listeners what happens at readers, in one order for all of them: a new listener hears of
 * the cards that lie there, then of everything after that, nothing twice and nothing left out.
 */
public final class CardEvents {
  private static final Logger LOG = LoggerFactory.getLogger(CardEvents.class);

  private final ReentrantLock order = new ReentrantLock();
  private final List<Consumer<CardEvent>> listeners = new CopyOnWriteArrayList<>();
  private final Set<String> cards = new LinkedHashSet<>();

  /** Tells everybody, on the calling thread. */
  public void publish(CardEvent event) {
    order.lock();
    try {
      switch (event) {
        case CardEvent.CardArrived arrived -> cards.add(arrived.reader());
        case CardEvent.CardLeft left -> cards.remove(left.reader());
        case CardEvent.ReaderLeft left -> cards.remove(left.reader());
        case CardEvent.ReaderArrived _ -> {
          // A new reader has no card yet as far as listeners know.
        }
      }
      listeners.forEach(listener -> tell(listener, event));
    } finally {
      order.unlock();
    }
  }

  /**
   * Adds a listener; see {@link CardReaders#listen}.
   *
   * @return ends the listening when run
   */
  public Runnable listen(Consumer<CardEvent> listener) {
    order.lock();
    try {
      cards.forEach(reader -> tell(listener, new CardEvent.CardArrived(reader)));
      listeners.add(listener);
    } finally {
      order.unlock();
    }
    return () -> listeners.remove(listener);
  }

  private static void tell(Consumer<CardEvent> listener, CardEvent event) {
    try {
      listener.accept(event);
    } catch (RuntimeException bug) {
      // One listener's bug must not keep the news from the others.
      LOG.error("a card listener failed", bug);
    }
  }
}
