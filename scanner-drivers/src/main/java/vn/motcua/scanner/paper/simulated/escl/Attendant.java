package vn.motcua.scanner.paper.simulated.escl;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who stands beside the scanner: puts the pile back into the feeder when a job has ended,
 * and clears the paper path.
 *
 * @param refill how long after a job's end the feeder is full again; empty for never
 * @param clear how long after a jam or the like the path is clear again; empty for never
 */
public record Attendant(Optional<Duration> refill, Optional<Duration> clear) {
  /** Nobody is there. */
  public static final Attendant NOBODY = new Attendant(Optional.empty(), Optional.empty());

  /**
   * Quick hands: the pile a second after the job's end, or at once when the next job is asked for;
   * the path after five seconds.
   */
  public static final Attendant QUICK =
      new Attendant(Optional.of(Duration.ofSeconds(1)), Optional.of(Duration.ofSeconds(5)));

  boolean refills(Instant ended, Instant now) {
    return due(refill, ended, now);
  }

  boolean clears(Instant blocked, Instant now) {
    return due(clear, blocked, now);
  }

  private static boolean due(Optional<Duration> wait, Instant since, Instant now) {
    return wait.isPresent() && !now.isBefore(since.plus(wait.get()));
  }
}
