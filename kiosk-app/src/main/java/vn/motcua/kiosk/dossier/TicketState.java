package vn.motcua.kiosk.dossier;

/** How far a queue number is. */
public enum TicketState {
  /** Waits to be called. */
  WAITING,
  /** Was called to a counter. */
  CALLED,
  /** Was served there. */
  SERVED,
  /** Was called and did not come. */
  ABSENT,
  /** The day was closed before its turn. */
  CLOSED;

  /** Whether nothing more will become of it. */
  public boolean isOver() {
    return this != WAITING && this != CALLED;
  }
}
