package vn.motcua.scanner;

import java.util.ArrayList;
import java.util.List;

/** A wish to stop, given once by one thread and seen at once by the thread that works. */
public final class Cancellation {
  private final List<Runnable> hooks = new ArrayList<>();
  private volatile boolean cancelled;

  /** Asks for the stop; further calls change nothing. Hooks run on the calling thread. */
  public void cancel() {
    List<Runnable> due;
    synchronized (hooks) {
      if (cancelled) {
        return;
      }
      cancelled = true;
      due = List.copyOf(hooks);
      hooks.clear();
    }
    due.forEach(Runnable::run);
  }

  /** Whether a stop was asked for. */
  public boolean isCancelled() {
    return cancelled;
  }

  /**
   * Runs {@code hook} when the stop is asked for, or at once if it was already: for work that waits
   * in a system call and must be woken (closing a socket, cancelling a job).
   */
  public void onCancel(Runnable hook) {
    synchronized (hooks) {
      if (!cancelled) {
        hooks.add(hook);
        return;
      }
    }
    hook.run();
  }
}
