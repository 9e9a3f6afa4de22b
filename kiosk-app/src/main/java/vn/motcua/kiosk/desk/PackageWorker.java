package vn.motcua.kiosk.desk;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.scanner.FaultException;

/**
 * Lets packages leave in the background: at the start, then again and again; less and less often
 * while the folder is away.
 */
public final class PackageWorker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PackageWorker.class);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final PackageDesk desk;
  private final Duration pause;
  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("packages").factory());
  private Duration wait;

  /**
   * @param pause between two looks while all is well; after trouble it doubles up to five minutes
   */
  public PackageWorker(PackageDesk desk, Duration pause) {
    this.desk = desk;
    this.pause = pause;
    wait = pause;
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    next(Duration.ZERO);
  }

  private void look() {
    boolean more = false;
    boolean well = false;
    try {
      more = desk.pump();
      well = desk.trouble().isEmpty();
      desk.trouble().ifPresent(fault -> LOG.warn("packages wait: {}", fault.code()));
    } catch (FaultException fault) {
      LOG.warn("packages wait: {}", fault.fault().code());
    } catch (RuntimeException bug) {
      // The next look may fare better; a queue that silently stopped would not.
      LOG.error("packages", bug);
    }
    wait = well ? pause : shorter(wait.multipliedBy(2), LONGEST);
    next(more ? Duration.ZERO : wait);
  }

  private void next(Duration in) {
    try {
      var unused = thread.schedule(this::look, in.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException closing) {
      // Nothing is lost: the queue is in the store.
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** Lets the package at hand end, half a minute at most. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(30, TimeUnit.SECONDS)) {
        LOG.warn("a package is still being written");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
