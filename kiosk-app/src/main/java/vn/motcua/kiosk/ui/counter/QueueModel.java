package vn.motcua.kiosk.ui.counter;

import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vn.motcua.kiosk.desk.HallDesks;
import vn.motcua.kiosk.desk.QueueDesk;
import vn.motcua.kiosk.desk.QueueState;
import vn.motcua.kiosk.desk.RatingDesk;
import vn.motcua.kiosk.dossier.RatingCounts;
import vn.motcua.kiosk.dossier.Ticket;
import vn.motcua.kiosk.ui.kit.Errands;
import vn.motcua.scanner.Fault;

/** The queue as one counter sees it: who is here, who comes next. */
public final class QueueModel {
  private final QueueDesk desk;
  private final RatingDesk ratings;
  private final Errands errands;
  private final String counter;
  private final ReadOnlyObjectWrapper<Optional<QueueState>> state =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<RatingCounts>> rated =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Ticket>> gone =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Fault>> fault =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
  private final Runnable unlisten;

  QueueModel(HallDesks desks, Errands errands, String counter) {
    this.desk = desks.queue();
    this.ratings = desks.ratings();
    this.errands = errands;
    this.counter = counter;
    unlisten = desk.listen(now -> errands.onScreen(() -> state.set(Optional.of(now))));
  }

  /** How the queue stands; empty until it was first read. */
  public ReadOnlyObjectProperty<Optional<QueueState>> state() {
    return state.getReadOnlyProperty();
  }

  /** What people said today; read whenever the screen is shown. */
  public ReadOnlyObjectProperty<Optional<RatingCounts>> rated() {
    return rated.getReadOnlyProperty();
  }

  /** Whom this counter found absent last, and may bring back. */
  public ReadOnlyObjectProperty<Optional<Ticket>> gone() {
    return gone.getReadOnlyProperty();
  }

  /** What went wrong last. */
  public ReadOnlyObjectProperty<Optional<Fault>> fault() {
    return fault.getReadOnlyProperty();
  }

  /** Whether something is being written. */
  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /** Who is called to this counter now. */
  public Optional<Ticket> here() {
    return state.get().flatMap(now -> now.at(counter));
  }

  /** Whether there is anybody to be called. */
  public boolean canCall() {
    return !busy.get() && state.get().filter(now -> !now.ahead().isEmpty()).isPresent();
  }

  /** Reads the queue anew. */
  public void refresh() {
    errands.run(
        desk::state,
        now -> {
          state.set(Optional.of(now));
          readRatings(now);
        },
        trouble -> fault.set(Optional.of(trouble)));
  }

  private void readRatings(QueueState now) {
    errands.run(
        () -> ratings.counts(now.day()),
        counts -> rated.set(Optional.of(counts)),
        trouble -> fault.set(Optional.of(trouble)));
  }

  /** Calls the next one; who was here is served. */
  public void next() {
    if (canCall()) {
      gone.set(Optional.empty());
      run(() -> desk.next(counter));
    }
  }

  /** Calls the one again who is to be here. */
  public void again() {
    here().ifPresent(ticket -> run(() -> desk.again(ticket)));
  }

  /** The one who is here is done; nobody is called yet. */
  public void done() {
    here().ifPresent(ticket -> run(() -> desk.served(ticket)));
  }

  /** Nobody came. */
  public void absent() {
    here()
        .ifPresent(ticket ->
            run(() -> {
              Ticket absent = desk.absent(ticket);
              errands.onScreen(() -> gone.set(Optional.of(absent)));
              return absent;
            }));
  }

  /** The one who was absent came after all: waits again. */
  public void back() {
    gone.get()
        .ifPresent(ticket -> {
          gone.set(Optional.empty());
          run(() -> desk.back(ticket));
        });
  }

  private void run(Callable<?> work) {
    if (busy.get()) {
      return;
    }
    busy.set(true);
    fault.set(Optional.empty());
    errands.run(
        work,
        _ -> busy.set(false),
        trouble -> {
          busy.set(false);
          fault.set(Optional.of(trouble));
          refresh();
        });
  }

  void close() {
    unlisten.run();
  }
}
