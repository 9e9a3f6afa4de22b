package vn.motcua.kiosk.oldsystem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.motcua.kiosk.dossier.Procedure;
import vn.motcua.kiosk.dossier.ProcedureCatalogue;
import vn.motcua.kiosk.dossier.SearchText;

/**
 * Procedures of an older system. What rules a dossier was received under is not known: it gets a
 * version of its own, {@code old}, so that today's rules are never taken for those of then.
 */
public final class OldProcedures {
  /** The version of all of them begins with this. */
  public static final String VERSION = "old";

  private static final Pattern CODE = Pattern.compile("[0-9]{1,2}\\.[0-9]{6}(\\.[0-9A-Z.]{1,12})?");

  private final ProcedureCatalogue catalogue;
  private final Map<String, String> names = new HashMap<>();

  public OldProcedures(ProcedureCatalogue catalogue) {
    this.catalogue = catalogue;
    for (Procedure procedure : catalogue.all()) {
      names.putIfAbsent(SearchText.fold(procedure.name()), procedure.code());
      names.putIfAbsent(SearchText.fold(procedure.shortName()), procedure.code());
    }
  }

  /**
   * The procedure that a row names by its code or, if it has none, by its name.
   *
   * @param own names of the older system, folded, and their codes
   */
  Optional<Procedure> find(String code, String name, Map<String, String> own) {
    String folded = SearchText.fold(name);
    String known =
        Optional.of(code)
            .filter(given -> !given.isEmpty())
            .map(given -> own.getOrDefault(SearchText.fold(given), given))
            .or(() -> Optional.ofNullable(own.get(folded)))
            .or(() -> Optional.ofNullable(names.get(folded)))
            .orElse("");
    Optional<Procedure> ours = catalogue.find(known);
    if (ours.isPresent()) {
      return ours.map(OldProcedures::old);
    }
    return CODE.matcher(known).matches() && !name.isEmpty()
        ? Optional.of(strange(known, name))
        : Optional.empty();
  }

  private static Procedure old(Procedure now) {
    return new Procedure(
        now.code(),
        VERSION,
        now.name(),
        now.shortName(),
        now.nameEn(),
        now.unit(),
        now.words(),
        List.of(),
        now.workingDays(),
        0,
        false,
        false);
  }

  private static Procedure strange(String code, String name) {
    // Two names of one code are two versions: what was published under one never changes.
    String version = VERSION + "-" + Integer.toHexString(name.hashCode());
    return new Procedure(
        code, version, name, name, name, "chuyên môn", List.of(), List.of(), 0, 0, false, false);
  }
}
