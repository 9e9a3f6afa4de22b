package vn.motcua.scanner.chip;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/**
 * DG1: a machine readable zone of any size (ICAO 9303-10 §4.7.1). On the Vietnamese citizen card,
 * which has TD1, line 1 is {@code IDVNM}, the last nine digits of the number, their check digit,
 * all twelve digits, {@code <<} and one more digit whose rule is not published and which is
 * therefore not judged.
 */
final class MrzParser {
  private static final String NO_EXPIRY = "991231";
  private static final String VIETNAM = "VNM";
  private static final int FILE = 0x61;
  private static final int ZONE = 0x5F1F;

  private final Clock clock;

  MrzParser(Clock clock) {
    this.clock = clock;
  }

  /** A check digit by weights 7, 3, 1 (ICAO 9303-3 §4.9). */
  static char checkDigit(String text) {
    int sum = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int value = c == '<' ? 0 : c >= '0' && c <= '9' ? c - '0' : c - 'A' + 10;
      sum += value * (i % 3 == 0 ? 7 : i % 3 == 1 ? 3 : 1);
    }
    return (char) ('0' + sum % 10);
  }

  /**
   * Reads the file.
   *
   * @throws MalformedException if it is no DG1 with a zone of the permitted characters, or a date
   *     is impossible
   */
  MrzReading parse(byte[] file) throws MalformedException {
    Tlv zone = Tlv.single(Tlv.single(file, FILE).value(), ZONE);
    ZoneFields fields = ZoneFields.of(new String(zone.value(), StandardCharsets.ISO_8859_1));
    return new MrzReading(
        read(fields, clock), fields.checks(), fields.wellFormed(), !fields.birth().contains("<"));
  }

  /**
   * What the fields mean.
   *
   * @param clock tells which century a birth year belongs to where nothing else does
   */
  static Mrz read(ZoneFields fields, Clock clock) throws MalformedException {
    String state = trim(fields.state());
    String number = state.equals(VIETNAM) ? citizenNumber(fields.optional()) : "";
    String[] names = fields.names().split("<<", 2);
    return new Mrz(
        trim(fields.code()),
        state,
        number,
        fields.document(),
        words(names[0]),
        names.length > 1 ? words(names[1]) : "",
        birth(fields.birth(), number, clock),
        sex(fields.sex()),
        expiry(fields.expiry()),
        trim(fields.nationality()));
  }

  /** The first run of twelve digits in the optional data, or nothing. */
  private static String citizenNumber(String[] optional) {
    return Arrays.stream(optional)
        .map(data -> data.split("<", 2)[0])
        .filter(data -> data.matches("[0-9]{12}"))
        .findFirst()
        .orElse("");
  }

  private static Optional<LocalDate> birth(String six, String number, Clock clock)
      throws MalformedException {
    if (six.startsWith("<<")) {
      return Optional.empty();
    }
    // A zone may leave out what is not known of a birth date (ICAO 9303-3 §4.8): take the first.
    String known = six.substring(0, 2) + part(six.substring(2, 4)) + part(six.substring(4));
    if (number.length() == 12) {
      // The fourth digit of the number tells century and sex (NĐ 137/2015/NĐ-CP Điều 13).
      return Optional.of(date(known, 1900 + 100 * ((number.charAt(3) - '0') / 2)));
    }
    LocalDate today = LocalDate.now(clock);
    int century = 1900 + 100 * Math.floorDiv(today.getYear() - 1900, 100);
    LocalDate date = date(known, century);
    return Optional.of(date.isAfter(today) ? date(known, century - 100) : date);
  }

  private static String part(String two) {
    return two.equals("<<") ? "01" : two;
  }

  private static Optional<LocalDate> expiry(String six) throws MalformedException {
    if (six.equals(NO_EXPIRY) || six.equals("<<<<<<")) {
      return Optional.empty();
    }
    return Optional.of(date(six, 2000));
  }

  private static LocalDate date(String six, int century) throws MalformedException {
    if (!six.matches("[0-9]{6}")) {
      throw new MalformedException("a date in the zone that is none");
    }
    try {
      return LocalDate.of(
          century + Integer.parseInt(six.substring(0, 2)),
          Integer.parseInt(six.substring(2, 4)),
          Integer.parseInt(six.substring(4)));
    } catch (DateTimeException impossible) {
      throw new MalformedException("an impossible date in the zone", impossible);
    }
  }

  private static Sex sex(char c) {
    return switch (c) {
      case 'M' -> Sex.MALE;
      case 'F' -> Sex.FEMALE;
      default -> Sex.UNSPECIFIED;
    };
  }

  private static String words(String field) {
    return field.replaceAll("<+", " ").strip();
  }

  private static String trim(String field) {
    return field.replaceAll("<+$", "");
  }
}
