package vn.motcua.kiosk.source;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Leaves a service alone that failed several times in a row: 15 s, then twice as long each time, at
 * most 5 min; after that one question tries it. Safe for use by several threads.
 */
final class Breaker {
  private static final int FAILURES = 3;
  private static final Duration FIRST = Duration.ofSeconds(15);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final LongSupplier nanos;
  private int failures;
  private long until;
  private boolean trying;

  /**
   * @param nanos a clock that does not jump
   */
  Breaker(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Whether it may be asked now; whoever may has to say what came of it. */
  synchronized boolean mayAsk() {
    if (failures < FAILURES) {
      return true;
    }
    if (trying || nanos.getAsLong() - until < 0) {
      return false;
    }
    trying = true;
    return true;
  }

  synchronized void answered() {
    failures = 0;
    trying = false;
  }

  synchronized void failed() {
    failures = Math.min(failures + 1, FAILURES + 20);
    trying = false;
    if (failures >= FAILURES) {
      int doublings = Math.min(failures - FAILURES, 10);
      Duration pause = FIRST.multipliedBy(1L << doublings);
      until = nanos.getAsLong() + (pause.compareTo(LONGEST) > 0 ? LONGEST : pause).toNanos();
    }
  }
}
