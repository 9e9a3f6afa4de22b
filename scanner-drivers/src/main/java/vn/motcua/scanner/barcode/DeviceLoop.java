package vn.motcua.scanner.barcode;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.scanner.DeviceState;

/**
 * The thread of a reader that can be pulled out: opens the device, serves it, and opens it again
 * whenever it was away and has come back. What is wrong is logged once, not at every try.
 */
public final class DeviceLoop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DeviceLoop.class);

  /** An open device. */
  public interface Session extends AutoCloseable {
    /**
     * Reads what comes within a moment (at most about 250 ms) and delivers it.
     *
     * @throws IOException if the device is gone
     */
    void step() throws IOException;

    @Override
    void close();
  }

  /** Opens the device. */
  @FunctionalInterface
  public interface Opener {
    /**
     * Opens it.
     *
     * @throws AccessDeniedException if this user may not
     * @throws IOException if it is not there, is no such device, or another program has it
     */
    Session open() throws IOException;
  }

  private final String id;
  private final Duration retry;
  private final Opener opener;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;
  private volatile DeviceState state = DeviceState.OFFLINE;

  /**
   * @param id the reader's, for the log
   * @param retry between two attempts to open a device that is not there
   */
  public DeviceLoop(String id, Duration retry, Opener opener) {
    this.id = id;
    this.retry = retry;
    this.opener = opener;
    this.thread = Thread.ofPlatform().daemon().name(id).unstarted(this::work);
  }

  /** Begins. Once. */
  public void start() {
    thread.start();
  }

  /**
   * {@code READY}, {@code OFFLINE}, or {@code ATTENTION} if the device is there and this user may
   * not open it.
   */
  public DeviceState state() {
    return state;
  }

  /** Gives the device back before it returns. */
  @Override
  public void close() {
    closed.countDown();
    if (Thread.currentThread().equals(thread)) {
      return; // a listener closes its own reader: the thread ends by itself
    }
    try {
      thread.join(Duration.ofSeconds(3));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void work() {
    boolean told = false;
    while (!isClosed()) {
      DeviceState away = DeviceState.OFFLINE;
      try (Session session = opener.open()) {
        LOG.info("{} is there", id);
        told = false;
        state = DeviceState.READY;
        while (!isClosed()) {
          session.step();
        }
      } catch (AccessDeniedException e) {
        away = DeviceState.ATTENTION;
        told = tell(told, e);
      } catch (IOException e) {
        told = tell(told, e);
      } catch (RuntimeException | LinkageError e) {
        LOG.error("{} failed", id, e);
        told = true;
      }
      state = isClosed() ? DeviceState.OFFLINE : away;
      awaitRetry();
    }
  }

  private boolean tell(boolean told, IOException why) {
    if (!told) {
      LOG.info("{} is away: {}", id, why.getMessage());
    }
    return true;
  }

  private boolean isClosed() {
    return closed.getCount() == 0;
  }

  private void awaitRetry() {
    try {
      boolean ignored = closed.await(retry.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      closed.countDown(); // nobody but an ending program interrupts this thread
    }
  }
}
