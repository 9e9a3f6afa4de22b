package vn.motcua.kiosk.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.kiosk.store.Resources;

class WorkingCalendarTest {
  private static final WorkingCalendar CALENDAR = Resources.calendar();

  @ParameterizedTest
  @CsvSource({
    // received, days, due
    "2026-11-16T09:00, 3, 2026-11-19", // plain Monday
    "2026-11-20T09:00, 1, 2026-11-23", // over a weekend
    "2026-11-20T09:00, 3, 2026-11-26", // 24/11 is a holiday
    "2026-11-23T16:59, 1, 2026-11-25",
    "2026-02-13T09:00, 1, 2026-02-23", // Tết: 16 to 20 February
    "2026-02-13T09:00, 5, 2026-02-27",
    "2026-08-20T09:00, 2, 2026-08-22", // the Saturday that makes up for 31 August
    "2026-08-21T09:00, 1, 2026-08-22",
    "2026-08-28T09:00, 1, 2026-09-03", // 31/8 swapped, 1 and 2 September
    "2026-04-24T09:00, 1, 2026-04-28", // Giỗ Tổ on a Sunday, Monday off
    "2026-04-29T09:00, 1, 2026-05-04", // 30/4 and 1/5
    "2025-12-31T09:00, 1, 2026-01-05", // 1 January, 2 January swapped
    "2026-11-20T17:01, 1, 2026-11-25", // after hours: counts as Monday's
    "2026-11-20T17:00, 1, 2026-11-23",
    "2026-11-21T09:00, 1, 2026-11-25", // a Saturday
    "2026-11-16T06:00, 1, 2026-11-17", // before hours: the same day
    // Same-day procedures: until 15:00.
    "2026-11-16T09:00, 0, 2026-11-16",
    "2026-11-16T15:00, 0, 2026-11-16",
    "2026-11-16T15:00:01, 0, 2026-11-17",
    "2026-11-16T15:05, 0, 2026-11-17",
    "2026-11-20T15:05, 0, 2026-11-23",
    "2026-11-23T15:05, 0, 2026-11-25",
    "2026-11-24T09:00, 0, 2026-11-25", // received on the holiday
  })
  void knowsWhenADossierIsDue(String received, int days, String due) {
    assertThat(CALENDAR.due(LocalDateTime.parse(received), days).at())
        .isEqualTo(LocalDate.parse(due).atTime(17, 0));
  }

  @Test
  void saysWhyDaysAreNotCounted() {
    DueDate due = CALENDAR.due(LocalDateTime.parse("2026-11-20T09:00"), 2);
    assertThat(due.days())
        .containsExactly(
            new DueDate.Day(LocalDate.parse("2026-11-21"), false, ""),
            new DueDate.Day(LocalDate.parse("2026-11-22"), false, ""),
            new DueDate.Day(LocalDate.parse("2026-11-23"), true, ""),
            new DueDate.Day(LocalDate.parse("2026-11-24"), false, "nghỉ lễ Ngày Văn hóa Việt Nam"),
            new DueDate.Day(LocalDate.parse("2026-11-25"), true, ""));
    assertThat(due.workingDays()).isEqualTo(2);
    assertThat(due.provisional()).isFalse();
    assertThat(CALENDAR.due(LocalDateTime.parse("2026-12-30T09:00"), 5).provisional()).isTrue();
  }

  @Test
  void countsExactlyTheWorkingDaysForAnyDayAndLimit() {
    Random random = new Random(5);
    for (int i = 0; i < 5000; i++) {
      LocalDateTime received =
          LocalDate.of(2026, 1, 1)
              .plusDays(random.nextInt(365))
              .atTime(random.nextInt(24), random.nextInt(60));
      int limit = 1 + random.nextInt(40);
      DueDate due = CALENDAR.due(received, limit);
      assertThat(due.workingDays()).isEqualTo(limit);
      assertThat(CALENDAR.isWorkingDay(due.date())).isTrue();
      assertThat(due.days().getFirst().date()).isEqualTo(received.toLocalDate().plusDays(1));
      assertThat(due.days().getLast().date()).isEqualTo(due.date());
      for (int d = 1; d < due.days().size(); d++) {
        assertThat(due.days().get(d).date()).isEqualTo(due.days().get(d - 1).date().plusDays(1));
      }
      LocalDateTime later = received.plusHours(1 + random.nextInt(48));
      assertThat(CALENDAR.due(later, limit).at()).isAfterOrEqualTo(due.at());
      assertThat(CALENDAR.due(received, limit + 1).date()).isAfter(due.date());
    }
  }

