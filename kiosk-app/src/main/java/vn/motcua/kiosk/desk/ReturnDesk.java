package vn.motcua.kiosk.desk;

import java.util.Optional;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.LookupSecret;
import vn.motcua.scanner.FaultException;

/** Where a result is handed out. All methods block. */
public final class ReturnDesk {
  /**
   * The dossier of a receipt, if code and secret fit and its result is ready.
   *
   * @throws FaultException with {@link DeskFault.UnknownReceipt} or {@link DeskFault.NotReady}
   */
  public Dossier find(DossierCode code, Optional<LookupSecret> secret, String officer)
      throws FaultException {
    throw new UnsupportedOperationException();
  }

  /**
   * Hands out the result (status 10); originals still held are given back with it.
   *
   * @param receiver who took it, as identified at the counter
   */
  public Dossier handOut(DossierCode code, String receiver, String officer) throws FaultException {
    throw new UnsupportedOperationException();
  }
}
