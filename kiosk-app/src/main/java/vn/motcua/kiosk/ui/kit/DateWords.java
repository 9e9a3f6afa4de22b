package vn.motcua.kiosk.ui.kit;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Dates and times as people say them. */
public final class DateWords {
  private static final List<String> WEEKDAYS =
      List.of("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật");
  private static final DateTimeFormatter VI_DAY = DateTimeFormatter.ofPattern("dd/MM", Locale.ROOT);
  private static final DateTimeFormatter VI_DATE =
      DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter EN_WEEKDAY =
      DateTimeFormatter.ofPattern("EEEE", Locale.UK);
  private static final DateTimeFormatter EN_DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);
  private static final DateTimeFormatter EN_DATE =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

  private final boolean vietnamese;

  /**
   * @param language English for {@code en}, Vietnamese for everything else
   */
  public DateWords(Locale language) {
    this.vietnamese = !language.getLanguage().equals("en");
  }

  /** Whether it speaks Vietnamese. */
  public boolean vietnamese() {
    return vietnamese;
  }

  /** "thứ Năm" or "Thursday". */
  public String weekday(LocalDate date) {
    return vietnamese ? weekday(date.getDayOfWeek()) : EN_WEEKDAY.format(date);
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

  private static String weekday(DayOfWeek day) {
    return WEEKDAYS.get(day.getValue() - 1);
  }
}
