package vn.motcua.scanner.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/** Feeds one input and measures what it costs. */
final class Meter {
  /** No input may take longer. */
  static final Duration LONGEST = Duration.ofSeconds(1);

  /** No input may allocate more, so none can hold more at once either. */
  static final long MOST_BYTES = 256L << 20;

  /** A machine that is busy elsewhere is no fault of the input: it is slow if it always is. */
  private static final int TRIES = 3;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Meter() {}

  /**
   * Feeds {@code input} to {@code target}.
   *
   * @throws AssertionError if a promise was broken or a limit passed
   */
  static void feed(FuzzContract target, byte[] input) throws Exception {
    Duration shortest = LONGEST.plusSeconds(1);
    for (int i = 0; i < TRIES && shortest.compareTo(LONGEST) > 0; i++) {
      long bytes = THREADS.getCurrentThreadAllocatedBytes();
      long begin = System.nanoTime();
      target.feed(input);
      Duration taken = Duration.ofNanos(System.nanoTime() - begin);
      bytes = THREADS.getCurrentThreadAllocatedBytes() - bytes;
      FuzzContract.promise(bytes <= MOST_BYTES, "allocated " + (bytes >> 20) + " MB");
      shortest = taken.compareTo(shortest) < 0 ? taken : shortest;
    }
    FuzzContract.promise(
        shortest.compareTo(LONGEST) <= 0, "took " + FuzzContract.seconds(shortest));
  }
}
