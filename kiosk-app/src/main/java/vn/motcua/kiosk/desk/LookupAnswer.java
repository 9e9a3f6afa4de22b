package vn.motcua.kiosk.desk;

import java.util.List;
import vn.motcua.kiosk.citizen.Citizen;
import vn.motcua.scanner.Fault;

/** What a citizen gets for a proof. */
public sealed interface LookupAnswer {
  /** These dossiers are open to this session; an empty list: the card is proven, nothing found. */
  record Opened(List<DossierView> dossiers) implements LookupAnswer {
    public Opened {
      dossiers = List.copyOf(dossiers);
    }
  }

  /**
   * The chip alone is not proof enough: a receipt's secret or an officer's confirmation is needed.
   *
   * @param officerMay whether an officer's confirmation opens anything at this centre's terminals
   */
  record NeedsMore(Citizen citizen, boolean officerMay) implements LookupAnswer {}

  /** This centre shows dossiers for such a proof at the counter only. */
  record AtCounter() implements LookupAnswer {}

  /** Unknown code or wrong secret: the same answer, in the same time. */
  record Refused(int triesLeft) implements LookupAnswer {}

  /**
   * Refused, and a system that may know the dossier cannot be asked now: nobody may say that there
   * is none. The same for unknown and for wrong.
   */
  record RefusedUnasked(int triesLeft) implements LookupAnswer {}

  /** The tries of this session are used up; staff help. */
  record TriesUsedUp() implements LookupAnswer {}

  /** The card is forged: nothing is shown, staff are called quietly. */
  record StaffCalled() implements LookupAnswer {}

  /** The store cannot answer. */
  record Failed(Fault fault) implements LookupAnswer {}
}
