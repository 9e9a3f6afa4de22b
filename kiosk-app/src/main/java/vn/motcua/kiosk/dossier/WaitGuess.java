package vn.motcua.kiosk.dossier;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * About how long somebody will wait: the median of today's times at the counters, so that one
 * difficult case does not frighten everybody. A guess, to be said with "khoảng".
 */
public final class WaitGuess {
  /** From fewer nothing is guessed. */
  public static final int LEAST_SERVED = 3;

  private static final long STEP = 5;

  private WaitGuess() {}

  /**
   * The guess, in whole steps of five minutes, at least five; empty while too few were served, or
   * if nobody is before.
   *
   * @param today all numbers of the day
   * @param before how many will be called before
   * @param counters how many counters serve, 1 or more
   */
  public static Optional<Duration> of(List<Ticket> today, int before, int counters) {
    List<Duration> served = today.stream().flatMap(t -> t.served().stream()).sorted().toList();
    if (before < 1 || served.size() < LEAST_SERVED) {
      return Optional.empty();
    }
    Duration median = served.get(served.size() / 2);
    long minutes = median.multipliedBy(before).dividedBy(Math.max(1, counters)).toMinutes();
    return Optional.of(Duration.ofMinutes(Math.max(1, (minutes + STEP - 1) / STEP) * STEP));
  }
}
