package vn.motcua.scanner.chip;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * DG1 with a TD1 zone: three lines of thirty (ICAO 9303-5 §4.2). On the citizen card line 1 is
 * {@code IDVNM}, the last nine digits of the number, their check digit, all twelve digits, {@code
 * <<} and one more digit whose rule is not published and which is therefore not judged.
 */
final class MrzParser {
  private static final int LINE = 30;
  private static final String NO_EXPIRY = "991231";
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
   * @throws MalformedException if it is no DG1 with a TD1 zone of the permitted characters
   */
  MrzReading parse(byte[] file) throws MalformedException {
    Tlv zone = Tlv.single(Tlv.single(file, FILE).value(), ZONE);
    String text = new String(zone.value(), StandardCharsets.ISO_8859_1);
    if (text.length() != 3 * LINE) {
      throw new MalformedException("not a zone of three lines of thirty");
    }
    if (!text.chars().allMatch(c -> c == '<' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'))) {
      throw new MalformedException("a character that no zone may have");
    }
    String one = text.substring(0, LINE);
    String two = text.substring(LINE, 2 * LINE);
    String three = text.substring(2 * LINE);

    String document = one.substring(5, 14);
    String number = citizenNumber(one.substring(15), two.substring(18, 29));
    String birth = two.substring(0, 6);
    String expiry = two.substring(8, 14);
    boolean agree =
        checks(document, one.charAt(14))
            && checks(birth, two.charAt(6))
            && checks(expiry, two.charAt(14))
            && checks(
                one.substring(5)
                    + two.substring(0, 7)
                    + two.substring(8, 15)
                    + two.substring(18, 29),
                two.charAt(29));
    String[] names = three.split("<<", 2);
    return new MrzReading(
        new Mrz(
            trim(one.substring(0, 2)),
            trim(one.substring(2, 5)),
            number,
            trim(document),
            words(names[0]),
            names.length > 1 ? words(names[1]) : "",
            birthDate(birth, number),
            sex(two.charAt(7)),
            expiryDate(expiry),
            trim(two.substring(15, 18))),
        agree,
        !birth.contains("<"));
  }

  /** The first run of twelve digits in the optional data, or nothing for another country's card. */
  private static String citizenNumber(String ofLineOne, String ofLineTwo) {
    return Stream.of(ofLineOne, ofLineTwo)
        .map(data -> data.split("<", 2)[0])
        .filter(data -> data.matches("[0-9]{12}"))
        .findFirst()
        .orElse("");
  }

  private static boolean checks(String text, char digit) {
    return checkDigit(text) == digit;
  }

  private LocalDate birthDate(String six, String number) throws MalformedException {
    // A zone may leave out what is not known of a birth date (ICAO 9303-3 §4.8): take the first.
    String known = six.substring(0, 2) + part(six.substring(2, 4)) + part(six.substring(4));
    LocalDate today = LocalDate.now(clock);
    int century = 1900 + 100 * Math.floorDiv(today.getYear() - 1900, 100);
    if (number.length() == 12) {
      // The fourth digit of the number tells century and sex (TT 59/2021/TT-BCA, art. 4).
      century = 1900 + 100 * ((number.charAt(3) - '0') / 2);
      return date(known, century);
    }
    LocalDate date = date(known, century);
    return date.isAfter(today) ? date(known, century - 100) : date;
  }

  private static String part(String two) {
    return two.equals("<<") ? "01" : two;
  }

  private Optional<LocalDate> expiryDate(String six) throws MalformedException {
    if (six.equals(NO_EXPIRY) || six.equals("<<<<<<")) {
      return Optional.empty();
    }
    return Optional.of(date(six, 2000));
  }

  private static LocalDate date(String six, int century) throws MalformedException {
    try {
      return LocalDate.of(
          century + Integer.parseInt(six.substring(0, 2)),
          Integer.parseInt(six.substring(2, 4)),
          Integer.parseInt(six.substring(4)));
    } catch (DateTimeException | NumberFormatException impossible) {
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
    return field.replace('<', ' ').strip();
  }

  private static String trim(String field) {
    return field.replaceAll("<+$", "");
  }
}
