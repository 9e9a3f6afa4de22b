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

  /**
   * A machine that is busy elsewhere, or classes that are loaded and instrumented for the first
   * time, are no fault of the input: it is too costly if it always is.
   */
  private static final int TRIES = 3;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Meter() {}

  /**
   * Feeds {@code input} to {@code target}.
   *
   * @throws AssertionError if a promise was broken or a limit passed
   */
  static void feed(FuzzContract target, byte[] input) throws Exception {
    feed(target, input, LONGEST);
  }

  /** The same with another limit of time. */
  static void feed(FuzzContract target, byte[] input, Duration longest) throws Exception {
    long time = Long.MAX_VALUE;
    long bytes = Long.MAX_VALUE;
    for (int i = 0; i < TRIES && (time > longest.toNanos() || bytes > MOST_BYTES); i++) {
      long bytesBefore = THREADS.getCurrentThreadAllocatedBytes();
      long timeBefore = System.nanoTime();
      target.feed(input);
      time = Math.min(time, System.nanoTime() - timeBefore);
      bytes = Math.min(bytes, THREADS.getCurrentThreadAllocatedBytes() - bytesBefore);
    }
    FuzzContract.promise(time <= longest.toNanos(), "took " + time / 1_000_000 + " ms");
    FuzzContract.promise(bytes <= MOST_BYTES, "allocated " + (bytes >> 20) + " MB");
  }
}
