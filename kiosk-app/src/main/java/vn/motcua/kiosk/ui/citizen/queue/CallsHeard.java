package vn.motcua.kiosk.ui.citizen.queue;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.kiosk.desk.QueueDesk;
import vn.motcua.kiosk.desk.QueueState;
import vn.motcua.kiosk.dossier.Ticket;
import vn.motcua.kiosk.ui.kit.Background;
import vn.motcua.scanner.FaultException;

/**
 * Numbers that are called now, for a terminal at rest. While somebody uses the terminal nothing is
 * called out: it waits until the terminal rests, but no longer than {@link #STALE}. Belongs to the
 * thread of the screen.
 */
public final class CallsHeard {
  /** So many counters stand on the strip; the newest first. */
  public static final int MOST = 3;

  /** Whoever was called longer ago has come or gone. */
  public static final Duration STALE = Duration.ofMinutes(2);

  private static final Logger LOG = LoggerFactory.getLogger(CallsHeard.class);

  private record Waiting(Ticket ticket, LocalDateTime at) {}

  private final Clock clock;
  private final BooleanSupplier resting;
  private final Consumer<Ticket> callOut;
  private final Deque<Waiting> unsaid = new ArrayDeque<>();
  private final Runnable unlisten;
  private Consumer<List<Ticket>> shown = _ -> {};
  private List<Ticket> called = List.of();
  private boolean speaking;

  /**
   * @param resting whether nobody uses the terminal
   * @param callOut calls a number out; {@link #said} is to be told when it is over
   */
  public CallsHeard(
      QueueDesk desk,
      Background background,
      Clock clock,
      BooleanSupplier resting,
      Consumer<Ticket> callOut) {
    this.clock = clock;
    this.resting = resting;
    this.callOut = callOut;
    unlisten =
        desk.listen(
            new QueueDesk.Listener() {
              @Override
              public void changed(QueueState state) {
                background.onScreen(() -> show(state));
              }

              @Override
              public void called(Ticket ticket) {
                background.onScreen(() -> heard(ticket));
              }
            });
    background.run(
        desk::state,
        this::show,
        failure -> LOG.warn("the queue cannot be shown: {}", failure(failure)));
  }

  private static String failure(Exception failure) {
    return failure instanceof FaultException known
        ? known.fault().code()
        : String.valueOf(failure.getMessage());
  }

  /** Who is called now, the newest first; at most {@link #MOST}. */
  public List<Ticket> called() {
    // Nothing tells that it is past midnight: nobody called yesterday is called now.
    LocalDate today = LocalDate.now(clock);
    return called.stream().filter(ticket -> ticket.day().equals(today)).toList();
  }

  /** Tells {@code listener} now and whenever that changes; only the last one is told. */
  public void onChange(Consumer<List<Ticket>> listener) {
    shown = listener;
    listener.accept(called());
  }

  /** The terminal may rest again: what was called meanwhile is called out. */
  public void rested() {
    shown.accept(called());
    next();
  }

  /** What was being called out is over. */
  public void said() {
    speaking = false;
    next();
  }

  private void show(QueueState state) {
    called = state.called().stream().limit(MOST).toList();
    shown.accept(called());
  }

  private void heard(Ticket ticket) {
    unsaid.removeIf(each -> each.ticket().isSame(ticket));
    unsaid.add(new Waiting(ticket, LocalDateTime.now(clock)));
    next();
  }

  private void next() {
    LocalDateTime fresh = LocalDateTime.now(clock).minus(STALE);
    unsaid.removeIf(each -> each.at().isBefore(fresh));
    if (!speaking && !unsaid.isEmpty() && resting.getAsBoolean()) {
      speaking = true;
      callOut.accept(unsaid.remove().ticket());
    }
  }

  /** Stops listening. */
  public void close() {
    unlisten.run();
  }
}