  @Test
  void aPauseAddsExactlyTheWorkingDaysItTook() {
    Random random = new Random(6);
    for (int i = 0; i < 5000; i++) {
      LocalDateTime received = workingMorning(random);
      int limit = 2 + random.nextInt(20);
      DueDate due = CALENDAR.due(received, limit);
      LocalDateTime paused = received;
      for (int n = random.nextInt(limit); n > 0; n--) {
        paused = CALENDAR.next(paused.toLocalDate()).atTime(9, 0);
      }
      LocalDateTime resumed = paused.plusDays(random.nextInt(40)).plusHours(1);
      while (!CALENDAR.isWorkingDay(resumed.toLocalDate())) {
        resumed = resumed.plusDays(1);
      }
      DueDate after = CALENDAR.resume(due, paused, resumed, "chờ");
      long took =
          CALENDAR.days(paused.toLocalDate().plusDays(1), resumed.toLocalDate()).stream()
              .filter(DueDate.Day::counted)
              .count();
      long between =
          CALENDAR.days(due.date().plusDays(1), after.date()).stream()
              .filter(DueDate.Day::counted)
              .count();
      assertThat(between).isEqualTo(took);
      assertThat(after.workingDays()).isEqualTo(limit);
      if (resumed.toLocalDate().equals(paused.toLocalDate())) {
        assertThat(after).isEqualTo(due);
      }
    }
  }

  @Test
  void aPauseWhileTheOfficeIsClosedTakesNothing() {
    DueDate due = CALENDAR.due(LocalDateTime.parse("2026-12-21T09:00"), 3);
    for (String[] pause :
        new String[][] {
          {"2026-12-21T17:01", "2026-12-21T17:02"},
          {"2026-12-21T18:00", "2026-12-22T06:00"},
          {"2026-12-21T11:40", "2026-12-21T11:45"}
        }) {
      assertThat(
              CALENDAR.resume(
                  due, LocalDateTime.parse(pause[0]), LocalDateTime.parse(pause[1]), "chờ"))
          .isEqualTo(due);
    }
  }

  @Test
  void holidaysOfTheLawHoldInYearsThatNobodyHasSettled() {
    for (int year = 2028; year <= 2030; year++) {
      assertThat(CALENDAR.isWorkingDay(LocalDate.of(year, 9, 2))).isFalse();
      assertThat(CALENDAR.isWorkingDay(LocalDate.of(year, 1, 1))).isFalse();
    }
  }

  @Test
  void whatWasLateBeforeAPauseStaysLate() {
    DueDate due = CALENDAR.due(LocalDateTime.parse("2026-11-02T09:00"), 2);
    assertThat(
            CALENDAR.resume(
                due,
                LocalDateTime.parse("2026-11-09T09:00"),
                LocalDateTime.parse("2026-11-20T09:00"),
                "chờ"))
        .isEqualTo(due);
  }

  @Test
  void holidaysAreThoseOfTheGovernment() {
    for (int day = 16; day <= 20; day++) {
      assertThat(CALENDAR.isWorkingDay(LocalDate.of(2026, 2, day))).isFalse();
    }
    assertThat(CALENDAR.isWorkingDay(LocalDate.of(2026, 8, 22))).isTrue();
    assertThat(LocalDate.of(2026, 8, 22).getDayOfWeek()).isEqualTo(DayOfWeek.SATURDAY);
    assertThat(CALENDAR.isWorkingDay(LocalDate.of(2026, 8, 31))).isFalse();
    assertThat(CALENDAR.isConfirmed(2026)).isTrue();
    assertThat(CALENDAR.isConfirmed(2027)).isFalse();
    assertThat(CALENDAR.isConfirmed(2030)).isFalse();
  }

  @Test
  void refusesDataThatCannotBe() {
    assertThatThrownBy(() -> CalendarYear.read("[]")).hasMessageContaining("object");
    assertThatThrownBy(() -> CalendarYear.read("{\"year\": 2026}")).hasMessageContaining("days");
    assertThatThrownBy(() ->
            CalendarYear.read(
                "{\"year\":2026,\"confirmed\":true,\"revised\":\"2026-01-01\",\"days\":"
                    + "[{\"date\":\"2026-02-30\",\"kind\":\"HOLIDAY\",\"name\":\"\",\"source\":\"\"}]}"))
        .hasMessageContaining("date");
    CalendarYear year = new CalendarYear(2026, true, LocalDate.of(2026, 1, 1), List.of());
    assertThatThrownBy(() -> new WorkingCalendar(List.of(year, year), CALENDAR.hours()))
        .hasMessageContaining("twice");
    assertThatThrownBy(() -> CALENDAR.due(LocalDateTime.parse("2026-01-05T09:00"), -1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static LocalDateTime workingMorning(Random random) {
    LocalDate day = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(300));
    return (CALENDAR.isWorkingDay(day) ? day : CALENDAR.next(day)).atTime(9, 0);
  }
}
