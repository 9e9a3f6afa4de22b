package vn.motcua.kiosk.ui.kit;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Does slow work on virtual threads and brings what it gave back to the thread of the screen.
 * Nothing of it waits on the screen's thread.
 */
public final class Background {
  private final Executor screen;

  /**
   * @param screen runs on the thread of the screen, in order; {@code Platform::runLater} in a
   *     window
   */
  public Background(Executor screen) {
    this.screen = screen;
  }

  /** A piece of work under way. */
  public static final class Work {
    private volatile boolean forgotten;

    private Work() {}

    /**
     * Its result is no longer wanted and nobody is told any more. It is not interrupted: that would
     * close files under the store.
     */
    public void forget() {
      forgotten = true;
    }
  }

  /**
   * Starts {@code work}.
   *
   * @param done called with the result, on the screen's thread
   * @param failed called with what was thrown, on the screen's thread
   */
  public <T> Work run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
    Work handle = new Work();
    Thread.ofVirtual()
        .name("desk")
        .start(() -> {
          try {
            T result = work.call();
            tell(handle, () -> done.accept(result));
          } catch (Exception e) {
            tell(handle, () -> failed.accept(e));
          }
        });
    return handle;
  }

  /** Runs {@code action} on the screen's thread: for events that come from devices. */
  public void onScreen(Runnable action) {
    screen.execute(action);
  }

  private void tell(Work work, Runnable action) {
    screen.execute(() -> {
      if (!work.forgotten) {
        action.run();
      }
    });
  }
}
