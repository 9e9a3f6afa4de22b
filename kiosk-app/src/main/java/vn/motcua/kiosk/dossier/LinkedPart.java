package vn.motcua.kiosk.dossier;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * What one agency does of a dossier that several share (liên thông).
 *
 * @param agency who does it
 * @param task what
 * @param step its place in the series, from 1; parts of the same step run in parallel
 * @param limit how long it may take
 * @param state how far it is
 * @param due when it is due, once it has begun
 * @param since since when it is in that state, once it has begun
 */
public record LinkedPart(
    String agency,
    String task,
    int step,
    TimeLimit limit,
    State state,
    Optional<DueDate> due,
    Optional<LocalDateTime> since) {
  /** How far a part is. */
  public enum State {
    /** Earlier parts come first. */
    WAITING,
    /** Its clock runs. */
    RUNNING,
    /** Its clock stands still. */
    PAUSED,
    /** Done. */
    DONE
  }

  public LinkedPart {
    if (agency.isBlank() || step < 1) {
      throw new IllegalArgumentException("a part of nobody, or before the first step");
    }
    if ((state == State.WAITING) == due.isPresent() || due.isPresent() != since.isPresent()) {
      throw new IllegalArgumentException("a part is due once it has begun");
    }
  }

  /** A part that has not begun. */
  public static LinkedPart waiting(String agency, String task, int step, TimeLimit limit) {
    return new LinkedPart(
        agency, task, step, limit, State.WAITING, Optional.empty(), Optional.empty());
  }

  LinkedPart in(State state, DueDate due, LocalDateTime since) {
    return new LinkedPart(agency, task, step, limit, state, Optional.of(due), Optional.of(since));
  }
}
