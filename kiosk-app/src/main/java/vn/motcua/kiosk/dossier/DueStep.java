package vn.motcua.kiosk.dossier;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** One step on the way to a due date, in the order in which a person would count. */
public sealed interface DueStep {
  /**
   * The day of reception, from which is counted but which does not count (BLDS 2015 Điều 147).
   *
   * @param at when the dossier was received
   */
  record Received(LocalDateTime at) implements DueStep {}

  /**
   * Working days that count.
   *
   * @param first the first
   * @param last the last; the same day if it is one
   * @param days how many
   * @param sum how many have counted up to here
   */
  record Counted(LocalDate first, LocalDate last, int days, int sum) implements DueStep {}

  /**
   * Days that do not count.
   *
   * @param first the first
   * @param last the last; the same day if it is one
   * @param why the holiday or the reason; empty for a plain weekend
   */
  record Skipped(LocalDate first, LocalDate last, String why) implements DueStep {}

  /**
   * The end of the way.
   *
   * @param at the hour by which the dossier is due
   * @param provisional "tạm tính": it leads through a year that is not settled
   */
  record Due(LocalDateTime at, boolean provisional) implements DueStep {}

  /** The steps from {@code received} to {@code due}. */
  static List<DueStep> of(LocalDateTime received, DueDate due) {
    List<DueStep> steps = new ArrayList<>();
    steps.add(new Received(received));
    List<DueDate.Day> days = due.days();
    int sum = 0;
    int at = 0;
    while (at < days.size()) {
      DueDate.Day first = days.get(at);
      int end = at + 1;
      while (end < days.size() && alike(first, days.get(end))) {
        end++;
      }
      LocalDate last = days.get(end - 1).date();
      if (first.counted()) {
        sum += end - at;
        steps.add(new Counted(first.date(), last, end - at, sum));
      } else {
        steps.add(new Skipped(first.date(), last, first.note()));
      }
      at = end;
    }
    steps.add(new Due(due.at(), due.provisional()));
    return steps;
  }

  private static boolean alike(DueDate.Day one, DueDate.Day other) {
    return one.counted() == other.counted() && (one.counted() || one.note().equals(other.note()));
  }
}
