package vn.motcua.kiosk.desk;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Erases drafts whose time is over, at the start and then again and again. */
public final class DraftSweep implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DraftSweep.class);

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("draft-sweep").factory());

  /**
   * @param pause between two looks
   */
  public DraftSweep(DraftDesk desk, Duration pause) {
    var unused =
        thread.scheduleWithFixedDelay(
            () -> sweep(desk), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void sweep(DraftDesk desk) {
    try {
      desk.forgetExpired();
    } catch (RuntimeException bug) {
      // The next look may fare better; one that silently stopped would not.
      LOG.error("expired drafts", bug);
    }
  }

  /** Lets the look at hand end. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(30, TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
