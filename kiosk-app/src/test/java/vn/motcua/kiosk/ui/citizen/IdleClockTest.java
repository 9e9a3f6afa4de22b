package vn.motcua.kiosk.ui.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.motcua.kiosk.ui.kit.Timers;

/** A voice holds the time, but not for ever. */
class IdleClockTest {
  private record Waiting(Duration delay, Runnable action) {}

  private final List<Waiting> waiting = new ArrayList<>();
  private Duration passed = Duration.ZERO;
  private boolean gone;

  private Timers.Timer after(Duration delay, Runnable action) {
    Waiting each = new Waiting(delay, action);
    waiting.add(each);
    return () -> waiting.remove(each);
  }

  private void next() {
    Waiting each = waiting.removeFirst();
    passed = passed.plus(each.delay());
    each.action().run();
  }

  @Test
  void aVoiceThatNeverEndsDoesNotKeepAStrangersDossierOpen() {
    Shown shown = new Shown(this::after);
    shown.page(new Page.TriesUsedUp());
    IdleClock clock =
        new IdleClock(shown, this::after, () -> CitizenModel.IDLE, () -> false, () -> gone = true);
    clock.holdWhile(() -> true);
    clock.touched();
    while (!gone) {
      assertThat(waiting).isNotEmpty();
      assertThat(passed).isLessThan(Duration.ofMinutes(15));
      next();
    }
    assertThat(passed)
        .isGreaterThanOrEqualTo(IdleClock.LONGEST_SPEECH.plusSeconds(IdleClock.COUNTDOWN));
  }

  @Test
  void whoTouchesNowAndThenMayListenAsLongAsTheyLike() {
    Shown shown = new Shown(this::after);
    shown.page(new Page.TriesUsedUp());
    IdleClock clock =
        new IdleClock(shown, this::after, () -> CitizenModel.IDLE, () -> false, () -> gone = true);
    clock.holdWhile(() -> true);
    for (int i = 0; i < 60; i++) {
      clock.touched();
      next();
      assertThat(shown.state().countdown()).isEmpty();
    }
    assertThat(gone).isFalse();
  }
}
