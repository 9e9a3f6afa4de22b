package vn.motcua.kiosk.desk;

/** Where a citizen asks for a dossier: is the proof enough, and what does it open? */
public final class LookupDesk {
  /**
   * A new citizen.
   *
   * @param terminal name of the terminal, for the access ledger
   */
  public LookupSession begin(String terminal) {
    throw new UnsupportedOperationException();
  }
}
