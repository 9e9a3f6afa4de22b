package vn.motcua.scanner.chip;

import java.time.LocalDate;
import java.util.Optional;

/**
 * DG13 of a Vietnamese citizen card. Every field may be absent: cards differ, and fields that the
 * purpose does not need are dropped before this value is made. All text is in NFC.
 *
 * @param number twelve digits
 * @param name in full, with diacritics
 * @param birth date of birth
 * @param sex as written, for example {@code Nữ}
 * @param nationality as written
 * @param ethnicity sensitive; only for {@link ReadPurpose#INTAKE_SENSITIVE}
 * @param religion sensitive; only for {@link ReadPurpose#INTAKE_SENSITIVE}
 * @param origin place of origin
 * @param residence place of residence
 * @param marks personal identification marks
 * @param issued date of issue
 * @param expiry date of expiry as written (may be "Không thời hạn")
 * @param father the father's name
 * @param mother the mother's name
 * @param spouse the spouse's name
 * @param oldNumber the former nine-digit identity number
 * @param chipId sixteen hexadecimal digits, probably the chip's serial
 */
public record NationalData(
    Optional<String> number,
    Optional<String> name,
    Optional<LocalDate> birth,
    Optional<String> sex,
    Optional<String> nationality,
    Optional<String> ethnicity,
    Optional<String> religion,
    Optional<String> origin,
    Optional<String> residence,
    Optional<String> marks,
    Optional<LocalDate> issued,
    Optional<String> expiry,
    Optional<String> father,
    Optional<String> mother,
    Optional<String> spouse,
    Optional<String> oldNumber,
    Optional<String> chipId) {}
