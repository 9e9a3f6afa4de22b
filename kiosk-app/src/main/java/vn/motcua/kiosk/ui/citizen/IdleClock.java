package vn.motcua.kiosk.ui.citizen;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import vn.motcua.kiosk.ui.kit.Timers;

/**
 * Notices that nobody is there any more: a time without a touch, then a countdown that any touch
 * ends. Neither runs while the terminal speaks or works.
 */
final class IdleClock {
  /** Seconds of the countdown. */
  static final int COUNTDOWN = 20;

  /** No page takes so long to read aloud: a voice that never ends must not keep it open all day. */
  static final Duration LONGEST_SPEECH = Duration.ofMinutes(10);

  private final Shown shown;
  private final Timers timers;
  private final Supplier<Duration> patience;
  private final BooleanSupplier working;
  private final Runnable gone;
  private BooleanSupplier speaking = () -> false;
  private Duration held = Duration.ZERO;
  private Timers.Timer idle = () -> {};
  private Timers.Timer tick = () -> {};

  /**
   * @param patience how long nobody need touch anything before the countdown begins
   * @param gone called when nobody is there any more
   */
  IdleClock(
      Shown shown,
      Timers timers,
      Supplier<Duration> patience,
      BooleanSupplier working,
      Runnable gone) {
    this.shown = shown;
    this.timers = timers;
    this.patience = patience;
    this.working = working;
    this.gone = gone;
  }

  void holdWhile(BooleanSupplier now) {
    speaking = now;
  }

  void touched() {
    held = Duration.ZERO;
    tick.cancel();
    if (shown.state().countdown().isPresent()) {
      shown.countdown(OptionalInt.empty());
    }
    arm();
  }

  void arm() {
    stop();
    Duration time = patience.get();
    idle =
        timers.after(
            time,
            () -> {
              if (isSpoken() || working.getAsBoolean()) {
                held = held.plus(time);
                arm();
              } else if (shown.page() instanceof Page.Home) {
                gone.run();
              } else {
                count(COUNTDOWN);
              }
            });
  }

  void stop() {
    idle.cancel();
    tick.cancel();
  }

  private boolean isSpoken() {
    return speaking.getAsBoolean() && held.compareTo(LONGEST_SPEECH) < 0;
  }

  private void count(int seconds) {
    if (isSpoken()) {
      shown.countdown(OptionalInt.empty());
      arm();
    } else if (seconds == 0) {
      gone.run();
    } else {
      shown.countdown(OptionalInt.of(seconds));
      tick = timers.after(Duration.ofSeconds(1), () -> count(seconds - 1));
    }
  }
}
