package vn.motcua.scanner.chip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something in the data that a genuine card should not show. An odd card is never better than
 * {@link Trust#SIGNED_UNKNOWN_ISSUER} when two of its own statements contradict each other: even a
 * good signature does not tell which of them is the citizen.
 *
 * @param reason the stable code
 * @param contradiction whether the data contradict themselves
 */
record Oddity(String reason, boolean contradiction) {
  /** What is odd, most important first. */
  static List<Oddity> among(MrzReading zone, Optional<NationalData> national) {
    List<Oddity> found = new ArrayList<>();
    Mrz mrz = zone.mrz();
    boolean otherNumber =
        national
            .flatMap(NationalData::number)
            .filter(n -> !mrz.citizenNumber().isEmpty() && !n.equals(mrz.citizenNumber()))
            .isPresent();
    if (otherNumber) {
      found.add(new Oddity("NUMBER_MISMATCH", true));
    }
    boolean otherBirth =
        zone.birthComplete()
            && national
                .flatMap(NationalData::birth)
                .filter(b -> !b.equals(mrz.birth()))
                .isPresent();
    if (otherBirth) {
      found.add(new Oddity("BIRTH_MISMATCH", true));
    }
    if (!zone.checkDigitsAgree()) {
      found.add(new Oddity("MRZ_CHECK_DIGIT", true));
    }
    if (!zone.birthComplete()) {
      found.add(new Oddity("BIRTH_INCOMPLETE", false));
    }
    return found;
  }
}
