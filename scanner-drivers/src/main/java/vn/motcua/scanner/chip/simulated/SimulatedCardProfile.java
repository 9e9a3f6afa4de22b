package vn.motcua.scanner.chip.simulated;

import java.io.IOException;
import java.io.Reader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import vn.motcua.scanner.chip.AccessKeys;
import vn.motcua.scanner.chip.Sex;

/**
 * An invented citizen, and the card that would be issued. {@link #load} reads one from a UTF-8
 * properties file whose keys are the names of these components, dates as {@code yyyy-MM-dd}, sex as
 * {@code MALE} or {@code FEMALE}; {@code number}, {@code name}, {@code birth} and {@code sex} must
 * be there.
 *
 * @param number twelve digits
 * @param name in full, with diacritics, family name first
 * @param birth date of birth
 * @param sex as on the card
 * @param ethnicity for example {@code Kinh}
 * @param religion for example {@code Không}
 * @param origin place of origin
 * @param residence place of residence
 * @param marks identification marks
 * @param issued date of issue
 * @param expiry empty for a card that does not expire
 * @param father father's name, may be empty
 * @param mother mother's name, may be empty
 * @param spouse spouse's name, may be empty
 * @param oldNumber former nine-digit number, may be empty
 */
public record SimulatedCardProfile(
    String number,
    String name,
    LocalDate birth,
    Sex sex,
    String ethnicity,
    String religion,
    String origin,
    String residence,
    String marks,
    LocalDate issued,
    Optional<LocalDate> expiry,
    String father,
    String mother,
    String spouse,
    String oldNumber) {
  private static final DateTimeFormatter PRINTED = DateTimeFormatter.ofPattern("dd/MM/uuuu");
  private static final LocalTime NOON = LocalTime.of(12, 0);
  private static final LocalDate NO_EXPIRY = LocalDate.of(2099, 12, 31);

  /**
   * EF.CardAccess as citizen cards carry it: PACE, chip authentication, terminal authentication.
   */
  private static final byte[] CARD_ACCESS =
      HexFormat.of()
          .parseHex(
              "3134300d060804007f0007020202020101300f060a04007f00070202030202020101"
                  + "3012060a04007f0007020204020202010202010d");

  public SimulatedCardProfile {
    if (!number.matches("[0-9]{12}")) {
      throw new IllegalArgumentException("number must have twelve digits");
    }
    if (name.isBlank()) {
      throw new IllegalArgumentException("name must not be empty");
    }
  }

  /**
   * Reads a profile.
   *
   * @throws IOException if the file cannot be read, or says something impossible; the message names
   *     the key
   */
  public static SimulatedCardProfile load(Path file) throws IOException {
    Properties values = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      values.load(reader);
    } catch (IllegalArgumentException malformed) {
      throw new IOException(file + " is not a properties file", malformed);
    }
    try {
      LocalDate birth = date(values, "birth").orElseThrow(() -> missing("birth"));
      return new SimulatedCardProfile(
          text(values, "number").orElseThrow(() -> missing("number")),
          text(values, "name").orElseThrow(() -> missing("name")),
          birth,
          sex(text(values, "sex").orElseThrow(() -> missing("sex"))),
          text(values, "ethnicity").orElse("Kinh"),
          text(values, "religion").orElse("Không"),
          text(values, "origin").orElse(""),
          text(values, "residence").orElse(""),
          text(values, "marks").orElse(""),
          date(values, "issued").orElse(birth.plusYears(15)),
          date(values, "expiry"),
          text(values, "father").orElse(""),
          text(values, "mother").orElse(""),
          text(values, "spouse").orElse(""),
          text(values, "oldNumber").orElse(""));
    } catch (IllegalArgumentException wrong) {
      throw new IOException(file + ": " + wrong.getMessage(), wrong);
    }
  }

  private static Optional<String> text(Properties values, String key) {
    return Optional.ofNullable(values.getProperty(key))
        .map(String::strip)
        .filter(t -> !t.isEmpty());
  }

  private static Optional<LocalDate> date(Properties values, String key) {
    return text(values, key)
        .map(t -> {
          try {
            return LocalDate.parse(t);
          } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(key + " must be a date like 1991-03-12", e);
          }
        });
  }

  private static Sex sex(String text) {
    return switch (text) {
      case "MALE", "Nam" -> Sex.MALE;
      case "FEMALE", "Nữ" -> Sex.FEMALE;
      default -> throw new IllegalArgumentException("sex must be MALE or FEMALE");
    };
  }

  private static IllegalArgumentException missing(String key) {
    return new IllegalArgumentException(key + " is missing");
  }

  /** The card access number: the last six digits. */
  public String can() {
    return number.substring(6);
  }

  /** What the machine readable zone gives for opening the card. */
  public AccessKeys.MrzKey mrzKey() {
    return new AccessKeys.MrzKey(number.substring(3), birth, expiry.orElse(NO_EXPIRY));
  }

  /** A card issued by {@link SimulatedIssuer#shared()} that offers everything. */
  public SimulatedCard card() {
    return card(SimulatedIssuer.shared());
  }

  /** A card of another issuer that offers everything. */
  public SimulatedCard card(SimulatedIssuer issuer) {
    return builder(issuer).build();
  }

  /** The usual card of this citizen, to be changed before it is built. */
  public CardBuilder builder(SimulatedIssuer issuer) {
    return unsigned().issuer(issuer);
  }

  /** The same without an issuer: there is no EF.SOD until the builder is given one. */
  public CardBuilder unsigned() {
    return SimulatedCard.builder()
        .made(issued.atTime(NOON).toInstant(ZoneOffset.UTC))
        .group(1, dg1())
        .group(13, dg13())
        .can(can())
        .mrz(mrzKey())
        .chipKeys(ChipKey.create());
  }

  /**
   * The files of the card, for tests that want to change some.
   *
   * @return file identifier → content
   */
  public Map<Integer, byte[]> files(SimulatedIssuer issuer) {
    return builder(issuer).chipKeys().cardAccess(CARD_ACCESS).files();
  }

  /** The files of a card with chip authentication, as a copyist would get them: without its key. */
  public Map<Integer, byte[]> genuineFiles(SimulatedIssuer issuer) {
    return builder(issuer).files();
  }

  /** DG1: the machine readable zone in TD1. */
  public byte[] dg1() {
    String document = number.substring(3);
    String one =
        "IDVNM" + MrzText.checked(document) + MrzText.fill(number, 14) + MrzText.check(number);
    String dates =
        MrzText.checked(MrzText.date(birth))
            + (sex == Sex.MALE ? "M" : sex == Sex.FEMALE ? "F" : "<")
            + MrzText.checked(MrzText.date(expiry.orElse(NO_EXPIRY)))
            + "VNM";
    String two = MrzText.fill(dates, 29);
    String composite =
        one.substring(5) + two.substring(0, 7) + two.substring(8, 15) + two.substring(18, 29);
    String[] names = name.strip().split("\\s+", 2);
    String three =
        MrzText.fill(
            MrzText.letters(names[0]) + "<<" + (names.length > 1 ? MrzText.letters(names[1]) : ""),
            30);
    return Der.tlv(0x61, Der.tlv(0x5F1F, Der.ascii(one + two + MrzText.check(composite) + three)));
  }

  /** DG13: the national data in the layout that is known of it. */
  public byte[] dg13() {
    byte[] fields =
        Der.join(
            field(1, Der.printable(number)),
            field(2, Der.utf8(name)),
            field(3, Der.printable(PRINTED.format(birth))),
            field(4, Der.utf8(sex == Sex.MALE ? "Nam" : "Nữ")),
            field(5, Der.utf8("Việt Nam")),
            field(6, Der.utf8(ethnicity)),
            field(7, Der.utf8(religion)),
            field(8, Der.utf8(origin)),
            field(9, Der.utf8(residence)),
            field(10, Der.utf8(marks)),
            field(11, Der.printable(PRINTED.format(issued))),
            field(12, Der.utf8(expiry.map(PRINTED::format).orElse("Không thời hạn"))),
            field(13, Der.tlv(0x30, Der.utf8(father), Der.utf8(mother))),
            field(14, Der.tlv(0x30, Der.utf8(spouse))),
            field(15, Der.printable(oldNumber)),
            field(16, Der.printable(serial())));
    byte[] charset = {0x06, 0x06, 0x01, 0x00, (byte) 0xD1, 0x16, 0x00, 0x08};
    return Der.tlv(0x6D, Der.tlv(0x30, new byte[] {2, 1, 1}, charset, Der.tlv(0x31, fields)));
  }

  private static byte[] field(int n, byte[] value) {
    return Der.tlv(0x30, new byte[] {2, 1, (byte) n}, value);
  }

  /**
   * Sixteen hexadecimal digits that follow from the number, as a chip's serial would stand there.
   */
  private String serial() {
    byte[] hash = Ciphers.sha1(Der.ascii(number));
    return HexFormat.of().withUpperCase().formatHex(hash, 0, 8);
  }

  /** What no log should hold. */
  @Override
  public String toString() {
    return "SimulatedCardProfile[" + BigInteger.valueOf(number.hashCode()).toString(36) + "]";
  }
}
