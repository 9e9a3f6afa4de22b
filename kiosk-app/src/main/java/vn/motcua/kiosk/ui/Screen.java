package vn.motcua.kiosk.ui;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.stage.Window;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultException;

/** The one display of this process, from outside the JavaFX thread. */
public final class Screen {
  private static boolean started;

  private Screen() {}

  /**
   * Starts the toolkit once.
   *
   * @throws FaultException SCREEN-NONE if there is no display
   */
  public static synchronized void start() throws FaultException, InterruptedException {
    if (started) {
      return;
    }
    CountDownLatch ready = new CountDownLatch(1);
    try {
      Platform.startup(ready::countDown);
    } catch (IllegalStateException running) {
      // Somebody else in this process has started it.
      ready.countDown();
    } catch (UnsupportedOperationException e) {
      throw new FaultException(new NoDisplay(), e);
    }
    ready.await();
    Platform.setImplicitExit(false);
    started = true;
  }

  /** Does {@code work} on the JavaFX thread and waits for what it gives. */
  public static <T> T show(Supplier<T> work) throws InterruptedException {
    CompletableFuture<T> result = new CompletableFuture<>();
    Platform.runLater(() -> {
      try {
        result.complete(work.get());
      } catch (RuntimeException e) {
        result.completeExceptionally(e);
      }
    });
    try {
      return result.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException bug) {
        throw bug;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Waits until the last window is closed. */
  public static void awaitClosed() throws InterruptedException {
    CountDownLatch closed = new CountDownLatch(1);
    Platform.runLater(() -> {
      Window.getWindows()
          .addListener(
              (javafx.collections.ListChangeListener<Window>)
                  change -> {
                    if (change.getList().isEmpty()) {
                      closed.countDown();
                    }
                  });
      if (Window.getWindows().isEmpty()) {
        closed.countDown();
      }
    });
    closed.await();
  }

  /** There is no display to open a window on. */
  record NoDisplay() implements Fault {
    @Override
    public String code() {
      return "SCREEN-NONE";
    }
  }
}
