package vn.motcua.kiosk.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.PortalStatus;
import vn.motcua.kiosk.dossier.Rating;
import vn.motcua.kiosk.dossier.RatingCounts;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.scanner.FaultException;

/**
 * Asks once for each returned dossier how it was, and counts the answers. What somebody answered
 * cannot be traced to a dossier. All methods but the listening ones block.
 */
public final class RatingDesk {
  private static final Logger LOG = LoggerFactory.getLogger(RatingDesk.class);

  private final DossierStore store;
  private final Clock clock;
  private final List<Consumer<DossierCode>> listeners = new CopyOnWriteArrayList<>();
  private Optional<RatingCounts> told = Optional.empty();

  /**
   * @param clock local time of the centre
   */
  public RatingDesk(DossierStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Whether the question may still be put: the result was returned, and nobody was asked yet. */
  public boolean mayAsk(DossierCode code) throws FaultException {
    return returned(code) && !store.isRatingAsked(code);
  }

  /**
   * The question is being put. It is never put again, whether it is answered or not.
   *
   * @return whether it may be: false if it was put before, or nothing was returned
   */
  public boolean ask(DossierCode code) throws FaultException {
    return returned(code)
        && store.write(transaction -> transaction.ratings().ask(code, LocalDate.now(clock)));
  }

  /**
   * Somebody answered. Of a dossier for which nobody was asked, or which was rated before, nothing
   * is written.
   *
   * @return whether it is written
   */
  public boolean give(DossierCode code, Rating rating) throws FaultException {
    return store.write(
        transaction -> transaction.ratings().give(code, rating, LocalDate.now(clock)));
  }

  /**
   * What people said on that day. It changes by several answers at once or not at all: whoever has
   * just handed out a result would see from a single one what that citizen thought.
   */
  public synchronized RatingCounts counts(LocalDate day) throws FaultException {
    RatingCounts now = store.ratingCounts(day);
    RatingCounts before = told.filter(last -> last.day().equals(day)).orElse(now);
    int more = now.total() - before.total();
    if (before.faces().isEmpty() || more >= RatingCounts.LEAST) {
      told = Optional.of(now);
      return now;
    }
    told = Optional.of(before);
    return new RatingCounts(day, now.asked(), before.total(), before.faces(), before.reasons());
  }

  /** Calls {@code listener} when a result was handed out; it must not block. */
  public Runnable listen(Consumer<DossierCode> listener) {
    Consumer<DossierCode> own = code -> listener.accept(code);
    listeners.add(own);
    return () -> listeners.remove(own);
  }

  /** A result was handed out at the counter: whoever took it may be asked. */
  public void handedOut(DossierCode code) {
    listeners.forEach(listener -> {
      try {
        listener.accept(code);
      } catch (RuntimeException bug) {
        LOG.error("a listener of ratings failed", bug);
      }
    });
  }

  private boolean returned(DossierCode code) throws FaultException {
    return store.find(code).map(Dossier::status).filter(PortalStatus.RETURNED::equals).isPresent();
  }
}
