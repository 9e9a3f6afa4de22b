package vn.motcua.kiosk.watch;

import java.time.Duration;

/**
 * How long a watcher waits.
 *
 * @param forStart from the start of the process to its first beat
 * @param forBeat between two beats; longer is frozen
 * @param firstPause before the first new start; doubles with each that follows
 * @param longestPause the most between two starts
 * @param healthy after so long without trouble the pause begins small again
 */
public record Patience(
    Duration forStart,
    Duration forBeat,
    Duration firstPause,
    Duration longestPause,
    Duration healthy) {
  /** For a terminal in a public hall. */
  public static final Patience USUAL =
      new Patience(
          Duration.ofSeconds(90),
          Duration.ofSeconds(10),
          Duration.ofMillis(500),
          Duration.ofMinutes(1),
          Duration.ofMinutes(10));

  /**
   * The pause before a start.
   *
   * @param troubles how many starts went wrong in a row, 1 or more
   */
  public Duration pause(int troubles) {
    Duration pause = firstPause.multipliedBy(1L << Math.clamp(troubles - 1, 0, 20));
    return pause.compareTo(longestPause) > 0 ? longestPause : pause;
  }
}
