package vn.motcua.scanner.paper.escl;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Does something when a time is up. A peer that sends one byte now and then keeps every timeout of
 * a socket happy; only closing it from outside ends such a talk.
 */
final class Watchdog {
  private static final ScheduledThreadPoolExecutor CLOCK = clock();

  private Watchdog() {}

  private static ScheduledThreadPoolExecutor clock() {
    ScheduledThreadPoolExecutor clock =
        new ScheduledThreadPoolExecutor(
            1, task -> Thread.ofPlatform().daemon().name("escl-watchdog").unstarted(task));
    clock.setRemoveOnCancelPolicy(true);
    return clock;
  }

  /** Runs {@code action}, which must not block, after {@code time} unless it is cancelled. */
  static Future<?> after(Duration time, Runnable action) {
    return CLOCK.schedule(action, time.toMillis(), TimeUnit.MILLISECONDS);
  }
}
