package vn.motcua.kiosk.dossier;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The code of a dossier, in the layout of TT 01/2018 Điều 19 ({@code 000.00.01.H48-241115-0003}) or
 * TT 03/2025/TT-VPCP Điều 13 ({@code H48.025.16-261122-0003}), in its strict writing: upper case,
 * dots and hyphens in place, a real date.
 */
public record DossierCode(String value) {
  /** The longest text that is looked at at all. */
  private static final int LONGEST_INPUT = 96;

  /** QĐ 20/2020/QĐ-TTg Điều 4: an agency's electronic id has at most 35 characters. */
  private static final int LONGEST_AGENCY = 35;

  private static final Pattern STRICT =
      Pattern.compile(
          "([0-9]{3}\\.[0-9]{2}\\.[0-9]{2}\\.[A-Y][0-9]{2}|[A-Y][0-9]{2}(?:\\.[0-9A-Z]{1,4})*)"
              + "-([0-9]{6})-([0-9]{4,10})");
  private static final Pattern OLD_AGENCY =
      Pattern.compile("([0-9]{3})([0-9]{2})([0-9]{2})([A-Y][0-9]{2})");
  private static final Pattern NEW_AGENCY =
      Pattern.compile("([A-Y][0-9]{2})(?:([0-9]{3})([0-9]{2})?)?");
  private static final Pattern SEPARATORS = Pattern.compile("[\\s.,;:/_\\p{Pd}\u00b7\u2212]+");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

  /**
   * @throws IllegalArgumentException unless {@code value} is in the strict writing
   */
  public DossierCode {
    if (!isStrict(value)) {
      throw new IllegalArgumentException("not a dossier code");
    }
  }

  /** The code of that agency, day and serial number; the number is padded to four digits. */
  public static DossierCode of(String agency, LocalDate day, int serial) {
    return new DossierCode(
        agency + "-" + DATE.format(day) + "-" + String.format(Locale.ROOT, "%04d", serial));
  }

  /** Reads a code in its strict writing only, as a barcode gives it. */
  public static Optional<DossierCode> strict(String text) {
    return isStrict(text) ? Optional.of(new DossierCode(text)) : Optional.empty();
  }

  /**
   * Reads a code as people type it: lower case, blanks, missing dots or hyphens where only one
   * reading is left, O for 0 inside groups of digits. Empty if it cannot be a code.
   */
  public static Optional<DossierCode> read(String text) {
    if (text.length() > LONGEST_INPUT) {
      return Optional.empty();
    }
    // NFKC turns the wide digits of East Asian keyboards into ASCII.
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    List<String> groups = new ArrayList<>();
    for (String group : SEPARATORS.split(plain)) {
      if (!group.isEmpty()) {
        groups.add(group);
      }
    }
    if (groups.isEmpty()) {
      return Optional.empty();
    }
    return grouped(groups).or(() -> joined(String.join("", groups)));
  }

  /** The day of reception that stands in the code. */
  public LocalDate day() {
    return LocalDate.parse(parts().group(2), DATE);
  }

  /** The agency that gave it out. */
  public String agency() {
    return parts().group(1);
  }

  /** The running number of the day; of a national system with that system's two digits before. */
  public long serial() {
    return Long.parseLong(parts().group(3));
  }

  /** Day and running number, by which people call a dossier: {@code 261126-0003}. */
  public String tail() {
    return parts().group(2) + "-" + parts().group(3);
  }

  private Matcher parts() {
    Matcher parts = STRICT.matcher(value);
    if (!parts.matches()) {
      throw new IllegalStateException("not a dossier code");
    }
    return parts;
  }

  private static boolean isStrict(String text) {
    if (text.length() > LONGEST_INPUT) {
      return false;
    }
    Matcher parts = STRICT.matcher(text);
    return parts.matches() && parts.group(1).length() <= LONGEST_AGENCY && isDate(parts.group(2));
  }

  private static boolean isDate(String sixDigits) {
    try {
      LocalDate.parse(sixDigits, DATE);
      return true;
    } catch (DateTimeParseException notADate) {
      return false;
    }
  }

  /** The separators stand where they belong, whichever they are. */
  private static Optional<DossierCode> grouped(List<String> groups) {
    if (groups.size() < 3) {
      return Optional.empty();
    }
    int last = groups.size() - 1;
    String date = zeros(groups.get(last - 1));
    String serial = zeros(groups.get(last));
    if (date.length() != 6 || serial.length() < 4) {
      return Optional.empty();
    }
    return agency(groups.subList(0, last - 1))
        .flatMap(agency -> strict(agency + "-" + date + "-" + serial));
  }

  private static Optional<String> agency(List<String> groups) {
    List<String> parts = new ArrayList<>();
    for (String group : groups) {
      parts.add(agencyGroup(group));
    }
    String dotted = String.join(".", parts);
    if (strict(dotted + "-000101-0000").isPresent()) {
      return Optional.of(dotted);
    }
    Set<String> readings = agencies(String.join("", groups));
    return readings.size() == 1 ? Optional.of(readings.iterator().next()) : Optional.empty();
  }

  /** A group of digits and O means digits; after a leading letter the rest does. */
  private static String agencyGroup(String group) {
    if (group.matches("[0-9O]+")) {
      return zeros(group);
    }
    return group.matches("[A-Y][0-9O]{2}") ? group.charAt(0) + zeros(group.substring(1)) : group;
  }

  /** Every way in which {@code text} without dots can be an agency. */
  private static Set<String> agencies(String text) {
    Set<String> found = new TreeSet<>();
    Matcher old = OLD_AGENCY.matcher(zeros(text));
    if (old.matches()) {
      found.add(old.group(1) + "." + old.group(2) + "." + old.group(3) + "." + old.group(4));
    }
    Matcher recent = NEW_AGENCY.matcher(text.charAt(0) + zeros(text.substring(1)));
    if (recent.matches()) {
      StringBuilder dotted = new StringBuilder(recent.group(1));
      for (int i = 2; i <= 3; i++) {
        String group = recent.group(i);
        if (group != null) {
          dotted.append('.').append(group);
        }
      }
      found.add(dotted.toString());
    }
    return found;
  }

  /** Nothing separates the parts: accepted only if the real dates leave a single reading. */
  private static Optional<DossierCode> joined(String text) {
    Set<String> found = new TreeSet<>();
    for (int digits = 4; digits <= 6; digits++) {
      int dateAt = text.length() - digits - 6;
      if (dateAt < 3) {
        break;
      }
      String tail =
          "-" + zeros(text.substring(dateAt, dateAt + 6)) + "-" + zeros(text.substring(dateAt + 6));
      for (String agency : agencies(text.substring(0, dateAt))) {
        strict(agency + tail).ifPresent(code -> found.add(code.value()));
      }
    }
    return found.size() == 1 ? strict(found.iterator().next()) : Optional.empty();
  }

  private static String zeros(String digits) {
    return digits.replace('O', '0');
  }

  @Override
  public String toString() {
    return value;
  }
}
