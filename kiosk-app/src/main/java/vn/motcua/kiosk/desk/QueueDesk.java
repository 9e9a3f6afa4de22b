package vn.motcua.kiosk.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.kiosk.dossier.CallOrder;
import vn.motcua.kiosk.dossier.Ticket;
import vn.motcua.kiosk.dossier.TicketPriority;
import vn.motcua.kiosk.dossier.TicketService;
import vn.motcua.kiosk.dossier.TicketState;
import vn.motcua.kiosk.dossier.WaitGuess;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.kiosk.store.Transaction;
import vn.motcua.scanner.FaultException;

/**
 * Where queue numbers are taken and called. A number is on the disk before anybody sees it: no
 * crash and no printer gives it out twice. All methods but {@link #listen} block.
 */
public final class QueueDesk {
  /** A counter that has called nobody for so long counts as closed when a wait is guessed. */
  public static final Duration COUNTER_OPEN = Duration.ofHours(1);

  /**
   * A number that was just taken.
   *
   * @param before how many will be called before it, as it looks now
   * @param about how long, roughly, that takes; empty if nothing can be said
   */
  public record Taken(Ticket ticket, int before, Optional<Duration> about) {}

  /** Hears of the queue; on the thread that changed it, must not block. */
  public interface Listener {
    /** Anything changed. */
    void changed(QueueState state);

    /** That number was called to its counter, for the first time or again. */
    default void called(Ticket ticket) {}
  }

  private static final Logger LOG = LoggerFactory.getLogger(QueueDesk.class);

  private final DossierStore store;
  private final CallOrder order;
  private final Clock clock;
  private final QueueNews news = new QueueNews();

  /**
   * @param order who is called before whom
   * @param clock local time of the centre
   */
  public QueueDesk(DossierStore store, CallOrder order, Clock clock) {
    this.store = store;
    this.order = order;
    this.clock = clock;
  }

  /**
   * Takes the next number. Once it returns, the number is nobody else's.
   *
   * @throws FaultException with {@link QueueFault.Full}
   */
  public Taken take(TicketService service, TicketPriority priority) throws FaultException {
    LocalDateTime at = now();
    Taken taken =
        store.write(transaction -> {
          transaction.tickets().closeBefore(at.toLocalDate(), at);
          Ticket ticket =
              transaction
                  .tickets()
                  .take(service, priority, at)
                  .orElseThrow(() -> new FaultException(new QueueFault.Full()));
          return standing(ticket, transaction.tickets().of(at.toLocalDate()), at);
        });
    tell();
    return taken;
  }

  /** How the queue stands now. */
  public QueueState state() throws FaultException {
    LocalDate day = LocalDate.now(clock);
    List<Ticket> today = store.tickets(day);
    return new QueueState(
        day,
        order.ahead(today),
        today.stream()
            .filter(ticket -> ticket.state() == TicketState.CALLED)
            .sorted(
                Comparator.comparing((Ticket ticket) -> ticket.called().orElse(ticket.made()))
                    .reversed())
            .toList(),
        count(today, TicketState.SERVED),
        count(today, TicketState.ABSENT));
  }

  /**
   * Calls the next one to that counter; whom it had called before counts as served.
   *
   * @return empty if nobody waits
   */
  public Optional<Ticket> next(String counter) throws FaultException {
    if (counter.isBlank()) {
      throw new FaultException(new DeskFault.Incomplete("COUNTER"), "COUNTER");
    }
    LocalDateTime at = now();
    Optional<Ticket> called =
        store.write(transaction -> {
          List<Ticket> today = transaction.tickets().of(at.toLocalDate());
          for (Ticket ticket : today) {
            if (ticket.state() == TicketState.CALLED && ticket.counter().equals(counter)) {
              transaction.tickets().update(ticket.end(TicketState.SERVED, at));
            }
          }
          Optional<Ticket> next =
              order.ahead(today).stream().findFirst().map(ticket -> ticket.call(counter, at));
          next.ifPresent(transaction.tickets()::update);
          return next;
        });
    tell();
    called.ifPresent(news::called);
    return called;
  }

