package vn.motcua.kiosk.forms;

import java.util.ArrayList;
import java.util.List;
import vn.motcua.kiosk.dossier.Procedure;
import vn.motcua.kiosk.dossier.SeparatorCode;

/**
 * A sheet that is laid before a paper in a pile.
 *
 * @param code what its codes say; the title is also printed large
 * @param procedure the name of the procedure whose paper it is, for people; may be empty
 */
public record SeparatorSheet(SeparatorCode code, String procedure) {
  /** A sheet that only separates. */
  public static final SeparatorSheet PLAIN = new SeparatorSheet(SeparatorCode.PLAIN, "");

  /** A sheet for every paper of the procedure's checklist that is scanned, in its order. */
  public static List<SeparatorSheet> of(Procedure procedure) {
    List<SeparatorSheet> sheets = new ArrayList<>();
    for (int place = 1; place <= procedure.papers().size(); place++) {
      if (procedure.papers().get(place - 1).scan()) {
        sheets.add(new SeparatorSheet(SeparatorCode.of(procedure, place), procedure.shortName()));
      }
    }
    return sheets;
  }
}
