package vn.motcua.kiosk.desk;

import java.util.EnumMap;
import java.util.Map;
import vn.motcua.scanner.FaultException;

/**
 * What proof opens what. The table below is the law of every terminal; a centre may only make it
 * stricter.
 */
public final class ProofRules {
  /** What a proof opens, the most generous first. */
  public enum Opens {
    /** All dossiers of the person whom it names. */
    OWN,
    /** The one dossier that it belongs to. */
    ONE,
    /** Nothing by itself; with a receipt's secret or an officer's confirmation, what those open. */
    MORE_NEEDED,
    /** Nothing at this terminal: an officer at the counter can help. */
    COUNTER
  }

  /** The table as it is where a centre has not made it stricter. */
  public static final ProofRules USUAL =
      new ProofRules(
          Map.of(
              Proof.CHIP_VERIFIED, Opens.OWN,
              Proof.CHIP_ISSUER_VERIFIED, Opens.MORE_NEEDED,
              Proof.CHIP_UNKNOWN_ISSUER, Opens.MORE_NEEDED,
              Proof.CHIP_UNPROVEN, Opens.MORE_NEEDED,
              Proof.CHIP_FORGED, Opens.COUNTER,
              Proof.CARD_CODE, Opens.MORE_NEEDED,
              Proof.RECEIPT, Opens.ONE,
              Proof.OFFICER, Opens.OWN));

  private final Map<Proof, Opens> table;

  private ProofRules(Map<Proof, Opens> table) {
    this.table = new EnumMap<>(table);
  }

  /** What {@code proof} opens. */
  public Opens opens(Proof proof) {
    Opens found = table.get(proof);
    if (found == null) {
      throw new IllegalStateException("no rule for " + proof);
    }
    return found;
  }

  /**
   * The table with the wishes of a centre.
   *
   * @throws FaultException with {@link DeskFault.ProofLooser} if one of them opens more than this
   *     table does
   */
  public ProofRules stricter(Map<Proof, Opens> wishes) throws FaultException {
    Map<Proof, Opens> next = new EnumMap<>(table);
    for (Map.Entry<Proof, Opens> wish : wishes.entrySet()) {
      if (wish.getValue().compareTo(opens(wish.getKey())) < 0) {
        throw new FaultException(new DeskFault.ProofLooser(), wish.getKey().name());
      }
      next.put(wish.getKey(), wish.getValue());
    }
    return new ProofRules(next);
  }
}
