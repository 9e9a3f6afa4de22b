package vn.motcua.kiosk.citizen;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the QR code on a citizen card says: seven fields on the 2021 card, more on the 2024 card
 * (the rest is kept raw and unlabelled).
 */
public record CitizenQr(
    CitizenNumber number,
    Optional<String> oldNumber,
    String name,
    LocalDate birth,
    boolean female,
    String residence,
    LocalDate issued,
    List<String> rest) {
  public CitizenQr {
    rest = List.copyOf(rest);
  }

  /** No card's code holds more. */
  private static final int LONGEST = 1000;

  private static final int MOST_FIELDS = 20;

  /**
   * Control, format, private and unassigned characters, half pairs and line separators: no name has
   * them, and they could hide or reorder what stands on the screen.
   */
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

  /** Letters of the Latin script, as every name on a card has; what a reader garbled has others. */
  private static final Pattern NAME = Pattern.compile("\\p{IsLatin}[\\p{IsLatin}\\p{Mn} .,'’‘ʼ-]*");

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("ddMMuuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

  /** Reads the text of the code; empty if anything about it is impossible (31022000, 11 digits). */
  public static Optional<CitizenQr> read(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    String normal = Normalizer.normalize(text, Normalizer.Form.NFC);
    String[] fields = normal.split("\\|", -1);
    if (normal.length() > LONGEST
        || fields.length < 7
        || fields.length > MOST_FIELDS
        || INVISIBLE.matcher(normal).find()) {
      return Optional.empty();
    }
    String old = fields[1].strip();
    String name = fields[2].strip();
    Optional<CitizenNumber> number =
        fields[0].matches("[0-9]{12}")
            ? Optional.of(new CitizenNumber(fields[0]))
            : Optional.empty();
    Optional<LocalDate> birth = date(fields[3]);
    Optional<Boolean> female = female(fields[4]);
    Optional<LocalDate> issued = date(fields[6]);
    boolean possible =
        number.isPresent()
            && (old.isEmpty() || old.matches("[0-9]{9}"))
            && NAME.matcher(name).matches()
            && birth.isPresent()
            && female.isPresent()
            && issued.isPresent()
            && !issued.get().isBefore(birth.get());
    if (!possible) {
      return Optional.empty();
    }
    return Optional.of(
        new CitizenQr(
            number.get(),
            old.isEmpty() ? Optional.empty() : Optional.of(old),
            name,
            birth.get(),
            female.get(),
            fields[5].strip(),
            issued.get(),
            Arrays.asList(fields).subList(7, fields.length)));
  }

  private static Optional<LocalDate> date(String eightDigits) {
    if (!eightDigits.matches("[0-9]{8}")) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(eightDigits, DATE));
    } catch (DateTimeParseException impossible) {
      return Optional.empty();
    }
  }

  private static Optional<Boolean> female(String sex) {
    return switch (sex.strip()) {
      case "Nữ" -> Optional.of(true);
      case "Nam" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  @Override
  public String toString() {
    return "CitizenQr[…]";
  }
}
