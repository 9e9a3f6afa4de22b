package vn.motcua.kiosk.dossier;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * In which order numbers are called: so many with priority, then so many of the others, each group
 * in the order in which it came. Where one group is empty the other goes on.
 *
 * @param priority how many with priority in a row, 1 or more
 * @param others how many of the others after them, 1 or more: nobody waits for ever
 */
public record CallOrder(int priority, int others) {
  /** One with priority, then one of the others. */
  public static final CallOrder TURN_BY_TURN = new CallOrder(1, 1);

  private static final Comparator<Ticket> FIRST_COME =
      Comparator.comparing(Ticket::made)
          .thenComparing(Ticket::series)
          .thenComparing(Ticket::number);

  private static final Comparator<Ticket> FIRST_CALLED =
      Comparator.comparing((Ticket ticket) -> ticket.called().orElse(ticket.made()))
          .thenComparing(FIRST_COME);

  public CallOrder {
    if (priority < 1 || others < 1) {
      throw new IllegalArgumentException(priority + " : " + others);
    }
  }

  /**
   * Those that wait, in the order in which they will be called.
   *
   * @param today all numbers of the day, in any order; those called before say whose turn it is
   */
  public List<Ticket> ahead(List<Ticket> today) {
    Deque<Ticket> first = new ArrayDeque<>();
    Deque<Ticket> other = new ArrayDeque<>();
    today.stream()
        .filter(ticket -> ticket.state() == TicketState.WAITING)
        .sorted(FIRST_COME)
        .forEach(ticket -> (ticket.priority().goesFirst() ? first : other).add(ticket));
    Turn turn = new Turn();
    today.stream()
        .filter(ticket -> ticket.called().isPresent())
        .sorted(FIRST_CALLED)
        .forEach(ticket -> turn.was(ticket.priority().goesFirst()));
    List<Ticket> ahead = new ArrayList<>();
    while (!first.isEmpty() || !other.isEmpty()) {
      boolean priorityNow = other.isEmpty() || (!first.isEmpty() && turn.isPriority());
      ahead.add((priorityNow ? first : other).remove());
      turn.was(priorityNow);
    }
    return ahead;
  }

  /** Whose turn it is; at the beginning of a day that of the first group. */
  private final class Turn {
    private boolean lastPriority;
    private int row = others;

    void was(boolean priorityNow) {
      row = priorityNow == lastPriority ? row + 1 : 1;
      lastPriority = priorityNow;
    }

    boolean isPriority() {
      return lastPriority ? row < priority : row >= others;
    }
  }
}
