package vn.motcua.kiosk.citizen;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import vn.motcua.scanner.chip.ChipRecord;
import vn.motcua.scanner.chip.Mrz;
import vn.motcua.scanner.chip.NationalData;
import vn.motcua.scanner.chip.TrustReason;

/**
 * Makes a {@link Citizen} from what the sources say. The chip is believed before the QR code; every
 * disagreement is named in {@link Citizen#differences()}:
 *
 * <ul>
 *   <li>{@code NUMBER}, {@code NAME}, {@code BIRTH}, {@code SEX}: two sources differ, be it DG13
 *       and DG1 of the same chip or chip and QR;
 *   <li>{@code NUMBER_SEX}: the fourth digit of the number says another sex or century (NĐ 137/2015
 *       Điều 13);
 *   <li>{@code NUMBER_YEAR}: its fifth and sixth digit say another year of birth.
 * </ul>
 */
public final class Citizens {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}]+");

  private Citizens() {}

  /**
   * Who the chip says it is. Empty if the chip gave no usable number, name or birth, as the card of
   * another country does.
   */
  public static Optional<Citizen> of(ChipRecord chip) {
    return of(chip, Optional.empty());
  }

  /** The same, compared with the QR code that was shown with it. */
  public static Optional<Citizen> of(ChipRecord chip, Optional<CitizenQr> qr) {
    Mrz mrz = chip.mrz();
    Optional<NationalData> national = chip.national();
    List<String> differences = new ArrayList<>();

    Optional<CitizenNumber> mrzNumber = CitizenNumber.read(mrz.citizenNumber());
    Optional<CitizenNumber> number =
        national.flatMap(NationalData::number).flatMap(CitizenNumber::read).or(() -> mrzNumber);
    String plainName = (mrz.surname() + " " + mrz.givenNames()).strip();
    Optional<Field<String>> name =
        national
            .flatMap(NationalData::name)
            .map(Citizens::tidy)
            .filter(text -> !text.isEmpty())
            .map(Citizens::chip)
            .or(() -> spelled(plainName, number, qr))
            .or(() ->
                plainName.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Field<>(plainName, FieldSource.ZONE)));
    Optional<LocalDate> born = national.flatMap(NationalData::birth).or(mrz::birth);
    if (!mrz.isVietnamese() || number.isEmpty() || name.isEmpty() || born.isEmpty()) {
      return Optional.empty();
    }
    LocalDate birth = born.get();
    Optional<Boolean> mrzFemale =
        switch (mrz.sex()) {
          case FEMALE -> Optional.of(true);
          case MALE -> Optional.of(false);
          case UNSPECIFIED -> Optional.empty();
        };
    Optional<Boolean> female =
        national.flatMap(NationalData::sex).flatMap(Citizens::female).or(() -> mrzFemale);

    boolean numbers = mrzNumber.isPresent() && !mrzNumber.equals(number);
    note(differences, numbers || differs(qr, CitizenQr::number, number), "NUMBER");
    note(
        differences,
        (!bare(plainName).isEmpty() && !sameLetters(plainName, name.get().value()))
            || (qr.isPresent() && !sameName(qr.get().name(), name.get())),
        "NAME");
    note(
        differences,
        (!chip.trust().has(TrustReason.Kind.BIRTH_INCOMPLETE)
                && mrz.birth().filter(day -> !day.equals(birth)).isPresent())
            || differs(qr, CitizenQr::birth, Optional.of(birth)),
        "BIRTH");
    boolean sexes = mrzFemale.isPresent() && !mrzFemale.equals(female);
    note(differences, sexes || differs(qr, CitizenQr::female, female), "SEX");
    checkNumber(number.get(), birth, female, differences);

    Optional<LocalDate> expiry =
        national.flatMap(NationalData::expiry).flatMap(Citizens::date).or(mrz::expiry);
    Optional<Field<String>> residence =
        national
            .flatMap(NationalData::residence)
            .map(text -> new Field<>(tidy(text), FieldSource.CHIP))
            .or(() -> qr.map(code -> new Field<>(code.residence(), FieldSource.QR)));
    Optional<Field<LocalDate>> issued =
        national
            .flatMap(NationalData::issued)
            .map(Citizens::chip)
            .or(() -> qr.map(code -> new Field<>(code.issued(), FieldSource.QR)));
    return Optional.of(
        new Citizen(
            chip(number.get()),
            name.get(),
            chip(birth),
            female.map(Citizens::chip),
            residence,
            national.flatMap(NationalData::ethnicity).map(Citizens::chip),
            issued,
            expiry.map(Citizens::chip),
            Optional.of(chip.trust()),
            differences));
  }

  /** Who the QR code alone says it is: nothing of it is proven. */
  public static Citizen of(CitizenQr qr) {
    List<String> differences = new ArrayList<>();
    checkNumber(qr.number(), qr.birth(), Optional.of(qr.female()), differences);
    return new Citizen(
        new Field<>(qr.number(), FieldSource.QR),
        new Field<>(qr.name(), FieldSource.QR),
        new Field<>(qr.birth(), FieldSource.QR),
        Optional.of(new Field<>(qr.female(), FieldSource.QR)),
        Optional.of(new Field<>(qr.residence(), FieldSource.QR)),
        Optional.empty(),
        Optional.of(new Field<>(qr.issued(), FieldSource.QR)),
        Optional.empty(),
        Optional.empty(),
        differences);
  }

  /** The century and year in a number must be those of the birth, its sex digit that of the sex. */
  private static void checkNumber(
      CitizenNumber number, LocalDate birth, Optional<Boolean> female, List<String> differences) {
    int digit = number.value().charAt(3) - '0';
    boolean centuryFits = birth.getYear() / 100 == 19 + digit / 2;
    boolean sexFits = female.isEmpty() || female.get() == (digit % 2 == 1);
    note(differences, !centuryFits || !sexFits, "NUMBER_SEX");
    int year = Integer.parseInt(number.value().substring(4, 6));
    note(differences, birth.getYear() % 100 != year, "NUMBER_YEAR");
  }

  private static void note(List<String> differences, boolean differ, String field) {
    if (differ) {
      differences.add(field);
    }
  }

  private static <T> boolean differs(
      Optional<CitizenQr> qr, Function<CitizenQr, T> field, Optional<T> chip) {
    return qr.isPresent() && chip.isPresent() && !field.apply(qr.get()).equals(chip.get());
  }

  /** The zone's name as the QR code of the same card spells it, with diacritics. */
  private static Optional<Field<String>> spelled(
      String zone, Optional<CitizenNumber> number, Optional<CitizenQr> qr) {
    return qr.filter(code -> number.equals(Optional.of(code.number())))
        .filter(code -> !bare(zone).isEmpty() && sameLetters(zone, code.name()))
        .map(code -> new Field<>(tidy(code.name()), FieldSource.QR));
  }

  /** Names are the same if only case, blanks and the way of writing the marks differ. */
  private static boolean sameName(String one, Field<String> other) {
    return other.source() == FieldSource.ZONE
        ? sameLetters(other.value(), one)
        : tidy(one).toLowerCase(Locale.ROOT).equals(tidy(other.value()).toLowerCase(Locale.ROOT));
  }

  /**
   * The machine readable zone has no diacritics, no apostrophes, puts the family name first and may
   * be cut off (ICAO 9303-3 §4.6): what stands there must begin the full name or hold the same
   * letters in another order of words.
   */
  private static boolean sameLetters(String zone, String name) {
    String left = bare(zone);
    String right = bare(name);
    return right.startsWith(left) || sorted(zone).equals(sorted(name));
  }

  private static List<String> sorted(String name) {
    List<String> words = new ArrayList<>();
    for (String word : name.split("\\s+")) {
      words.add(bare(word));
    }
    return words.stream().sorted().toList();
  }

  private static String bare(String text) {
    String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    String ascii = plain.toUpperCase(Locale.ROOT).replace('Đ', 'D').replace('Ƀ', 'B');
    return NOT_LETTERS.matcher(ascii).replaceAll("");
  }

  private static String tidy(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("\\s+", " ").strip();
  }

  private static Optional<Boolean> female(String sex) {
    return switch (tidy(sex).toLowerCase(Locale.ROOT)) {
      case "nữ" -> Optional.of(true);
      case "nam" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(tidy(text), DATE));
    } catch (DateTimeParseException notADate) {
      // "Không thời hạn" and the like: no date of expiry.
      return Optional.empty();
    }
  }

  private static <T> Field<T> chip(T value) {
    return new Field<>(value, FieldSource.CHIP);
  }
}
