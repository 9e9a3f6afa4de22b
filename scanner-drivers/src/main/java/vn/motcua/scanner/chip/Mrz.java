package vn.motcua.scanner.chip;

import java.time.LocalDate;
import java.util.Optional;

/**
 * DG1: a machine readable zone (ICAO 9303-4, -5, -6). Names stand without diacritics here; show
 * those of {@link NationalData}.
 *
 * @param documentCode one or two letters, for example {@code ID} or {@code P}
 * @param issuingState three letters, or {@code D}
 * @param citizenNumber all twelve digits; empty on anything but a Vietnamese citizen card
 * @param documentNumber what stands in the document number field, on the citizen card nine digits
 * @param surname primary identifier, may be empty
 * @param givenNames secondary identifier, may be empty
 * @param birth date of birth; the first day that fits if the zone leaves out month or day, empty if
 *     it leaves out the year
 * @param sex as printed
 * @param expiry empty for cards without an expiry (991231)
 * @param nationality three letters
 */
public record Mrz(
    String documentCode,
    String issuingState,
    String citizenNumber,
    String documentNumber,
    String surname,
    String givenNames,
    Optional<LocalDate> birth,
    Sex sex,
    Optional<LocalDate> expiry,
    String nationality) {
  /** Never the data themselves: this may land in a log. */
  @Override
  public String toString() {
    return "Mrz[" + documentCode + " " + issuingState + "]";
  }

  /**
   * Whether Viet Nam issued it: only then are DG13 and the citizen number what we take them for.
   */
  public boolean isVietnamese() {
    return issuingState.equals("VNM");
  }

  /** The same with a citizen number that stands elsewhere on the chip. */
  Mrz withCitizenNumber(String number) {
    return new Mrz(
        documentCode,
        issuingState,
        number,
        documentNumber,
        surname,
        givenNames,
        birth,
        sex,
        expiry,
        nationality);
  }
}
