package vn.motcua.kiosk.ui.citizen;

import java.util.Locale;
import vn.motcua.kiosk.desk.DossierView;
import vn.motcua.scanner.FaultException;

/** Prints a slip that says where a dossier is. */
public interface SlipPrinter {
  /** Prints; blocks until the printer has the job. */
  void print(DossierView view, Locale language) throws FaultException;
}
