package vn.motcua.kiosk.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.motcua.kiosk.dossier.Ticket;

/**
 * How the queue stands.
 *
 * @param day today
 * @param ahead who waits, in the order in which they will be called
 * @param called who was called and is not finished, the last called first
 * @param served how many were served today
 * @param absent how many did not come
 */
public record QueueState(
    LocalDate day, List<Ticket> ahead, List<Ticket> called, int served, int absent) {
  public QueueState {
    ahead = List.copyOf(ahead);
    called = List.copyOf(called);
  }

  /** Whom that counter has called. */
  public Optional<Ticket> at(String counter) {
    return called.stream().filter(ticket -> ticket.counter().equals(counter)).findFirst();
  }
}
