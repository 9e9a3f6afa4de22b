package vn.motcua.kiosk.ui;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import vn.motcua.kiosk.ui.kit.Theme;
import vn.motcua.kiosk.ui.kit.Traces;
import vn.motcua.kiosk.ui.kit.VirtualDisplay;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultException;

/** The one display of this process, from outside the JavaFX thread. */
public final class Screen {
  private static boolean started;
  private static @Nullable CountDownLatch ready;

  private Screen() {}

  /**
   * Starts the toolkit, unless it runs, on the display at hand.
   *
   * @throws FaultException SCREEN-NONE if there is no display
   */
  public static synchronized void start() throws FaultException, InterruptedException {
    begin();
    Objects.requireNonNull(ready).await();
    started = true;
  }

  /**
   * Lets the toolkit start beside whatever else is to be done, unless it runs; {@link #start} waits
   * for it.
   *
   * @throws FaultException SCREEN-NONE if there is no display
   */
  public static synchronized void begin() throws FaultException {
    if (ready != null) {
      return;
    }
    CountDownLatch coming = new CountDownLatch(1);
    Traces.forbidKeptTexts();
    try {
      Platform.startup(coming::countDown);
    } catch (UnsupportedOperationException | IllegalStateException e) {
      throw new FaultException(new NoDisplay(), e);
    }
    Platform.setImplicitExit(false);
    // Letters and the base theme are needed by every window and know nothing of the house.
    Platform.runLater(Theme::install);
    ready = coming;
  }

  /**
   * Starts the toolkit, unless it runs, on a screen of its own that nobody sees: nobody's screen is
   * needed and nobody's is disturbed.
   *
   * @param width pixels
   * @param height pixels
   * @return its name, as X11 knows it; empty if the toolkit ran already
   * @throws FaultException SCREEN-NONE if that cannot be had here
   */
  public static synchronized String startUnseen(int width, int height)
      throws FaultException, InterruptedException {
    if (started) {
      return "";
    }
    String display;
    try {
      display = VirtualDisplay.start(width, height).display();
    } catch (IOException e) {
      throw new FaultException(new NoDisplay(), e);
    }
    start();
    return display;
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
