package vn.motcua.kiosk.hub;

import java.util.List;
import vn.motcua.scanner.FaultException;

/**
 * What a client of a hub reads: events in order, and how far the hub has confirmed them. Sending
 * twice is harmless, confirming is not undone.
 */
public interface Outbox {
  /** Events after {@code seq}, in order; at most {@code most}. */
  List<OutboxEvent> after(long seq, int most) throws FaultException;

  /** The last event that a hub has confirmed; 0 if none. */
  long acknowledged() throws FaultException;

  /**
   * The hub has everything up to {@code seq}. An older number than before changes nothing.
   *
   * @throws IllegalArgumentException if there is no such event
   */
  void acknowledge(long seq) throws FaultException;
}
