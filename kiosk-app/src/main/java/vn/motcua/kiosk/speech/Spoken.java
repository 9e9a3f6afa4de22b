package vn.motcua.kiosk.speech;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One sentence to be spoken: the words for the caption and for an engine that reads, and what a
 * grammar needs to compose the same of recordings.
 *
 * @param words the sentence in the language of the screen
 * @param key of the sentence in a grammar; empty if it is free text
 * @param slots what stands in the sentence, by the names that grammars use: {@code count}, {@code
 *     weekday} (1 is Monday), {@code day}, {@code month}, {@code you}…
 */
public record Spoken(String words, String key, Map<String, String> slots) {
  public Spoken {
    slots = Collections.unmodifiableMap(new LinkedHashMap<>(slots));
  }

  /** A sentence that a grammar may know. */
  public static Spoken of(String key, String words) {
    return new Spoken(words, key, Map.of());
  }

  /** Words that no recording has: a reason, a name. */
  public static Spoken free(String words) {
    return new Spoken(words, "", Map.of());
  }

  /** The same with a slot filled. */
  public Spoken with(String slot, String value) {
    Map<String, String> more = new LinkedHashMap<>(slots);
    more.put(slot, value);
    return new Spoken(words, key, more);
  }

  /** The same with a number. */
  public Spoken with(String slot, long number) {
    return with(slot, String.valueOf(number));
  }

  /** The same with a day: fills {@code weekday}, {@code day} and {@code month}. */
  public Spoken on(LocalDate date) {
    return on("", date);
  }

  /** The same with one of several days: {@code from.weekday}, {@code from.day}… */
  public Spoken on(String prefix, LocalDate date) {
    return with(prefix + "weekday", date.getDayOfWeek().getValue())
        .with(prefix + "day", date.getDayOfMonth())
        .with(prefix + "month", date.getMonthValue());
  }

  /** The same with a time of day: fills {@code time} with {@code hhmm}. */
  public Spoken at(LocalTime time) {
    return with("time", String.format(Locale.ROOT, "%02d%02d", time.getHour(), time.getMinute()));
  }

  /** The same with several weekdays: fills {@code weekdays}. */
  public Spoken weekdays(List<LocalDate> dates) {
    return with(
        "weekdays",
        dates.stream()
            .map(date -> String.valueOf(date.getDayOfWeek().getValue()))
            .collect(Collectors.joining(" ")));
  }

  /**
   * The same with Vietnamese words as grammars write them: {@code Ông/bà} becomes {@code ong-ba}.
   */
  public Spoken named(String slot, String vietnamese) {
    return with(slot, plain(vietnamese));
  }

  /** Lower case without accents, words joined by hyphens. */
  static String plain(String vietnamese) {
    return Normalizer.normalize(vietnamese.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replace('đ', 'd')
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
  }

  /** Never the words: they may tell of a person. */
  @Override
  public String toString() {
    return "Spoken[" + key + "]";
  }
}
