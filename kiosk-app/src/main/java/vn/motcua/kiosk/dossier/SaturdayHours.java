package vn.motcua.kiosk.dossier;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * When a counter is open on Saturdays (QĐ 14/2010/QĐ-TTg: the morning), for as long as the locality
 * keeps it so.
 *
 * @param from the first day on which this holds
 * @param to the last
 * @param opens when the counter opens
 * @param closes when it closes
 * @param sameDayUntil what comes up to this minute is done the same day if it has no longer limit
 * @param source the decision that says so
 */
public record SaturdayHours(
    LocalDate from,
    LocalDate to,
    LocalTime opens,
    LocalTime closes,
    LocalTime sameDayUntil,
    String source) {
  public SaturdayHours {
    if (to.isBefore(from) || !opens.isBefore(closes) || sameDayUntil.isAfter(closes)) {
      throw new IllegalArgumentException("Saturday hours out of order");
    }
  }

  boolean holds(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  /**
   * Reads {@code saturdays} of the file of office hours; none if it says nothing of them.
   *
   * @throws IllegalArgumentException naming what is wrong with it
   */
  public static List<SaturdayHours> read(String json) {
    JsonNode root = Json.object(json);
    List<SaturdayHours> all = new ArrayList<>();
    if (root.has("saturdays")) {
      for (JsonNode node : Json.list(root, "saturdays")) {
        all.add(
            new SaturdayHours(
                Json.date(node, "from"),
                Json.date(node, "to"),
                Json.time(node, "opens"),
                Json.time(node, "closes"),
                Json.time(node, "sameDayUntil"),
                Json.text(node, "source")));
      }
    }
    return all;
  }

  static void checkApart(List<SaturdayHours> rules) {
    for (int i = 0; i < rules.size(); i++) {
      for (SaturdayHours other : rules.subList(i + 1, rules.size())) {
        if (rules.get(i).holds(other.from()) || other.holds(rules.get(i).from())) {
          throw new IllegalArgumentException("two rules for the Saturday of " + other.from());
        }
      }
    }
  }
}
