package vn.motcua.kiosk.paper.readback;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A date in words, without diacritics: "ngay nam thang ba nam hai nghin khong tram hai muoi". */
final class DateWords {
  private static final Map<String, Integer> UNITS =
      Map.ofEntries(
          Map.entry("khong", 0),
          Map.entry("mot", 1),
          Map.entry("hai", 2),
          Map.entry("ba", 3),
          Map.entry("bon", 4),
          Map.entry("tu", 4),
          Map.entry("nam", 5),
          Map.entry("lam", 5),
          Map.entry("sau", 6),
          Map.entry("bay", 7),
          Map.entry("tam", 8),
          Map.entry("chin", 9),
          Map.entry("gieng", 1),
          Map.entry("chap", 12));

  private DateWords() {}

  static Optional<LocalDate> read(String folded) {
    String[] words = folded.replaceAll("[^a-z0-9]+", " ").strip().split(" ");
    int day = index(words, 0, "ngay");
    int month = index(words, day + 1, "thang");
    if (day < 0 || month < 0) {
      return Optional.empty();
    }
    // "nam" is the year and the five: the year's is the one before a thousand.
    int thousand = -1;
    for (int i = month + 2; i < words.length; i++) {
      if (words[i].equals("nghin") || words[i].equals("ngan")) {
        thousand = i;
        break;
      }
    }
    int year = thousand - 2;
    if (year <= month + 1 || !words[year].equals("nam")) {
      return Optional.empty();
    }
    Optional<Integer> d = below100(List.of(words).subList(day + 1, month));
    Optional<Integer> m = below100(List.of(words).subList(month + 1, year));
    Optional<Integer> y = year(words, thousand);
    if (d.isEmpty() || m.isEmpty() || y.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.of(y.get(), m.get(), d.get()));
    } catch (DateTimeException impossible) {
      return Optional.empty();
    }
  }

  private static int index(String[] words, int from, String word) {
    for (int i = Math.max(0, from); i < words.length; i++) {
      if (words[i].equals(word)) {
        return i;
      }
    }
    return -1;
  }

  /** hai nghìn không trăm hai mươi; một nghìn chín trăm chín mươi tám; hai nghìn lẻ năm. */
  private static Optional<Integer> year(String[] words, int thousand) {
    Integer thousands = UNITS.get(words[thousand - 1]);
    if (thousands == null || thousands < 1 || thousands > 2) {
      return Optional.empty();
    }
    int rest = thousand + 1;
    int value = thousands * 1000;
    if (rest + 1 < words.length && words[rest + 1].equals("tram")) {
      Integer hundreds = UNITS.get(words[rest]);
      if (hundreds == null || hundreds > 9) {
        return Optional.empty();
      }
      value += hundreds * 100;
      rest += 2;
    }
    List<String> tail = new ArrayList<>();
    for (int i = rest; i < words.length && isNumber(words[i]); i++) {
      tail.add(words[i]);
    }
    if (tail.isEmpty()) {
      return Optional.of(value);
    }
    int hundredsValue = value;
    return below100(tail).map(more -> hundredsValue + more);
  }

  private static boolean isNumber(String word) {
    return UNITS.containsKey(word)
        || word.equals("muoi")
        || word.equals("le")
        || word.equals("linh");
  }

  /** ba; mười hai; hai mươi; hai mươi mốt; ba mốt; lẻ năm; mùng năm. */
  private static Optional<Integer> below100(List<String> words) {
    List<String> own = new ArrayList<>(words);
    if (!own.isEmpty() && List.of("mung", "mong", "le", "linh").contains(own.getFirst())) {
      own.removeFirst();
    }
    int value = 0;
    boolean tens = false;
    for (String word : own) {
      Integer unit = UNITS.get(word);
      if (word.equals("muoi")) {
        value = value == 0 ? 10 : value * 10;
        tens = true;
      } else if (unit == null) {
        return Optional.empty();
      } else if (value == 0) {
        value = unit;
      } else if (tens || value < 10) {
        value = tens ? value + unit : value * 10 + unit;
      }
    }
    return value > 0 && value < 100 ? Optional.of(value) : Optional.empty();
  }
}
