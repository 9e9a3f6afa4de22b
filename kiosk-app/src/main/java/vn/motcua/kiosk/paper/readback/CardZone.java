package vn.motcua.kiosk.paper.readback;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The machine readable zone on the back of the citizen card (TD1, ICAO 9303-5 §4.2), read from a
 * copy. Tesseract miscounts the fillers, so the zone is put together from its fields and proved by
 * its check digits.
 *
 * @param number all twelve digits
 * @param birth date of birth
 * @param sex {@code Nam}, {@code Nữ}, or empty
 * @param expires the last day, or nothing for a card without end
 * @param name without diacritics, family name first; empty if its line was not found
 * @param agrees whether all check digits fit, and the two writings of the number each other
 * @param tokens of the first two lines
 * @param nameTokens of the third
 */
record CardZone(
    String number,
    LocalDate birth,
    String sex,
    Optional<LocalDate> expires,
    String name,
    boolean agrees,
    List<Token> tokens,
    List<Token> nameTokens) {
  /** The kind of paper that has such a zone. */
  static final String KIND = "can-cuoc";

  private static final String NO_EXPIRY = "991231";
  private static final String D = "[0-9OQDoIlLZSGBiq|]";

  /** The letters of IDVNM, then document number, its check digit, the number, filler. */
  private static final Pattern FIRST =
      Pattern.compile(
          "[IL1l|]D?[VY]NM(" + D + "{9})(" + D + ")(" + D + "{12})[^0-9]{0,4}(" + D + ")?.*");

  private static final Pattern SECOND =
      Pattern.compile(
          "(" + D + "{6})(" + D + ")([MFNWH<])(" + D + "{6})(" + D + ")VNM[^0-9]*(" + D + ")?.*");

  private static final Pattern NAMES = Pattern.compile("[A-Z]{1,20}<.*<.*");

  /** Finds the zone among the rows of a page; the first row of it must be readable. */
  static Optional<CardZone> find(List<Row> rows) {
    for (int i = 0; i + 1 < rows.size(); i++) {
      Matcher first = FIRST.matcher(zone(rows.get(i)));
      if (!first.matches()) {
        continue;
      }
      // A stray row between the lines is noise.
      for (int j = i + 1; j < Math.min(i + 3, rows.size()); j++) {
        Matcher second = SECOND.matcher(zone(rows.get(j)));
        if (second.matches()) {
          Optional<CardZone> read = read(first, second, rows, i, j);
          if (read.isPresent()) {
            return read;
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<CardZone> read(
      Matcher first, Matcher second, List<Row> rows, int one, int two) {
    String document = Digits.mend(first.group(1));
    String documentCheck = Digits.mend(first.group(2));
    String number = Digits.mend(first.group(3));
    String birth = Digits.mend(second.group(1));
    String birthCheck = Digits.mend(second.group(2));
    String expiry = Digits.mend(second.group(4));
    String expiryCheck = Digits.mend(second.group(5));
    String extra = first.group(4) == null ? "" : Digits.mend(first.group(4));
    String whole = second.group(6) == null ? "" : Digits.mend(second.group(6));
    String composite =
        document
            + documentCheck
            + number
            + "<<"
            + extra
            + birth
            + birthCheck
            + expiry
            + expiryCheck
            + "<".repeat(11);
    boolean agrees =
        fits(document, documentCheck)
            && fits(birth, birthCheck)
            && fits(expiry, expiryCheck)
            && number.endsWith(document)
            && (whole.isEmpty() || extra.isEmpty() || fits(composite, whole));
    String sex =
        switch (second.group(3)) {
          case "M", "N", "W", "H" -> "Nam";
          case "F" -> "Nữ";
          default -> "";
        };
    try {
      LocalDate born = date(birth, 1900 + 100 * ((number.charAt(3) - '0') / 2));
      Optional<LocalDate> last =
          expiry.equals(NO_EXPIRY) ? Optional.empty() : Optional.of(date(expiry, 2000));
      List<Token> tokens = new ArrayList<>(rows.get(one).tokens());
      tokens.addAll(rows.get(two).tokens());
      String name = "";
      List<Token> nameTokens = List.of();
      if (two + 1 < rows.size()) {
        String third = zone(rows.get(two + 1));
        if (NAMES.matcher(third).matches()) {
          name = name(third);
          nameTokens = rows.get(two + 1).tokens();
        }
      }
      boolean plausible =
          agrees && NumberStructure.fits(number, Optional.of(born.toString()), woman(sex));
      return Optional.of(
          new CardZone(number, born, sex, last, name, plausible, tokens, nameTokens));
    } catch (DateTimeException impossible) {
      return Optional.empty();
    }
  }

  private static Optional<Boolean> woman(String sex) {
    return sex.isEmpty() ? Optional.empty() : Optional.of(sex.equals("Nữ"));
  }

  /** The row as a line of a zone: no blanks, fillers as fillers. */
  private static String zone(Row row) {
    StringBuilder line = new StringBuilder();
    for (Token token : row.tokens()) {
      if (line.length() + token.text().length() > 60) {
        break;
      }
      line.append(token.text());
    }
    return line.toString().replaceAll("[«‹≤]", "<").replaceAll("[^A-Za-z0-9<|]", "").strip();
  }

  private static LocalDate date(String six, int century) {
    return LocalDate.of(
        century + Integer.parseInt(six.substring(0, 2)),
        Integer.parseInt(six.substring(2, 4)),
        Integer.parseInt(six.substring(4)));
  }

  /** Fillers at the end come out as K, C, E or L: whatever follows a double filler there. */
  private static String name(String line) {
    String[] halves = line.split("<<+", -1);
    String given = halves.length > 1 ? halves[1] : "";
    return (halves[0] + " " + given).replaceAll("<+", " ").strip();
  }

  private static boolean fits(String text, String digit) {
    int sum = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int value = c == '<' ? 0 : c - '0';
      sum += value * (i % 3 == 0 ? 7 : i % 3 == 1 ? 3 : 1);
    }
    return digit.equals(Integer.toString(sum % 10));
  }
}
