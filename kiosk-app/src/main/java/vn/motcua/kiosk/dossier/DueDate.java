package vn.motcua.kiosk.dossier;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * When a dossier is due, and why.
 *
 * @param at end of the office hours of the day, or the hour for same-day procedures
 * @param days every day from the day after reception to the due day, in order
 * @param provisional true if it reaches beyond the last confirmed year of the calendar ("tạm tính")
 */
public record DueDate(LocalDateTime at, List<Day> days, boolean provisional) {
  public DueDate {
    days = List.copyOf(days);
  }

  /**
   * One day on the way.
   *
   * @param date the day
   * @param counted whether it counts as a working day
   * @param note the name of the holiday or the reason; empty for plain weekdays and weekends
   */
  public record Day(LocalDate date, boolean counted, String note) {}

  /** The due day. */
  public LocalDate date() {
    return at.toLocalDate();
  }

  /** How many working days it has. */
  public int workingDays() {
    return (int) days.stream().filter(Day::counted).count();
  }

  /** How a person would count it, step by step. */
  public List<DueStep> steps(LocalDateTime received) {
    return DueStep.of(received, this);
  }
}
