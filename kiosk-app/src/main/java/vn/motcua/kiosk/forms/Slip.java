package vn.motcua.kiosk.forms;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What stands on a lookup slip. It carries no name and no secret: it may be left lying.
 *
 * @param centre the one-stop centre
 * @param dossierCode the dossier's code
 * @param procedure its name
 * @param stages the stages in their order
 * @param current the place of the present one, from 0
 * @param holder who has it now; may be empty
 * @param due when the result is due, if that is known
 * @param explanation one plain line on the date or the state; may be empty
 * @param asOf how old the data are
 * @param hotline whom to call; may be empty
 */
public record Slip(
    String centre,
    String dossierCode,
    String procedure,
    List<String> stages,
    int current,
    String holder,
    Optional<LocalDateTime> due,
    String explanation,
    LocalDateTime asOf,
    String hotline) {
  public Slip {
    stages = List.copyOf(stages);
  }
}
