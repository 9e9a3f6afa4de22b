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
 */
public record CalendarYear(int year, boolean confirmed, LocalDate revised, List<SpecialDay> days) {
  public CalendarYear {
    days = List.copyOf(days);
    for (SpecialDay day : days) {
      if (day.date().getYear() != year) {
        throw new IllegalArgumentException(day.date() + " is not in " + year);
      }
    }
  }

  /**
   * Reads the text of a file.
   *
   * @throws IllegalArgumentException naming what is wrong with it
   */
  public static CalendarYear read(String json) {
    JsonNode root = Json.object(json);
    List<SpecialDay> days = new ArrayList<>();
    for (JsonNode day : Json.list(root, "days")) {
      days.add(
          new SpecialDay(
              Json.date(day, "date"),
              SpecialDay.Kind.valueOf(Json.text(day, "kind")),
              Json.text(day, "name"),
              Json.text(day, "source")));
    }
    return new CalendarYear(
        Json.whole(root, "year"), Json.yes(root, "confirmed"), Json.date(root, "revised"), days);
  }
}
