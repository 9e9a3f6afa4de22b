package vn.motcua.kiosk.dossier;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which days are worked on, and when a dossier is due. Made from dated data ({@link CalendarYear}),
 * not from code.
 *
 * <p>In a year that the data do not cover, Mondays to Fridays count; what is computed with it is
 * marked as provisional.
 */
public final class WorkingCalendar {
  /** A wrong figure in a file must not run a loop for ever. */
  private static final int MOST_DAYS = TimeLimit.MOST_DAYS;

  /** Stands beside the due day of what is owed the same day and came too late for that. */
  public static final String SAME_DAY = "nhận sau giờ, làm xong trong ngày này";

  /** Stands beside the day that counts as the day of reception of what came after hours. */
  public static final String AFTER_HOURS = "nhận ngoài giờ";

  private final Map<Integer, CalendarYear> years = new TreeMap<>();
  private final Map<LocalDate, SpecialDay> special = new HashMap<>();
  private final List<SaturdayHours> saturdays;
  private final OfficeHours hours;

  /**
   * @param years each year at most once
   * @param hours when the office is open
   */
  public WorkingCalendar(Collection<CalendarYear> years, OfficeHours hours) {
    this(years, hours, List.of());
  }

  /**
   * @param years each year at most once
   * @param hours when the office is open
   * @param saturdays when it is open on Saturdays too; the periods must not overlap
   */
  public WorkingCalendar(
      Collection<CalendarYear> years, OfficeHours hours, List<SaturdayHours> saturdays) {
    this.hours = hours;
    this.saturdays = List.copyOf(saturdays);
    SaturdayHours.checkApart(saturdays);
    for (CalendarYear year : years) {
      if (this.years.put(year.year(), year) != null) {
        throw new IllegalArgumentException("the year " + year.year() + " stands twice");
      }
      for (SpecialDay day : year.days()) {
        if (special.put(day.date(), day) != null) {
          throw new IllegalArgumentException(day.date() + " stands twice");
        }
      }
    }
  }

  /** The hours of the office. */
  public OfficeHours hours() {
    return hours;
  }

  /** Whether the office works on that day. */
  public boolean isWorkingDay(LocalDate date) {
    SpecialDay day = special.get(date);
    if (day != null) {
      return day.kind().worked();
    }
    DayOfWeek weekday = date.getDayOfWeek();
    return weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY;
  }

  /**
   * The hours of a Saturday on which the counter is open although it is no working day. Such a day
   * receives dossiers (and does those of the same day), but it counts towards no time limit.
   */
  public Optional<SaturdayHours> halfSaturday(LocalDate date) {
    if (date.getDayOfWeek() != DayOfWeek.SATURDAY || special.containsKey(date)) {
      return Optional.empty();
    }
    return saturdays.stream().filter(rule -> rule.holds(date)).findFirst();
  }

  /** Days off that somebody has proposed and nobody decided: they do not count as days off. */
  public List<SpecialDay> proposals() {
    return years.values().stream().flatMap(year -> year.proposed().stream()).toList();
  }

  /** Whether the days of that year are settled. */
  public boolean isConfirmed(int year) {
    CalendarYear known = years.get(year);
    return known != null && known.confirmed();
  }

