package vn.motcua.kiosk.dossier;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The clock that runs only while the office is open on a working day. A whole working day is eight
 * hours of it, as the engines in use count ("days × 8 h"): an office that is open for seven and a
 * half hours loses nobody half an hour a day.
 */
final class OfficeClock {
  private final WorkingCalendar calendar;
  private final OfficeHours hours;
  private final long morning;
  private final long whole;

  OfficeClock(WorkingCalendar calendar) {
    this.calendar = calendar;
    hours = calendar.hours();
    morning = seconds(hours.opens(), hours.noon());
    whole = morning + seconds(hours.afternoon(), hours.closes());
  }

  /** When a dossier received at {@code received} with a limit of {@code limit} hours is due. */
  DueDate due(LocalDateTime received, int limit) {
    // Rounded up: nobody's last second is lost to a division.
    long wanted = Math.ceilDiv(limit * whole, TimeLimit.HOURS_A_DAY);
    LocalDateTime at = after(received, wanted);
    return made(received.toLocalDate(), List.of(), received.toLocalDate(), at);
  }

  DueDate resume(DueDate due, LocalDateTime paused, LocalDateTime resumed, String why) {
    if (due.at().isBefore(paused) || resumed.isBefore(paused)) {
      return due;
    }
    LocalDate stop = paused.toLocalDate();
    List<DueDate.Day> days = new ArrayList<>();
    due.days().stream().filter(day -> !day.date().isAfter(stop)).forEach(days::add);
    days.addAll(calendar.standing(stop, resumed.toLocalDate(), why));
    LocalDate last = resumed.toLocalDate().isAfter(stop) ? resumed.toLocalDate() : stop;
    return made(stop, days, last, after(resumed, between(paused, due.at())));
  }

  private DueDate made(
      LocalDate begin, List<DueDate.Day> before, LocalDate last, LocalDateTime at) {
    List<DueDate.Day> days = new ArrayList<>(before);
    days.addAll(calendar.days(last.plusDays(1), at.toLocalDate()));
    return new DueDate(at, days, calendar.provisional(begin, at.toLocalDate()));
  }

  /** Office time from {@code from} to {@code to} in seconds; 0 if there is none. */
  long between(LocalDateTime from, LocalDateTime to) {
    long sum = 0;
    LocalDate day = from.toLocalDate();
    for (; !day.isAfter(to.toLocalDate()); day = day.plusDays(1)) {
      if (calendar.isWorkingDay(day)) {
        long begun = day.equals(from.toLocalDate()) ? passed(from.toLocalTime()) : 0;
        long ended = day.equals(to.toLocalDate()) ? passed(to.toLocalTime()) : whole;
        sum += Math.max(0, ended - begun);
      }
    }
    return sum;
  }

  /** The moment at which {@code wanted} seconds of office time have passed, to the next minute. */
  private LocalDateTime after(LocalDateTime start, long wanted) {
    LocalDate day = start.toLocalDate();
    long begun = passed(start.toLocalTime());
    if (!calendar.isWorkingDay(day) || begun == whole) {
      day = calendar.next(day);
      begun = 0;
    }
    long left = wanted;
    while (left > whole - begun) {
      left -= whole - begun;
      begun = 0;
      day = calendar.next(day);
    }
    LocalDateTime at = day.atTime(moment(begun + left));
    LocalDateTime minute = at.truncatedTo(ChronoUnit.MINUTES);
    return minute.equals(at) ? at : minute.plusMinutes(1);
  }

  private long passed(LocalTime time) {
    long before = Math.clamp(Duration.between(hours.opens(), time).toSeconds(), 0, morning);
    long after =
        Math.clamp(Duration.between(hours.afternoon(), time).toSeconds(), 0, whole - morning);
    return before + after;
  }

  private LocalTime moment(long passed) {
    return passed <= morning
        ? hours.opens().plusSeconds(passed)
        : hours.afternoon().plusSeconds(passed - morning);
  }

  private static long seconds(LocalTime from, LocalTime to) {
    return Duration.between(from, to).toSeconds();
  }
}
