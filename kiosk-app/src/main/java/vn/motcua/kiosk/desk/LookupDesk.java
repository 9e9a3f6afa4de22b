package vn.motcua.kiosk.desk;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.Progress;
import vn.motcua.kiosk.dossier.WorkingCalendar;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.scanner.FaultException;

/** Where a citizen asks for a dossier: is the proof enough, and what does it open? */
public final class LookupDesk {
  private final DossierStore store;
  private final WorkingCalendar calendar;
  private final CallDesk calls;
  private final Clock clock;

  /**
   * @param calls where a forged card is reported
   * @param clock local time of the centre
   */
  public LookupDesk(DossierStore store, WorkingCalendar calendar, CallDesk calls, Clock clock) {
    this.store = store;
    this.calendar = calendar;
    this.calls = calls;
    this.clock = clock;
  }

  /**
   * A new citizen.
   *
   * @param terminal name of the terminal, for the access ledger
   */
  public LookupSession begin(String terminal) {
    return new LookupSession(this, terminal);
  }

  DossierStore store() {
    return store;
  }

  CallDesk calls() {
    return calls;
  }

  LocalDateTime now() {
    return LocalDateTime.now(clock);
  }

  /** What may be shown of a dossier now; empty if it does not exist. */
  Optional<DossierView> view(DossierCode code) throws FaultException {
    Optional<Dossier> found = store.find(code);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    LocalDateTime now = now();
    List<DossierView.Viewing> viewings =
        store.ledger(code).stream()
            .map(entry -> new DossierView.Viewing(entry.who(), entry.at(), entry.why()))
            .toList();
    return Optional.of(
        new DossierView(
            found.get(),
            Progress.of(found.get(), now.toLocalDate(), calendar),
            store.events(code),
            viewings,
            now,
            Optional.empty(),
            store.custody(code)));
  }
}
