package vn.motcua.kiosk.desk;

import java.util.List;
import vn.motcua.kiosk.dossier.DueDate;
import vn.motcua.kiosk.dossier.Procedure;
import vn.motcua.scanner.FaultException;

/** Where a dossier is received. All methods block. */
public final class IntakeDesk {
  /** Procedures that fit what was typed; all for an empty text. */
  public List<Procedure> procedures(String text) {
    throw new UnsupportedOperationException();
  }

  /** When a dossier of that procedure, received now, is due. */
  public DueDate dueIfReceivedNow(Procedure procedure) {
    throw new UnsupportedOperationException();
  }

  /**
   * Receives: pages become a searchable PDF/A, then dossier, event, secret and files are written in
   * one transaction, then the receipt is made. Nothing is written if any of it fails.
   *
   * @throws FaultException what a person must mend first; the batch is still there
   */
  public Received receive(Intake intake) throws FaultException {
    throw new UnsupportedOperationException();
  }
}
