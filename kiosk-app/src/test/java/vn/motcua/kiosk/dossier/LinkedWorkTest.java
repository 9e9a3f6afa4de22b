package vn.motcua.kiosk.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.motcua.kiosk.store.Resources;

class LinkedWorkTest {
  private static final WorkingCalendar CALENDAR = Resources.calendar();
  private static final LocalDateTime MONDAY = LocalDateTime.parse("2026-11-16T09:00");

  /** The commune, then police and insurance in parallel. */
  private static final LinkedWork BIRTH =
      new LinkedWork(
          List.of(
              LinkedPart.waiting("UBND xã", "Khai sinh", 1, new TimeLimit.Days(1)),
              LinkedPart.waiting("Công an xã", "Thường trú", 2, new TimeLimit.Days(3)),
              LinkedPart.waiting("BHXH", "Thẻ BHYT", 2, new TimeLimit.Hours(8))));

  @Test
  void stepsFollowEachOtherAndPartsOfAStepRunTogether() {
    assertThat(BIRTH.expected(MONDAY, CALENDAR)).contains(LocalDateTime.parse("2026-11-20T17:00"));
    LinkedWork begun = BIRTH.begin(MONDAY, CALENDAR);
    assertThat(begun.holders()).containsExactly("UBND xã");
    assertThat(begun.begin(MONDAY.plusDays(1), CALENDAR)).isEqualTo(begun);
    LinkedWork second = begun.done(0, MONDAY.plusHours(2), CALENDAR);
    assertThat(second.holders()).containsExactly("Công an xã", "BHXH");
    assertThat(second.parts().get(2).due().orElseThrow().at()).isEqualTo(MONDAY.plusHours(26));
    assertThat(second.expected(MONDAY, CALENDAR))
        .as("the first was quick")
        .contains(LocalDateTime.parse("2026-11-19T17:00"));
    LinkedWork third = second.done(1, MONDAY.plusDays(1), CALENDAR);
    assertThat(third.joined()).isFalse();
    LinkedWork done = third.done(2, MONDAY.plusDays(1), CALENDAR);
    assertThat(done.joined()).isTrue();
    assertThat(done.holders()).isEmpty();
    assertThat(LinkedWork.NONE.joined()).isTrue();
    assertThat(LinkedWork.NONE.expected(MONDAY, CALENDAR)).isEmpty();
  }

  @Test
  void aPauseOfOnePartIsAddedToThatPart() {
    LinkedWork running = BIRTH.begin(MONDAY, CALENDAR).done(0, MONDAY.plusHours(1), CALENDAR);
    LinkedWork paused = running.pause(1, MONDAY.plusDays(1));
    assertThat(paused.stands()).as("the other goes on").isFalse();
    assertThat(paused.pause(2, MONDAY.plusDays(1)).stands()).isTrue();
    LinkedWork resumed = paused.resume(1, MONDAY.plusDays(3), CALENDAR, "chờ");
    assertThat(resumed.parts().get(1).due().orElseThrow().date())
        .isEqualTo(MONDAY.plusDays(7).toLocalDate());
    assertThat(resumed.parts().get(2)).isEqualTo(running.parts().get(2));
  }

  @Test
  void whatCannotBeIsRefused() {
    LinkedWork begun = BIRTH.begin(MONDAY, CALENDAR);
    assertThatThrownBy(() -> begun.done(1, MONDAY, CALENDAR)).hasMessageContaining("part 1");
    assertThatThrownBy(() -> begun.resume(0, MONDAY, CALENDAR, "")).hasMessageContaining("part 0");
    assertThatThrownBy(() -> begun.pause(7, MONDAY)).hasMessageContaining("part 7");
    assertThatThrownBy(() -> LinkedPart.waiting(" ", "", 1, new TimeLimit.Days(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whateverTheOrderTheEndIsAlwaysReached() {
    Random random = new Random(5);
    for (int round = 0; round < 2000; round++) {
      List<LinkedPart> parts = new ArrayList<>();
      for (int n = 1 + random.nextInt(6); n > 0; n--) {
        parts.add(
            LinkedPart.waiting(
                "Cơ quan " + n, "", 1 + random.nextInt(3), new TimeLimit.Days(random.nextInt(6))));
      }
      LinkedWork work = new LinkedWork(parts).begin(MONDAY, CALENDAR);
      LocalDateTime now = MONDAY;
      int moves = 0;
      while (!work.joined()) {
        now = now.plusHours(1 + random.nextInt(30));
        int part = random.nextInt(parts.size());
        LinkedPart.State state = work.parts().get(part).state();
        int open =
            work.parts().stream()
                .filter(it -> it.state() != LinkedPart.State.DONE)
                .mapToInt(LinkedPart::step)
                .min()
                .orElseThrow();
        assertThat(work.holders()).as("somebody always has it").isNotEmpty();
        for (LinkedPart each : work.parts()) {
          boolean begun = each.state() != LinkedPart.State.WAITING;
          assertThat(begun).as("%s", each).isEqualTo(each.step() <= open);
        }
        work =
            switch (state) {
              case RUNNING ->
                  random.nextBoolean() ? work.done(part, now, CALENDAR) : work.pause(part, now);
              case PAUSED -> work.resume(part, now, CALENDAR, "chờ");
              case WAITING, DONE -> work;
            };
        assertThat(++moves).isLessThan(2000);
      }
    }
  }
}