  /** The days from {@code first} to {@code last}, both included; empty if last is before first. */
  public List<DueDate.Day> days(LocalDate first, LocalDate last) {
    List<DueDate.Day> days = new ArrayList<>();
    for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
      days.add(day(date));
    }
    return days;
  }

  /**
   * When a dossier received at {@code received} with a limit of {@code workingDays} is due. The day
   * of reception is not counted (BLDS 2015 Điều 147); what comes after office hours counts as
   * received on the next working day; 0 days = the same day, or the next working day if received
   * after 15:00.
   *
   * @throws IllegalArgumentException if {@code workingDays} is negative or beyond all reason
   */
  public DueDate due(LocalDateTime received, int workingDays) {
    return count(received.toLocalDate(), List.of(), received, workingDays, AFTER_HOURS);
  }

  /** When a dossier received at {@code received} is due, whatever its limit is counted in. */
  public DueDate due(LocalDateTime received, TimeLimit limit) {
    return switch (limit) {
      case TimeLimit.Days days -> due(received, days.days());
      case TimeLimit.Hours more -> officeClock().due(received, more.hours());
    };
  }

  /**
   * The due date of a dossier whose clock stood still, whatever its limit is counted in; of one
   * that is counted in hours the office time that was left is added to the minute.
   *
   * @see #resume(DueDate, LocalDateTime, LocalDateTime, String)
   */
  public DueDate resume(
      DueDate due, LocalDateTime paused, LocalDateTime resumed, String why, TimeLimit limit) {
    return switch (limit) {
      case TimeLimit.Days days -> resume(due, paused, resumed, why);
      case TimeLimit.Hours more -> officeClock().resume(due, paused, resumed, why);
    };
  }

  private OfficeClock officeClock() {
    return new OfficeClock(this);
  }

  /**
   * A due date that staff have set themselves (form 04), with the days that lead there.
   *
   * @param received when the dossier was received
   * @param date the new day
   */
  public DueDate until(LocalDateTime received, LocalDate date) {
    List<DueDate.Day> days = days(received.toLocalDate().plusDays(1), date);
    return new DueDate(
        date.atTime(hours.closes()), days, provisional(received.toLocalDate(), date));
  }

  /**
   * The due date of a dossier whose clock stood still. What was left when it stopped is added from
   * the day on which it goes on, and that day itself is not counted, as with a reception. A dossier
   * that was already late stays due when it was.
   *
   * @param due the due date before the pause
   * @param paused when the clock stopped
   * @param resumed when it goes on; not before {@code paused}
   * @param why what stands beside the days of the pause
   */
  public DueDate resume(DueDate due, LocalDateTime paused, LocalDateTime resumed, String why) {
    LocalDate stop = paused.toLocalDate();
    // What stood still while the office was closed took nothing from anybody.
    if (due.at().isBefore(paused) || officeClock().between(paused, resumed) == 0) {
      return due;
    }
    List<DueDate.Day> before =
        due.days().stream().filter(day -> !day.date().isAfter(stop)).toList();
    int left =
        (int) due.days().stream().filter(day -> day.counted() && day.date().isAfter(stop)).count();
    List<DueDate.Day> days = new ArrayList<>(before);
    days.addAll(standing(stop, resumed.toLocalDate(), why));
    LocalDateTime from = resumed.isBefore(paused) ? paused : resumed;
    return count(stop, days, from, left, why);
  }

  /** The days of a pause after the day on which it began: none of them counts. */
  List<DueDate.Day> standing(LocalDate stop, LocalDate resumed, String why) {
    List<DueDate.Day> days = new ArrayList<>();
    for (DueDate.Day plain : days(stop.plusDays(1), resumed)) {
      days.add(plain.counted() ? new DueDate.Day(plain.date(), false, why) : plain);
    }
    return days;
  }

  /** The first working day after {@code date}. */
  public LocalDate next(LocalDate date) {
    for (int i = 1; i <= MOST_DAYS; i++) {
      if (isWorkingDay(date.plusDays(i))) {
        return date.plusDays(i);
      }
    }
    throw new IllegalStateException("the calendar has no working day after " + date);
  }

  private DueDate count(
      LocalDate begin,
      List<DueDate.Day> before,
      LocalDateTime start,
      int workingDays,
      String lateStart) {
    if (workingDays < 0 || workingDays > MOST_DAYS) {
      throw new IllegalArgumentException("working days: " + workingDays);
    }
    List<DueDate.Day> days = new ArrayList<>(before);
    LocalDate from = start.toLocalDate();
    Optional<SaturdayHours> saturday = halfSaturday(from);
    LocalTime until = saturday.map(SaturdayHours::closes).orElse(hours.closes());
    if (workingDays == 0) {
      until = saturday.map(SaturdayHours::sameDayUntil).orElse(hours.sameDayUntil());
    }
    boolean open = isWorkingDay(from) || saturday.isPresent();
    boolean sameDay = open && !start.toLocalTime().isAfter(until);
    LocalDate at = from;
    int left = workingDays;
    if (!sameDay) {
      at = next(from);
      // It is the day of reception, or for what is owed the same day the due day itself: no day
      // that the
      // limit has counted, or a later pause would give it a second time.
      String note = workingDays == 0 ? SAME_DAY : lateStart;
      for (DueDate.Day day : days(from.plusDays(1), at)) {
        days.add(day.date().equals(at) ? new DueDate.Day(at, false, note) : day);
      }
    }
    while (left > 0) {
      at = at.plusDays(1);
      DueDate.Day day = day(at);
      days.add(day);
      if (day.counted()) {
        left--;
      }
    }
    LocalTime end = halfSaturday(at).map(SaturdayHours::closes).orElse(hours.closes());
    return new DueDate(at.atTime(end), days, provisional(begin, at));
  }

  private DueDate.Day day(LocalDate date) {
    @Nullable SpecialDay day = special.get(date);
    return new DueDate.Day(
        date, isWorkingDay(date), Optional.ofNullable(day).map(SpecialDay::note).orElse(""));
  }

  /**
   * Whether the way from {@code first} to {@code last} leads through a year that is not settled.
   */
  boolean provisional(LocalDate first, LocalDate last) {
    for (int year = first.getYear(); year <= last.getYear(); year++) {
      if (!isConfirmed(year)) {
        return true;
      }
    }
    return false;
  }
}
