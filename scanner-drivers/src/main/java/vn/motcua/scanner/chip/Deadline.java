package vn.motcua.scanner.chip;

import java.time.Duration;

/** The moment by which a decoding must be done; it can be brought forward to now. */
final class Deadline {
  private final long end;
  private volatile boolean ended;

  Deadline(Duration time) {
    end = System.nanoTime() + time.toNanos();
  }

  /** No more time. */
  void end() {
    ended = true;
  }

  boolean over() {
    return ended || left() <= 0;
  }

  /** Nanoseconds that are left, never negative. */
  long left() {
    return Math.max(0, end - System.nanoTime());
  }
}
