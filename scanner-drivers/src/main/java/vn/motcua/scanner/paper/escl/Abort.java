package vn.motcua.scanner.paper.escl;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The wish to stop of one job, and what has to be torn down so that it is heard at once. */
final class Abort {
  /** A request that creates a job is let through, or the device would keep a job without owner. */
  private static final Duration LET_THROUGH = Duration.ofSeconds(3);

  private final CountDownLatch wished = new CountDownLatch(1);
  private @Nullable Socket talking;
  private boolean patient;

  /** Nobody will wish to stop. */
  static Abort never() {
    return new Abort();
  }

  /** Stops; may be called by any thread. */
  synchronized void now() {
    wished.countDown();
    if (talking != null) {
      Socket socket = talking;
      if (patient) {
        Watchdog.after(LET_THROUGH, () -> close(socket));
      } else {
        close(socket);
      }
    }
  }

  boolean isWished() {
    return wished.getCount() == 0;
  }

  /** Throws if a stop is wished. */
  void check() throws CancelledException {
    if (isWished()) {
      throw new CancelledException();
    }
  }

  /** The one talk that has to be torn down, from now on until {@link #quiet}. */
  synchronized void talk(Socket socket, boolean letThrough) throws CancelledException {
    check();
    talking = socket;
    patient = letThrough;
  }

  synchronized void quiet() {
    talking = null;
  }

  /** Waits; an interrupt counts as the wish to stop. */
  void sleep(Duration time) throws CancelledException {
    try {
      if (wished.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new CancelledException();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
  }

  static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // Closed is closed.
    }
  }
}
