package vn.motcua.scanner.chip;

import java.time.LocalDate;
import java.util.Optional;

/**
 * DG1 of a citizen card: a TD1 machine readable zone (ICAO 9303-5). Names stand without diacritics
 * here; show those of {@link NationalData}.
 *
 * @param citizenNumber all twelve digits (optional data of line 1)
 * @param documentNumber the nine characters that stand in the document number field
 * @param surname primary identifier, may be empty
 * @param givenNames secondary identifier, may be empty
 * @param birth date of birth
 * @param sex as printed
 * @param expiry empty for cards without an expiry (991231)
 * @param nationality three letters
 */
public record Mrz(
    String citizenNumber,
    String documentNumber,
    String surname,
    String givenNames,
    LocalDate birth,
    Sex sex,
    Optional<LocalDate> expiry,
    String nationality) {}
