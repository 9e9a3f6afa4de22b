package vn.motcua.kiosk.dossier;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;

/**
 * A queue number. It knows no person: whoever holds the slip is meant.
 *
 * @param day on which it counts
 * @param series letter of its service, {@code A} to {@code Z}
 * @param number from 1, without doubles within day and series; at most {@link #LAST}
 * @param service what for
 * @param priority whether it goes before others, and why
 * @param made when it was taken, local time of the centre
 * @param state how far it is
 * @param counter number of the counter that called it last; empty until then
 * @param called when it was called the first time; empty until then
 * @param ended when it was served, found absent or closed; empty until then
 */
public record Ticket(
    LocalDate day,
    char series,
    int number,
    TicketService service,
    TicketPriority priority,
    LocalDateTime made,
    TicketState state,
    String counter,
    Optional<LocalDateTime> called,
    Optional<LocalDateTime> ended) {
  /** The last number of a series on one day. */
  public static final int LAST = 9_999;

  public Ticket {
    if (series < 'A' || series > 'Z' || number < 1 || number > LAST) {
      throw new IllegalArgumentException("ticket " + series + number);
    }
    if ((state == TicketState.CALLED || state == TicketState.SERVED)
        && (counter.isBlank() || called.isEmpty())) {
      throw new IllegalArgumentException(state + " without a counter");
    }
    if (state.isOver() == ended.isEmpty()) {
      throw new IllegalArgumentException(state + " and its end");
    }
  }

  /** As it stands on the slip: {@code A012}. */
  public String label() {
    return String.format(Locale.ROOT, "%c%03d", series, number);
  }

  /** Whether both are the same number of the same day. */
  public boolean isSame(Ticket other) {
    return day.equals(other.day) && series == other.series && number == other.number;
  }

  /** The same, called to that counter. */
  public Ticket call(String to, LocalDateTime at) {
    return with(TicketState.CALLED, to, Optional.of(at), Optional.empty());
  }

  /**
   * The same at its end.
   *
   * @param how served, absent or closed
   */
  public Ticket end(TicketState how, LocalDateTime at) {
    return with(how, counter, called, Optional.of(at));
  }

  /** The same, waiting in its old place. */
  public Ticket waitAgain() {
    return with(TicketState.WAITING, "", Optional.empty(), Optional.empty());
  }

  private Ticket with(
      TicketState now, String at, Optional<LocalDateTime> first, Optional<LocalDateTime> end) {
    return new Ticket(day, series, number, service, priority, made, now, at, first, end);
  }

  /** How long it was served; empty if it was not. */
  public Optional<Duration> served() {
    return state == TicketState.SERVED
        ? called.flatMap(from -> ended.map(to -> Duration.between(from, to)))
        : Optional.empty();
  }
}
