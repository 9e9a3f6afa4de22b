package vn.motcua.scanner.chip;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.motcua.scanner.chip.TrustReason.Kind;

/**
 * Holds what a chip says in one place against what it says in another, and names each disagreement.
 * Two numbers or two birth dates make a card that no signature can mend: it does not tell which of
 * them is the citizen.
 */
final class CrossCheck {
  private final Clock clock;
  private final List<TrustReason> found = new ArrayList<>();

  private CrossCheck(Clock clock) {
    this.clock = clock;
  }

  /**
   * What disagrees, most important first.
   *
   * @param zone DG1
   * @param national DG13, as far as it was decoded
   * @param can the six digits that opened the card, if it was opened by them
   */
  static List<TrustReason> of(
      MrzReading zone, Optional<NationalData> national, Optional<String> can, Clock clock) {
    CrossCheck check = new CrossCheck(clock);
    check.zoneAgainstNational(zone, national);
    check.note(!zone.checkDigitsAgree(), Kind.MRZ_CHECK_DIGIT);
    check.note(!zone.wellFormed(), Kind.MRZ_FIELD);
    check.numberAgainstItself(zone, national, can);
    check.note(!zone.birthComplete(), Kind.BIRTH_INCOMPLETE);
    check.note(zone.mrz().expiry().filter(check::past).isPresent(), Kind.CARD_EXPIRED);
    return List.copyOf(check.found);
  }

  private void zoneAgainstNational(MrzReading zone, Optional<NationalData> national) {
    Mrz mrz = zone.mrz();
    String number = mrz.citizenNumber();
    note(
        !number.isEmpty() && differs(national.flatMap(NationalData::number), number),
        Kind.NUMBER_MISMATCH);
    note(
        zone.birthComplete()
            && differs(national.flatMap(NationalData::birth), mrz.birth().orElseThrow()),
        Kind.BIRTH_MISMATCH);
    note(
        mrz.sex() != Sex.UNSPECIFIED
            && differs(national.flatMap(NationalData::sex).flatMap(Sex::written), mrz.sex()),
        Kind.SEX_MISMATCH);
    note(
        national
            .flatMap(NationalData::expiry)
            .map(text -> !Dg13Parser.date(text).equals(mrz.expiry()))
            .orElse(false),
        Kind.EXPIRY_MISMATCH);
  }

  private void numberAgainstItself(
      MrzReading zone, Optional<NationalData> national, Optional<String> can) {
    Mrz mrz = zone.mrz();
    String number = mrz.citizenNumber();
    if (number.length() != 12) {
      return;
    }
    note(!mrz.documentNumber().equals(number.substring(3)), Kind.DOCUMENT_NUMBER_MISMATCH);
    note(can.filter(six -> !six.equals(number.substring(6))).isPresent(), Kind.CAN_MISMATCH);
    int digit = number.charAt(3) - '0';
    Sex says = digit % 2 == 0 ? Sex.MALE : Sex.FEMALE;
    note(mrz.sex() != Sex.UNSPECIFIED && mrz.sex() != says, Kind.NUMBER_SEX);
    Optional<Integer> year = birthYear(zone, national);
    note(year.filter(y -> y / 100 != 19 + digit / 2).isPresent(), Kind.NUMBER_CENTURY);
    int two = Integer.parseInt(number.substring(4, 6));
    note(year.filter(y -> y % 100 != two).isPresent(), Kind.NUMBER_YEAR);
  }

  /** DG13 has four digits of the year; the zone has two and takes the century from the number. */
  private static Optional<Integer> birthYear(MrzReading zone, Optional<NationalData> national) {
    return national
        .flatMap(NationalData::birth)
        .or(() -> zone.mrz().birth())
        .map(LocalDate::getYear);
  }

  private boolean past(LocalDate expiry) {
    return expiry.isBefore(LocalDate.now(clock));
  }

  private static <T> boolean differs(Optional<T> one, T other) {
    return one.isPresent() && !one.get().equals(other);
  }

  private void note(boolean so, Kind kind) {
    if (so) {
      found.add(TrustReason.of(kind));
    }
  }
}
