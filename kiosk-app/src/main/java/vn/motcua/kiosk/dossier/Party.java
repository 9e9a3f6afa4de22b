package vn.motcua.kiosk.dossier;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A person in a dossier: the applicant (người nộp) or its owner (chủ hồ sơ).
 *
 * @param number citizen number, twelve digits; may be absent for a small child
 * @param name in full
 * @param birth date of birth, if known
 * @param female empty if unknown
 * @param address residence, may be empty
 * @param phone may be empty
 */
public record Party(
    Optional<String> number,
    String name,
    Optional<LocalDate> birth,
    Optional<Boolean> female,
    String address,
    String phone) {
  /** Never the data themselves: this may land in a log. */
  @Override
  public String toString() {
    return "Party[…]";
  }
}
