package vn.motcua.kiosk.ui.kit;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;

/** Dates and times as people say them. */
public final class DateWords {
  private static final DateTimeFormatter VI_DAY = DateTimeFormatter.ofPattern("dd/MM", Locale.ROOT);
  private static final DateTimeFormatter VI_DATE =
      DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter EN_DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);
  private static final DateTimeFormatter EN_DATE =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

  private final boolean vietnamese;
  private final Function<DayOfWeek, String> weekdays;

  /**
   * @param language English for {@code en}, the Vietnamese order for everything else
   * @param weekdays what the days of the week are called
   */
  DateWords(Locale language, Function<DayOfWeek, String> weekdays) {
    this.vietnamese = !language.getLanguage().equals("en");
    this.weekdays = weekdays;
  }

  /** Whether it speaks Vietnamese. */
  public boolean vietnamese() {
    return vietnamese;
  }

  /** "thứ Năm" or "Thursday". */
  public String weekday(LocalDate date) {
    return weekdays.apply(date.getDayOfWeek());
  }

  /** "26/11" or "26 November". */
  public String day(LocalDate date) {
    return vietnamese ? VI_DAY.format(date) : EN_DAY.format(date);
  }

  /** "26/11/2026" or "26 November 2026". */
  public String date(LocalDate date) {
    return vietnamese ? VI_DATE.format(date) : EN_DATE.format(date);
  }

  /** "thứ Năm, 26/11" or "Thursday, 26 November". */
  public String weekdayDay(LocalDate date) {
    return weekday(date) + ", " + day(date);
  }

  /** "thứ Năm 26/11" or "Thursday 26 November": inside a sentence with commas of its own. */
  public String weekdayAndDay(LocalDate date) {
    return weekday(date) + " " + day(date);
  }

  /** "Thứ Năm, 26/11/2026" or "Thursday, 26 November 2026". */
  public String full(LocalDate date) {
    return sentence(weekday(date)) + ", " + date(date);
  }

  /** "08:42". */
  public String clock(LocalTime time) {
    return CLOCK.format(time);
  }

  /** With a capital first letter, as at the beginning of a sentence. */
  public static String sentence(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
