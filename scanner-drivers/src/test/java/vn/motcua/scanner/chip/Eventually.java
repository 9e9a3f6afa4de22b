package vn.motcua.scanner.chip;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what has no event: the state of another process. */
final class Eventually {
  private Eventually() {}

  /** Looks every few milliseconds until something is so, at most a minute. */
  static void so(String what, BooleanSupplier is) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (!is.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("did not happen within a minute: " + what);
      }
      Thread.sleep(10);
    }
  }
}
