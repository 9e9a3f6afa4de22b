package vn.motcua.kiosk.cardkit;

import java.time.LocalDate;
import java.util.Optional;
import vn.motcua.scanner.chip.Sex;
import vn.motcua.scanner.chip.simulated.SimulatedCardProfile;

/** {@code citizen}: the person. */
final class CitizenPart {
  private CitizenPart() {}

  static SimulatedCardProfile read(StrictJson citizen) throws WrongProfile {
    String number = needed(citizen, "number", citizen.text("number"));
    if (!number.matches("[0-9]{12}")) {
      throw citizen.wrong("number", "must have twelve digits");
    }
    String name = needed(citizen, "name", citizen.text("name"));
    if (name.isBlank()) {
      throw citizen.wrong("name", "must not be empty");
    }
    LocalDate birth = needed(citizen, "birth", citizen.date("birth"));
    return new SimulatedCardProfile(
        number,
        name,
        birth,
        needed(citizen, "sex", citizen.choice("sex", Sex.class)),
        citizen.text("ethnicity").orElse("Kinh"),
        citizen.text("religion").orElse("Không"),
        citizen.text("origin").orElse(""),
        citizen.text("residence").orElse(""),
        citizen.text("marks").orElse(""),
        citizen.date("issued").orElse(birth.plusYears(15)),
        citizen.date("expiry"),
        citizen.text("father").orElse(""),
        citizen.text("mother").orElse(""),
        citizen.text("spouse").orElse(""),
        citizen.text("oldNumber").orElse(""));
  }

  private static <T> T needed(StrictJson citizen, String key, Optional<T> value)
      throws WrongProfile {
    return value.orElseThrow(() -> citizen.wrong(key, "is missing"));
  }
}
