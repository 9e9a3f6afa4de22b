package vn.motcua.kiosk.dossier;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashSet;
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

  /** What a reader may take for a number; a code whose agency has such letters is not given out. */
  private static final Pattern DIGIT_LIKE = Pattern.compile("[0-9OIL]+");

  /** {@code O01.8616.W04}: an agency of the new layout that reads like one of the old. */
  private static final Pattern LIKE_OLD = Pattern.compile("[OIL][0-9OIL]{6}[A-Y01][0-9OIL]{2}");

  private static final int LONGEST_SERIAL = 10;

  /** What stands for a dot or a hyphen, beside all dashes. */
  private static final String MARKS = ".,;:/_\u00b7\u2212";

  /** Between these a date is taken for one where separators lack. */
  private static final int FIRST_YEAR = 2015;

  private static final int LAST_YEAR = 2059;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

  /** Characters that show nothing: marks of byte order, soft hyphens, joiners. */
  private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}");

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

  /** Agencies whose groups have their length by the published layouts. */
  private static final Pattern PUBLISHED =
      Pattern.compile(
          "[0-9]{3}\\.[0-9]{2}\\.[0-9]{2}\\.[A-Y][0-9]{2}|[A-Y][0-9]{2}\\.[0-9]{3}\\.[0-9]{2}");

  /** Day and serial number, or what was typed for them, without a blank in them. */
  private static final Pattern WHOLE_TAIL =
      Pattern.compile(".*[^\\s\\p{Z}]-[^\\s\\p{Z}-]+-[^\\s\\p{Z}-]+");

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
   * Reads a code as people type it: lower case, other separators, O for 0 and I or l for 1 inside
   * groups of digits, blanks and missing dots or hyphens where only one reading of the published
   * layouts is left. Empty if it cannot be a code, or could be two.
   */
  public static Optional<DossierCode> read(String text) {
    if (text.length() > LONGEST_INPUT) {
      return Optional.empty();
    }
    // NFKC turns the wide digits of East Asian keyboards into ASCII.
    String plain =
        UNSEEN
            .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
            .replaceAll("")
            .toUpperCase(Locale.ROOT);
    Optional<DossierCode> asTyped = one(plain);
    // A stray blank parts no group whose length the layout fixes.
    return asTyped.isPresent() ? asTyped : oneWithoutBlanks(plain);
  }

  private static Optional<DossierCode> oneWithoutBlanks(String plain) {
    if (!WHOLE_TAIL.matcher(plain.strip()).matches()) {
      return Optional.empty();
    }
    Set<DossierCode> found = new HashSet<>(literal(Typed.of(BLANKS.matcher(plain).replaceAll(""))));
    found.removeIf(code -> !PUBLISHED.matcher(code.agency()).matches());
    return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
  }

  private static Optional<DossierCode> one(String plain) {
    Typed typed = Typed.of(plain);
    Set<DossierCode> found = new HashSet<>();
    if (!typed.joined().isEmpty()) {
      found.addAll(literal(typed));
      found.addAll(published(typed));
    }
    return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
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
    return parts.matches()
        && parts.group(1).length() <= LONGEST_AGENCY
        && isDate(parts.group(2))
        && isPlain(parts.group(1));
  }

  /**
   * Nobody can tell {@code O12} from {@code 012}: such groups stand in no code, so that a code
   * which is typed is never taken for another.
   */
  private static boolean isPlain(String agency) {
    String[] groups = agency.split("\\.", -1);
    if (LIKE_OLD.matcher(agency.replace(".", "")).matches()) {
      return false;
    }
    // The highest level comes last in the old layout and first in the new one.
    int top = Character.isDigit(agency.charAt(0)) ? groups.length - 1 : 0;
    for (int i = 0; i < groups.length; i++) {
      if (i != top && DIGIT_LIKE.matcher(groups[i]).matches() && !groups[i].matches("[0-9]+")) {
        return false;
      }
    }
    return true;
  }

  /**
   * A text taken apart at its separators.
   *
   * @param groups what stands between dots, hyphens and the like, without blanks
   * @param joined all of it without separators
   * @param parted where in {@code joined} anything parts it, blanks too
   * @param blanks where in {@code joined} a blank alone parts it
   */
  private record Typed(
      List<String> groups, String joined, Set<Integer> parted, Set<Integer> blanks) {
    static Typed of(String text) {
      List<String> groups = new ArrayList<>();
      StringBuilder joined = new StringBuilder();
      StringBuilder group = new StringBuilder();
      Set<Integer> explicit = new TreeSet<>();
      Set<Integer> blanks = new TreeSet<>();
      for (char c : text.toCharArray()) {
        if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
          blanks.add(joined.length());
        } else if (MARKS.indexOf(c) >= 0 || Character.getType(c) == Character.DASH_PUNCTUATION) {
          explicit.add(joined.length());
          if (!group.isEmpty()) {
            groups.add(group.toString());
            group.setLength(0);
          }
        } else {
          joined.append(c);
          group.append(c);
        }
      }
      if (!group.isEmpty()) {
        groups.add(group.toString());
      }
      blanks.removeAll(explicit);
      int end = joined.length();
      blanks.removeIf(at -> at == 0 || at == end);
      Set<Integer> parted = new TreeSet<>(explicit);
      parted.removeIf(at -> at == 0 || at == end);
      parted.addAll(blanks);
      return new Typed(groups, joined.toString(), parted, blanks);
    }

    /** Whether a blank stands inside or before the first {@code count} groups. */
    boolean blankBefore(int count) {
      int end = groups.subList(0, count).stream().mapToInt(String::length).sum();
      return blanks.stream().anyMatch(at -> at <= end);
    }

    /** Whether the text is parted wherever {@code code} is, and nowhere else. */
    boolean partsAll(String code) {
      return partsOnly(code, true) && parted.size() == code.replaceAll("[^.-]", "").length();
    }

    /** Whether whatever parts the text parts two groups of {@code code}. */
    boolean partsOnly(String code, boolean withBlanks) {
      Set<Integer> own = new TreeSet<>();
      int at = 0;
      for (char c : code.toCharArray()) {
        if (c == '.' || c == '-') {
          own.add(at);
        } else {
          at++;
        }
      }
      own.addAll(withBlanks ? Set.of() : blanks);
      return own.containsAll(parted);
    }
  }

  private static boolean isDate(String sixDigits) {
    try {
      LocalDate.parse(sixDigits, DATE);
      return true;
    } catch (DateTimeParseException notADate) {
      return false;
    }
  }

  /** The separators stand where they belong, whichever they are; blanks part no agency's groups. */
  private static Set<DossierCode> literal(Typed typed) {
    List<String> groups = typed.groups();
    int last = groups.size() - 1;
    if (last < 2 || typed.blankBefore(last - 1)) {
      return Set.of();
    }
    String tail = "-" + digits(groups.get(last - 1)) + "-" + digits(groups.get(last));
    Set<DossierCode> found = new HashSet<>();
    for (int top : List.of(0, last - 2)) {
      strict(agency(groups.subList(0, last - 1), top) + tail).ifPresent(found::add);
    }
    return found;
  }

  /** Letters that look like digits mean digits, but for the letter of the highest level. */
  private static String agency(List<String> groups, int top) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      String group = groups.get(i);
      if (i == top) {
        parts.add(group.charAt(0) + digits(group.substring(1)));
      } else {
        parts.add(DIGIT_LIKE.matcher(group).matches() ? digits(group) : group);
      }
    }
    return String.join(".", parts);
  }

  /**
   * Separators lack: accepted only if it can be read in the published layouts alone, in one way,
   * and each separator that stands there parts two groups of that reading.
   */
  private static Set<DossierCode> published(Typed typed) {
    String text = typed.joined();
    Set<DossierCode> found = new HashSet<>();
    for (int length = 4; length <= LONGEST_SERIAL; length++) {
      int dateAt = text.length() - length - 6;
      if (dateAt < 3) {
        break;
      }
      String tail =
          "-"
              + digits(text.substring(dateAt, dateAt + 6))
              + "-"
              + digits(text.substring(dateAt + 6));
      for (String agency : agencies(text.substring(0, dateAt))) {
        strict(agency + tail)
            .filter(code -> isLikely(code.day()))
            .filter(code -> typed.partsOnly(code.value(), false))
            .ifPresent(found::add);
      }
    }
    Set<DossierCode> whole = new HashSet<>(found);
    whole.removeIf(code -> !typed.partsAll(code.value()));
    if (whole.size() == 1) {
      return whole;
    }
    // A stray blank must not shut out the right reading and leave a wrong one.
    if (found.size() > 1 || found.stream().anyMatch(code -> !typed.partsOnly(code.value(), true))) {
      return Set.of();
    }
    return found;
  }

  /** Codes are given out since 2018; nobody reads those of a time to come. */
  private static boolean isLikely(LocalDate day) {
    return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
  }

  /** Every way in which {@code text} without dots can be an agency of a published layout. */
  private static Set<String> agencies(String text) {
    Set<String> found = new TreeSet<>();
    int top = text.length() - 3;
    if (top == 7) {
      Matcher old =
          OLD_AGENCY.matcher(
              digits(text.substring(0, top)) + text.charAt(top) + digits(text.substring(top + 1)));
      if (old.matches()) {
        found.add(old.group(1) + "." + old.group(2) + "." + old.group(3) + "." + old.group(4));
      }
    }
    Matcher recent = NEW_AGENCY.matcher(text.charAt(0) + digits(text.substring(1)));
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

  private static String digits(String text) {
    return text.replace('O', '0').replace('I', '1').replace('L', '1');
  }

  @Override
  public String toString() {
    return value;
  }
}
