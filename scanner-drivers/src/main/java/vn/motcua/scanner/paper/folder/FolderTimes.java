package vn.motcua.scanner.paper.folder;

import java.time.Duration;

/**
 * How long a folder is waited for.
 *
 * @param stable a file is only taken after its size and time have not changed for so long; a job
 *     ends when nothing came for so long
 * @param broken a file that is not whole is set aside after it has not changed for so long
 * @param growing a job ends with {@link FolderFault.Growing} when it waited so long for a file that
 *     keeps growing
 * @param poll pause between two looks; a network share tells nobody of new files
 * @param remember how long a received file is known again
 */
public record FolderTimes(
    Duration stable, Duration broken, Duration growing, Duration poll, Duration remember) {
  /** Two seconds, a minute, three minutes, a quarter of a second, ninety days. */
  public static final FolderTimes USUAL =
      new FolderTimes(
          Duration.ofSeconds(2),
          Duration.ofSeconds(60),
          Duration.ofMinutes(3),
          Duration.ofMillis(250),
          Duration.ofDays(90));

  public FolderTimes {
    for (Duration each : new Duration[] {stable, broken, growing, poll, remember}) {
      if (!each.isPositive()) {
        throw new IllegalArgumentException("time: " + each);
      }
    }
    if (broken.compareTo(stable) < 0) {
      throw new IllegalArgumentException("broken sooner than stable: " + broken);
    }
  }
}
