package vn.motcua.kiosk.citizen;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.motcua.scanner.chip.TrustVerdict;

/**
 * Who stands at the counter, as far as it is known.
 *
 * @param number twelve digits
 * @param name in full, NFC, with diacritics where the source has them
 * @param birth date of birth
 * @param female true for Nữ
 * @param residence place of residence
 * @param ethnicity only where the procedure needs it
 * @param issued date of issue of the card
 * @param expiry date of expiry of the card
 * @param trust how far the chip is proven; empty if no chip was read
 * @param differences codes of fields on which the sources disagree, for example {@code NAME}
 */
public record Citizen(
    Field<CitizenNumber> number,
    Field<String> name,
    Field<LocalDate> birth,
    Optional<Field<Boolean>> female,
    Optional<Field<String>> residence,
    Optional<Field<String>> ethnicity,
    Optional<Field<LocalDate>> issued,
    Optional<Field<LocalDate>> expiry,
    Optional<TrustVerdict> trust,
    List<String> differences) {
  public Citizen {
    differences = List.copyOf(differences);
  }

  /** Never the data themselves: this may land in a log. */
  @Override
  public String toString() {
    return "Citizen[…]";
  }
}
