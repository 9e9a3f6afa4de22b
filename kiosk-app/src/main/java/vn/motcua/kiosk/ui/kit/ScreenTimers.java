package vn.motcua.kiosk.ui.kit;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Timers of the real clock. */
public final class ScreenTimers implements Timers, AutoCloseable {
  private final Background background;
  private final ScheduledThreadPoolExecutor clock =
      new ScheduledThreadPoolExecutor(
          1, work -> Thread.ofPlatform().name("screen-timer").daemon().unstarted(work));

  /**
   * @param background brings what is due to the thread of the screen
   */
  public ScreenTimers(Background background) {
    this.background = background;
    // A timer that is no longer wanted must not hold on to what it knew until its time comes.
    clock.setRemoveOnCancelPolicy(true);
  }

  @Override
  public Timer after(Duration delay, Runnable action) {
    AtomicBoolean wanted = new AtomicBoolean(true);
    var due =
        clock.schedule(
            () ->
                background.onScreen(() -> {
                  if (wanted.getAndSet(false)) {
                    action.run();
                  }
                }),
            delay.toMillis(),
            TimeUnit.MILLISECONDS);
    return () -> {
      wanted.set(false);
      due.cancel(false);
    };
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
