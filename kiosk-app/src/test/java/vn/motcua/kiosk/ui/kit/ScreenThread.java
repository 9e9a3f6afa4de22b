package vn.motcua.kiosk.ui.kit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Stands in for the thread of a screen in tests of view models: the test itself is that thread. Its
 * timers go by a clock that the test moves by hand.
 */
public final class ScreenThread implements Executor, Timers {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Duration LOOK = Duration.ofMillis(20);

  private record Due(Duration at, Runnable action) {}

  private final LinkedBlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
  private final List<Due> timers = new ArrayList<>();
  private Duration now = Duration.ZERO;

  @Override
  public void execute(Runnable action) {
    queue.add(action);
  }

  @Override
  public Timer after(Duration delay, Runnable action) {
    Due due = new Due(now.plus(delay), action);
    timers.add(due);
    return () -> timers.remove(due);
  }

  /** Does what comes to the screen until {@code met}; fails after 60 s. */
  public void await(String what, BooleanSupplier met) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!met.getAsBoolean()) {
      try {
        // Looks again now and then: what is waited for may change without a word to the screen.
        Runnable next = queue.poll(LOOK.toNanos(), TimeUnit.NANOSECONDS);
        if (next != null) {
          next.run();
        }
        if (System.nanoTime() - end > 0 && !met.getAsBoolean()) {
          throw new AssertionError("waited in vain for " + what);
        }
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  /** Does what has come to the screen so far. */
  public void settle() {
    for (Runnable next = queue.poll(); next != null; next = queue.poll()) {
      next.run();
    }
  }

  /** Lets time pass; whatever is due on the way happens at its moment. */
  public void pass(Duration time) {
    settle();
    run(time, true);
    settle();
  }

  /** The same while nothing from elsewhere reaches the screen: a slow desk. */
  public void passUnsettled(Duration time) {
    run(time, false);
  }

  private void run(Duration time, boolean settling) {
    Duration end = now.plus(time);
    while (true) {
      if (settling) {
        settle();
      }
      Due next =
          timers.stream()
              .filter(due -> due.at().compareTo(end) <= 0)
              .min(Comparator.comparing(Due::at))
              .orElse(null);
      if (next == null) {
        break;
      }
      timers.remove(next);
      now = next.at();
      next.action().run();
    }
    now = end;
  }
}
