package vn.motcua.scanner.chip;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * What is at hand to open a chip. The CAN is tried first (PACE), then the MRZ data (PACE, then
 * BAC), as far as they are known and the chip offers them (ICAO 9303-11 §4).
 *
 * @param can the card access number: on the citizen card the last six digits of the number
 * @param mrz what the machine readable zone would give
 */
public record AccessKeys(Optional<String> can, Optional<MrzKey> mrz) {
  /**
   * Data of the machine readable zone that open a chip.
   *
   * @param documentNumber nine characters; on the citizen card the <em>last nine</em> digits of the
   *     number
   * @param birth date of birth
   * @param expiry date of expiry
   */
  public record MrzKey(String documentNumber, LocalDate birth, LocalDate expiry) {
    private static final LocalDate NEVER = LocalDate.of(2099, 12, 31);

    /**
     * From the zone as it is printed or as a document reader sends it: two or three lines, white
     * space does not matter.
     *
     * @throws IllegalArgumentException if it is no zone, a check digit of these three fields does
     *     not fit, or the birth date is not complete
     */
    public static MrzKey ofZone(String zone) {
      try {
        ZoneFields fields = ZoneFields.of(zone.replaceAll("\\s+", "").toUpperCase(Locale.ROOT));
        Mrz mrz = MrzParser.read(fields, Clock.systemDefaultZone());
        if (!fields.checks() || fields.birth().contains("<") || mrz.birth().isEmpty()) {
          throw new IllegalArgumentException("a check digit of the zone does not fit");
        }
        return new MrzKey(mrz.documentNumber(), mrz.birth().get(), mrz.expiry().orElse(NEVER));
      } catch (MalformedException wrong) {
        throw new IllegalArgumentException(
            "no machine readable zone: " + wrong.getMessage(), wrong);
      }
    }

    /** Never the data themselves: this may land in a log. */
    @Override
    public String toString() {
      return "MrzKey[…]";
    }
  }

  public AccessKeys {
    if (can.isPresent() && !can.get().matches("[0-9]{6}")) {
      throw new IllegalArgumentException("a CAN has six digits");
    }
  }

  /**
   * Only the card access number.
   *
   * @throws IllegalArgumentException unless {@code six} is six digits
   */
  public static AccessKeys can(String six) {
    return new AccessKeys(Optional.of(six), Optional.empty());
  }

  /** Only the machine readable zone. */
  public static AccessKeys mrz(MrzKey key) {
    return new AccessKeys(Optional.empty(), Optional.of(key));
  }

  /** Never the digits themselves: this may land in a log. */
  @Override
  public String toString() {
    return "AccessKeys[can=" + can.isPresent() + ", mrz=" + mrz.isPresent() + "]";
  }
}
