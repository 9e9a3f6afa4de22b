package vn.motcua.kiosk.ui.kit;

import java.time.Duration;

/** Does something later, on the thread of the screen. */
public interface Timers {
  /** Runs {@code action} once after {@code delay}. */
  Timer after(Duration delay, Runnable action);

  /** Something that is due later. */
  interface Timer {
    /** It is no longer wanted; also after it ran. */
    void cancel();
  }
}
