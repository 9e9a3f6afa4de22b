package vn.motcua.kiosk.desk;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.scanner.FaultException;

/** Brings the print queue on in the background, at the start and then again and again. */
public final class PrintWorker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PrintWorker.class);

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("print-queue").factory());

  /**
   * @param pause between two looks at the queue
   */
  public PrintWorker(PrintDesk desk, Duration pause) {
    var unused =
        thread.scheduleWithFixedDelay(() -> pump(desk), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void pump(PrintDesk desk) {
    try {
      desk.pump();
    } catch (FaultException fault) {
      LOG.warn("the print queue waits: {}", fault.fault().code());
    } catch (RuntimeException bug) {
      // The next look may fare better; a queue that silently stopped would not.
      LOG.error("the print queue", bug);
    }
  }

  /** Lets the job at hand end, half a minute at most. */
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
