package vn.motcua.kiosk.source;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.PortalStatus;
import vn.motcua.kiosk.dossier.Stage;

/**
 * What another system says of a dossier. Texts are empty where it says nothing; times are local.
 *
 * @param code its code
 * @param procedureCode national code of the procedure
 * @param procedureName name of the procedure
 * @param ownerName chủ hồ sơ
 * @param ownerNumber citizen number, twelve digits
 * @param ownerPhone digits only
 * @param secret what the other system gave the citizen to look it up with
 * @param received when it was received
 * @param due when it is due
 * @param status the portal's status
 * @param stage which of the five stages
 * @param holder who has it
 * @param note a sentence: what is missing, why it was stopped
 * @param fee in đồng
 * @param progress what was done, oldest first
 */
public record SourceDossier(
    DossierCode code,
    String procedureCode,
    String procedureName,
    String ownerName,
    Optional<String> ownerNumber,
    String ownerPhone,
    String secret,
    LocalDateTime received,
    Optional<LocalDateTime> due,
    PortalStatus status,
    Stage stage,
    String holder,
    String note,
    long fee,
    List<Line> progress) {
  public SourceDossier {
    progress = List.copyOf(progress);
  }

  /**
   * One thing that was done.
   *
   * @param at when
   * @param who name or unit
   * @param what in the other system's words
   * @param status the status afterwards, if it was told
   */
  public record Line(LocalDateTime at, String who, String what, Optional<PortalStatus> status) {
    /** Never the names: this may land in a log. */
    @Override
    public String toString() {
      return "Line[" + at + "]";
    }
  }

  /** Since when it is as it is: the newest line, or the day it was received. */
  public LocalDateTime since() {
    return progress.isEmpty() ? received : progress.getLast().at();
  }

  /** Never the person: this may land in a log. */
  @Override
  public String toString() {
    return "SourceDossier[" + status + "]";
  }
}
