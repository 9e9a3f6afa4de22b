package vn.motcua.kiosk.dossier;

import java.time.LocalTime;
import tools.jackson.databind.JsonNode;

/**
 * When the office is open on a working day.
 *
 * @param opens in the morning
 * @param noon when the morning ends
 * @param afternoon when the afternoon begins
 * @param closes in the evening
 * @param sameDayUntil what is received up to this minute is done the same day if it has no longer
 *     limit
 */
public record OfficeHours(
    LocalTime opens,
    LocalTime noon,
    LocalTime afternoon,
    LocalTime closes,
    LocalTime sameDayUntil) {
  public OfficeHours {
    if (!opens.isBefore(noon)
        || afternoon.isBefore(noon)
        || !afternoon.isBefore(closes)
        || sameDayUntil.isAfter(closes)) {
      throw new IllegalArgumentException("office hours out of order");
    }
  }

  /**
   * Reads the text of a file.
   *
   * @throws IllegalArgumentException naming what is wrong with it
   */
  public static OfficeHours read(String json) {
    JsonNode root = Json.object(json);
    return new OfficeHours(
        Json.time(root, "opens"),
        Json.time(root, "noon"),
        Json.time(root, "afternoon"),
        Json.time(root, "closes"),
        Json.time(root, "sameDayUntil"));
  }
}
