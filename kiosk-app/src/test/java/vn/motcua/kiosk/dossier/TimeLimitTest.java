package vn.motcua.kiosk.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.kiosk.store.Resources;

class TimeLimitTest {
  private static final WorkingCalendar CALENDAR = Resources.calendar();

  @ParameterizedTest
  @CsvSource({
    "2026-11-16T09:00, 8, 2026-11-17T09:00", // a day is eight hours
    "2026-11-16T07:30, 4, 2026-11-16T11:15", // 3¾ hours of an office open for 7½
    "2026-11-16T09:00, 1, 2026-11-16T09:57",
    "2026-11-16T16:50, 8, 2026-11-17T16:50",
    "2026-11-16T12:00, 8, 2026-11-17T11:30", // in the lunch break: from 13:30 = 11:30
    "2026-11-20T17:30, 8, 2026-11-23T17:00", // after hours: from Monday's opening
    "2026-11-23T09:00, 16, 2026-11-26T09:00", // 24/11 is a holiday
  })
  void hoursRunOnlyWhileTheOfficeIsOpen(String received, int hours, String due) {
    assertThat(CALENDAR.due(LocalDateTime.parse(received), new TimeLimit.Hours(hours)).at())
        .isEqualTo(LocalDateTime.parse(due));
  }

  @Test
  void moreHoursAreNeverDueSooner() {
    Random random = new Random(8);
    for (int i = 0; i < 3000; i++) {
      LocalDateTime received =
          LocalDateTime.parse("2026-01-01T00:00").plusMinutes(random.nextInt(500_000));
      int hours = 1 + random.nextInt(100);
      DueDate due = CALENDAR.due(received, new TimeLimit.Hours(hours));
      assertThat(CALENDAR.due(received, new TimeLimit.Hours(hours + 1)).at()).isAfter(due.at());
      assertThat(
              CALENDAR
                  .due(received.plusMinutes(random.nextInt(3000)), new TimeLimit.Hours(hours))
                  .at())
          .isAfterOrEqualTo(due.at());
      assertThat(CALENDAR.isWorkingDay(due.date())).isTrue();
    }
  }

  @Test
  void theWayIsToldStepByStep() {
    LocalDateTime received = LocalDateTime.parse("2026-11-19T09:00");
    DueDate due = CALENDAR.due(received, new TimeLimit.Days(3));
    assertThat(due.steps(received))
        .containsExactly(
            new DueStep.Received(received),
            new DueStep.Counted(day(20), day(20), 1, 1),
            new DueStep.Skipped(day(21), day(22), ""),
            new DueStep.Counted(day(23), day(23), 1, 2),
            new DueStep.Skipped(day(24), day(24), "nghỉ lễ Ngày Văn hóa Việt Nam"),
            new DueStep.Counted(day(25), day(25), 1, 3),
            new DueStep.Due(LocalDateTime.parse("2026-11-25T17:00"), false));
  }

  @Test
  void theStepsOfAnyDueDateAddUp() {
    Random random = new Random(9);
    for (int i = 0; i < 2000; i++) {
      LocalDateTime received =
          LocalDateTime.parse("2026-01-01T00:00").plusMinutes(random.nextInt(500_000));
      int limit = random.nextInt(60);
      DueDate due = CALENDAR.due(received, new TimeLimit.Days(limit));
      LocalDateTime paused = received.plusMinutes(random.nextInt(20_000));
      due = CALENDAR.resume(due, paused, paused.plusMinutes(random.nextInt(50_000)), "chờ");
      List<DueStep> steps = due.steps(received);
      LocalDate next = received.toLocalDate().plusDays(1);
      int sum = 0;
      for (DueStep step : steps.subList(1, steps.size() - 1)) {
        switch (step) {
          case DueStep.Counted counted -> {
            assertThat(counted.first()).isEqualTo(next);
            sum += counted.days();
            assertThat(counted.sum()).isEqualTo(sum);
            next = counted.last().plusDays(1);
          }
          case DueStep.Skipped skipped -> {
            assertThat(skipped.first()).isEqualTo(next);
            next = skipped.last().plusDays(1);
          }
          default -> throw new AssertionError(step);
        }
      }
      assertThat(sum).isEqualTo(due.workingDays());
      assertThat(steps.getLast()).isEqualTo(new DueStep.Due(due.at(), due.provisional()));
    }
  }

  @Test
  void whatIsOnlyProposedIsAWorkingDay() {
    assertThat(CALENDAR.proposals()).extracting(SpecialDay::date).containsExactly(day(23));
    assertThat(CALENDAR.isWorkingDay(day(23))).isTrue();
    assertThat(CALENDAR.isWorkingDay(day(24))).isFalse();
  }

  @Test
  void beyondTheLastSettledYearItIsProvisional() {
    LocalDateTime december = LocalDateTime.parse("2026-12-31T09:00");
    assertThat(CALENDAR.due(december, new TimeLimit.Hours(4)).provisional()).isFalse();
    assertThat(CALENDAR.due(december, new TimeLimit.Hours(9)).provisional()).isTrue();
    assertThat(CALENDAR.due(LocalDateTime.parse("2031-05-05T09:00"), 1).provisional()).isTrue();
  }

  @Test
  void anOpenSaturdayReceivesButDoesNotCount() {
    SaturdayHours mornings =
        new SaturdayHours(
            LocalDate.parse("2026-01-01"),
            LocalDate.parse("2026-12-31"),
            LocalTime.of(7, 30),
            LocalTime.of(11, 0),
            LocalTime.of(10, 0),
            "");
    WorkingCalendar open = new WorkingCalendar(List.of(), CALENDAR.hours(), List.of(mornings));
    LocalDateTime saturday = LocalDateTime.parse("2026-11-14T09:00");
    assertThat(open.due(saturday, 0).at()).isEqualTo(LocalDateTime.parse("2026-11-14T11:00"));
    assertThat(open.due(saturday.plusHours(2), 0).date()).isEqualTo(day(16));
    assertThat(open.due(saturday, 1).date()).isEqualTo(day(16));
    assertThat(open.due(saturday.plusHours(3), 1).date()).isEqualTo(day(17));
    assertThat(CALENDAR.due(saturday, 1).date()).isEqualTo(day(17));
    assertThat(open.isWorkingDay(day(14))).isFalse();
    assertThatThrownBy(
            () -> new WorkingCalendar(List.of(), CALENDAR.hours(), List.of(mornings, mornings)))
        .hasMessageContaining("two rules");
    assertThatThrownBy(() -> SaturdayHours.read("{\"saturdays\":[{\"from\":\"2026-13-01\"}]}"))
        .hasMessageContaining("from");
    assertThat(SaturdayHours.read("{}")).isEmpty();
  }

  @Test
  void noLimitIsBeyondReason() {
    assertThatThrownBy(() -> new TimeLimit.Days(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TimeLimit.Days(2001)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TimeLimit.Hours(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TimeLimit.Hours(Integer.MAX_VALUE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static LocalDate day(int november) {
    return LocalDate.of(2026, 11, november);
  }
}
