package vn.motcua.kiosk.desk;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierEvent;
import vn.motcua.kiosk.dossier.DueDate;
import vn.motcua.kiosk.dossier.Move;
import vn.motcua.kiosk.dossier.Originals;
import vn.motcua.kiosk.dossier.PortalStatus;
import vn.motcua.kiosk.dossier.ReturnChannel;
import vn.motcua.kiosk.oldsystem.OldDossier;

/** What a row of an older system is here: nothing is counted anew, the due date stays its own. */
final class ImportedDossiers {
  private final Centre centre;
  private final String who;
  private final String file;

  /**
   * @param file SHA-256 of the file that the rows stand in
   */
  ImportedDossiers(Centre centre, String who, String file) {
    this.centre = centre;
    this.who = who;
    this.file = file;
  }

  Dossier dossier(OldDossier old) {
    return new Dossier(
        old.code(),
        old.procedure(),
        old.submitter(),
        old.owner(),
        old.received(),
        old.due().map(at -> new DueDate(at, List.of(), false)),
        old.stage(),
        old.status(),
        old.holder().isEmpty()
            ? Holders.at(old.stage(), old.procedure(), centre.returnCounter(), "")
            : old.holder(),
        old.since(),
        List.of(),
        Originals.NONE,
        ReturnChannel.COUNTER,
        Optional.empty(),
        List.of(),
        "",
        centre.returnCounter(),
        old.fee());
  }

  /** The one event that is known of it. A pause begins where the row says that it began. */
  DossierEvent event(OldDossier old, Dossier dossier, LocalDateTime now) {
    String note = "Nhập từ hệ thống cũ (tệp SHA-256 " + file + ", dòng " + old.line() + ").";
    return new DossierEvent(
        1,
        old.status().pausesClock() ? old.since() : now,
        move(old.status()),
        old.stage(),
        old.status(),
        who,
        dossier.holder(),
        old.notes().isEmpty() ? note : note + " " + old.notes());
  }

  /** The move that leads to a status: papers that were asked for there are not asked for again. */
  private static Move move(PortalStatus status) {
    return switch (status) {
      case REGISTERED -> Move.REGISTER;
      case ACCEPTED, PROCESSING -> Move.RECEIVE;
      case REFUSED -> Move.REFUSE;
      case SUPPLEMENT_REQUESTED -> Move.ASK_FOR_PAPERS;
      case PAYMENT_REQUESTED -> Move.ASK_FOR_PAYMENT;
      case WITHDRAWN -> Move.WITHDRAW;
      case STOPPED -> Move.STOP;
      case FINISHED -> Move.FINISH;
      case RETURNED -> Move.HAND_OUT;
    };
  }
}
