package vn.motcua.kiosk.store;

import java.time.LocalDate;
import java.util.Optional;
import vn.motcua.kiosk.dossier.Stage;

/**
 * What staff look for.
 *
 * @param stage all stages if empty
 * @param text a code or its end, a telephone number or its last four digits, or words without
 *     diacritics of names and procedures, all of which must occur; anything if empty
 * @param dueBefore only what is due before that day
 * @param most how many are wanted, 1 to {@link DossierStore#LONGEST_LIST}
 */
public record DossierQuery(
    Optional<Stage> stage, String text, Optional<LocalDate> dueBefore, int most) {
  public DossierQuery {
    if (most < 1 || most > DossierStore.LONGEST_LIST) {
      throw new IllegalArgumentException("most: " + most);
    }
  }

  /** Of a stage, or of all, as many as there may be. */
  public static DossierQuery of(Optional<Stage> stage, String text) {
    return new DossierQuery(stage, text, Optional.empty(), DossierStore.LONGEST_LIST);
  }
}
