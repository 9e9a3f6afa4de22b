package vn.motcua.kiosk.ui.citizen.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.motcua.kiosk.dossier.Procedure;

/**
 * What happens in a life and leads to the commune; under each the procedures that are asked for
 * most, the first ones first. By their national codes: one that a catalogue lacks is left out.
 */
public enum LifeEvent {
  /** A child is born. */
  BIRTH("1.001193", "2.002621", "1.001022", "1.000689", "1.004884", "1.004772"),
  /** Two people marry, or must show that they are free to. */
  MARRIAGE("1.000894", "1.004873", "1.004746"),
  /** Somebody has died. */
  DEATH("1.000656", "2.002622", "1.001731", "1.005461"),
  /** Copies and signatures. */
  COPIES("2.000815", "2.000635", "2.000884", "2.001008", "2.001019", "2.001035"),
  /** Land and house. */
  LAND("1.013978", "1.012796", "1.012817", "2.001035"),
  /** Where one lives. */
  HOME("1.004222", "1.004194", "1.002755", "1.010041", "1.010038", "1.003677", "1.003197"),
  /** A shop, a trade. */
  TRADE("1.001612", "2.000720", "1.001570", "1.001266"),
  /** Help from the commune. */
  SUPPORT("1.001776", "1.011607", "1.001699", "1.001731");

  private final List<String> codes;

  LifeEvent(String... codes) {
    this.codes = List.of(codes);
  }

  /** Its procedures that the catalogue has. */
  public List<Procedure> procedures(Function<String, Optional<Procedure>> catalogue) {
    List<Procedure> all = new ArrayList<>();
    codes.forEach(code -> catalogue.apply(code).ifPresent(all::add));
    return all;
  }
}
