package vn.motcua.kiosk.paper.readback;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import vn.motcua.kiosk.citizen.CitizenNumber;

/**
 * What the twelve digits say (NĐ 137/2015 Điều 13): three for the place of registration, one for
 * century and sex, two for the year of birth. There is no check digit.
 */
final class NumberStructure {
  /** Places of registration abroad have codes of their own, from here on; their list is long. */
  private static final int ABROAD = 101;

  private static final int LAST_ABROAD = 399;

  private final Set<String> provinces =
      Set.copyOf(PaperKindJson.texts(PaperKinds.text("number-places.json"), "provinces"));
  private final Clock clock;

  NumberStructure(Clock clock) {
    this.clock = clock;
  }

  /** Whether there can be such a number today. */
  boolean isPossible(String twelveDigits) {
    return CitizenNumber.read(twelveDigits)
        .map(number -> isPlace(number.value().substring(0, 3)) && isBorn(number.value()))
        .orElse(false);
  }

  /** Whether the place is a province: the codes of places abroad are not told apart from errors. */
  boolean isProvince(String twelveDigits) {
    return provinces.contains(twelveDigits.substring(0, 3));
  }

  /** The year of birth that a number of twelve digits says. */
  static int year(String number) {
    return 1900 + 100 * ((number.charAt(3) - '0') / 2) + Integer.parseInt(number.substring(4, 6));
  }

  /** Whether a number of twelve digits is a woman's. */
  static boolean female(String number) {
    return (number.charAt(3) - '0') % 2 == 1;
  }

  /**
   * Whether the number fits what else is known.
   *
   * @param birth ISO date or a year, or nothing
   */
  static boolean fits(String number, Optional<String> birth, Optional<Boolean> female) {
    boolean yearFits =
        birth.map(day -> Integer.parseInt(day.substring(0, 4)) == year(number)).orElse(true);
    return yearFits && female.map(woman -> woman == female(number)).orElse(true);
  }

  private boolean isPlace(String three) {
    int code = Integer.parseInt(three);
    return provinces.contains(three) || (code >= ABROAD && code <= LAST_ABROAD);
  }

  private boolean isBorn(String number) {
    return year(number) <= LocalDate.now(clock).getYear();
  }
}
