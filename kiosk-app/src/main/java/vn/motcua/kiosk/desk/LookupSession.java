package vn.motcua.kiosk.desk;

import java.util.Optional;
import vn.motcua.kiosk.citizen.Citizen;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.LookupSecret;

/**
 * One citizen at one terminal. It holds what this citizen has opened and how many tries are left;
 * {@link #end()} forgets everything. All methods block and belong on a background thread.
 */
public final class LookupSession {
  /** Tries that a session has. */
  public static final int TRIES = 5;

  /** Opens the one dossier with that code and that secret. */
  public LookupAnswer byReceipt(DossierCode code, LookupSecret secret) {
    throw new UnsupportedOperationException();
  }

  /** A receipt's text as typed; a text that cannot be a code or a secret costs a try as well. */
  public LookupAnswer byTyped(String code, String secret) {
    throw new UnsupportedOperationException();
  }

  /**
   * What a card opens: VERIFIED → the citizen's own dossiers; FORGED → {@link
   * LookupAnswer.StaffCalled}; everything else → {@link LookupAnswer.NeedsMore}.
   */
  public LookupAnswer byCard(Citizen citizen) {
    throw new UnsupportedOperationException();
  }

  /** An officer has compared the card with the person: the citizen's own dossiers. */
  public LookupAnswer confirmedBy(String officer, Citizen citizen) {
    throw new UnsupportedOperationException();
  }

  /** A fresh view of a dossier that this session has already opened. */
  public Optional<DossierView> open(DossierCode code) {
    throw new UnsupportedOperationException();
  }

  /** Tries left, 0 to {@link #TRIES}. */
  public int triesLeft() {
    throw new UnsupportedOperationException();
  }

  /** Forgets everything. */
  public void end() {
    throw new UnsupportedOperationException();
  }
}
