package vn.motcua.kiosk.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * One year of the calendar as its dated file gives it.
 *
 * @param year the year
 * @param confirmed false as long as the government has not settled its holidays
 * @param revised the day of the file
 * @param days the special days, all of that year
 * @param proposed what was only proposed when the file was made: told to technicians, never counted
 */
public record CalendarYear(
    int year,
    boolean confirmed,
    LocalDate revised,
    List<SpecialDay> days,
    List<SpecialDay> proposed) {
  public CalendarYear {
    days = List.copyOf(days);
    proposed = List.copyOf(proposed);
    for (SpecialDay day : days) {
      if (day.date().getYear() != year) {
        throw new IllegalArgumentException(day.date() + " is not in " + year);
      }
    }
  }

  /** A year in which nothing is merely proposed. */
  public CalendarYear(int year, boolean confirmed, LocalDate revised, List<SpecialDay> days) {
    this(year, confirmed, revised, days, List.of());
  }

  /**
   * Reads the text of a file.
   *
   * @throws IllegalArgumentException naming what is wrong with it
   */
  public static CalendarYear read(String json) {
    JsonNode root = Json.object(json);
    List<SpecialDay> days = days(Json.list(root, "days"));
    return new CalendarYear(
        Json.whole(root, "year"),
        Json.yes(root, "confirmed"),
        Json.date(root, "revised"),
        days,
        root.has("proposed") ? days(Json.list(root, "proposed")) : List.of());
  }

  private static List<SpecialDay> days(List<JsonNode> nodes) {
    List<SpecialDay> days = new ArrayList<>();
    for (JsonNode day : nodes) {
      days.add(
          new SpecialDay(
              Json.date(day, "date"),
              Json.choice(day, "kind", SpecialDay.Kind.class),
              Json.text(day, "name"),
              Json.text(day, "source")));
    }
    return days;
  }
}
