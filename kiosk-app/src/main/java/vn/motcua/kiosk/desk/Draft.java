package vn.motcua.kiosk.desk;

import java.util.Optional;

/**
 * What a citizen prepared before it is their turn.
 *
 * @param procedure code of the procedure
 * @param applicant who hands it in
 * @param owner whose affair it is, if somebody else's
 */
public record Draft(String procedure, DraftPerson applicant, Optional<DraftPerson> owner) {
  /** Never the data themselves: this may land in a log. */
  @Override
  public String toString() {
    return "Draft[" + procedure + "]";
  }
}
