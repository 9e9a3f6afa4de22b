package vn.motcua.kiosk.ui.citizen;

import java.util.Optional;
import vn.motcua.kiosk.citizen.Address;
import vn.motcua.kiosk.citizen.Citizen;
import vn.motcua.kiosk.citizen.Field;
import vn.motcua.kiosk.citizen.FieldSource;

/**
 * Who is spoken to, as far as a card has said it.
 *
 * @param name what follows the salutation; empty until a card says it
 * @param female empty until a card says it
 */
public record Visitor(Optional<String> name, Optional<Boolean> female) {
  /** Somebody of whom nothing is known. */
  public static final Visitor UNKNOWN = new Visitor(Optional.empty(), Optional.empty());

  /**
   * The person of that card. A name without diacritics is another name: nobody is greeted by it.
   */
  public static Visitor of(Citizen citizen) {
    return new Visitor(
        Optional.of(citizen.name())
            .filter(name -> name.source() != FieldSource.ZONE)
            .map(name -> Address.shortName(name.value())),
        citizen.female().map(Field::value));
  }

  /** The same, called by {@code name} if the card did not say how the name is written. */
  public Visitor orNamed(Optional<String> name) {
    return new Visitor(this.name.or(() -> name.map(Address::shortName)), female);
  }

  /** {@code ông/bà}, {@code ông} or {@code bà}. */
  public String salutation() {
    return Address.salutation(female);
  }

  /** Never the name: this may land in a log. */
  @Override
  public String toString() {
    return "Visitor[…]";
  }
}