  /**
   * Calls a number again to the counter that has called it.
   *
   * @throws FaultException with {@link QueueFault.Gone} if it is not called (any more)
   */
  public Ticket again(Ticket ticket) throws FaultException {
    Ticket now =
        store.tickets(ticket.day()).stream()
            .filter(ticket::isSame)
            .filter(each -> each.state() == TicketState.CALLED)
            .findFirst()
            .orElseThrow(() -> new FaultException(new QueueFault.Gone()));
    news.called(now);
    return now;
  }

  /**
   * Nobody came.
   *
   * @throws FaultException with {@link QueueFault.Gone} if it is not called (any more)
   */
  public Ticket absent(Ticket ticket) throws FaultException {
    return ended(ticket, TicketState.ABSENT);
  }

  /**
   * That one is done.
   *
   * @throws FaultException with {@link QueueFault.Gone} if it is not called (any more)
   */
  public Ticket served(Ticket ticket) throws FaultException {
    return ended(ticket, TicketState.SERVED);
  }

  /**
   * Who was called in vain is there after all: waits again, in the old place.
   *
   * @throws FaultException with {@link QueueFault.Gone} if the number was not found absent
   */
  public Ticket back(Ticket ticket) throws FaultException {
    return change(ticket, found -> found.state() == TicketState.ABSENT, Ticket::waitAgain);
  }

  /** The day is over: whoever still waits or is called is closed; gives how many that were. */
  public int closeDay() throws FaultException {
    LocalDateTime at = now();
    int closed =
        store.write(
            transaction -> transaction.tickets().closeBefore(at.toLocalDate().plusDays(1), at));
    tell();
    return closed;
  }

  /** Calls {@code listener} from now on; ends when what is returned is run. */
  public Runnable listen(Listener listener) {
    return news.listen(listener);
  }

  private Ticket ended(Ticket ticket, TicketState state) throws FaultException {
    LocalDateTime at = now();
    return change(
        ticket,
        found -> found.state() == TicketState.CALLED && found.counter().equals(ticket.counter()),
        found -> found.end(state, at));
  }

  private Ticket change(Ticket ticket, Predicate<Ticket> fits, UnaryOperator<Ticket> how)
      throws FaultException {
    Ticket changed =
        store.write(transaction -> {
          Ticket now = how.apply(find(transaction, ticket, fits));
          transaction.tickets().update(now);
          return now;
        });
    tell();
    return changed;
  }

  private static Ticket find(Transaction transaction, Ticket ticket, Predicate<Ticket> fits)
      throws FaultException {
    return transaction.tickets().of(ticket.day()).stream()
        .filter(ticket::isSame)
        .filter(fits)
        .findFirst()
        .orElseThrow(() -> new FaultException(new QueueFault.Gone()));
  }

  private Taken standing(Ticket ticket, List<Ticket> today, LocalDateTime at) {
    List<Ticket> ahead = order.ahead(today);
    int before = (int) ahead.stream().takeWhile(each -> !each.isSame(ticket)).count();
    long counters =
        today.stream()
            .filter(each ->
                each.called().filter(time -> time.isAfter(at.minus(COUNTER_OPEN))).isPresent())
            .map(Ticket::counter)
            .distinct()
            .count();
    return new Taken(ticket, before, WaitGuess.of(today, before, (int) Math.max(1, counters)));
  }

  private static int count(List<Ticket> today, TicketState state) {
    return (int) today.stream().filter(ticket -> ticket.state() == state).count();
  }

  private void tell() {
    try {
      news.changed(state());
    } catch (FaultException unread) {
      LOG.warn("the queue changed and cannot be read: {}", unread.fault().code());
    }
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
  }
}
