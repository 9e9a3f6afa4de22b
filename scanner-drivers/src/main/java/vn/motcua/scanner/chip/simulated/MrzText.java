package vn.motcua.scanner.chip.simulated;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import vn.motcua.scanner.chip.AccessKeys;

/** Writes machine readable zones (ICAO 9303-3 and -5). */
final class MrzText {
  private static final DateTimeFormatter SIX = DateTimeFormatter.ofPattern("uuMMdd");

  private MrzText() {}

  static String date(LocalDate date) {
    return SIX.format(date);
  }

  /** Letters without diacritics, anything else becomes a filler. */
  static String letters(String text) {
    return Normalizer.normalize(text.replace('đ', 'd').replace('Đ', 'D'), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replaceAll("['’]", "")
        .toUpperCase(Locale.ROOT)
        .replaceAll("[^A-Z]+", "<");
  }

  static char check(String text) {
    int sum = 0;
    for (int i = 0; i < text.length(); i++) {
      sum += Math.max(0, Character.digit(text.charAt(i), 36)) * new int[] {7, 3, 1}[i % 3];
    }
    return Character.forDigit(sum % 10, 10);
  }

  static String checked(String text) {
    return text + check(text);
  }

  static String fill(String text, int width) {
    return (text + "<".repeat(width)).substring(0, width);
  }

  /** What the keys of PACE-MRZ and BAC are made of (ICAO 9303-11 §9.7.2). */
  static String key(AccessKeys.MrzKey key) {
    return checked(fill(key.documentNumber(), 9))
        + checked(date(key.birth()))
        + checked(date(key.expiry()));
  }
}
