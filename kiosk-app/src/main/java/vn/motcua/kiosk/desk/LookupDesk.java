package vn.motcua.kiosk.desk;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.DossierEvent;
import vn.motcua.kiosk.dossier.ProcedureCatalogue;
import vn.motcua.kiosk.dossier.Progress;
import vn.motcua.kiosk.dossier.WorkingCalendar;
import vn.motcua.kiosk.source.SourceAnswer;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.kiosk.store.LedgerEntry;
import vn.motcua.kiosk.store.SourceAnswers;
import vn.motcua.scanner.FaultException;

/** Where a citizen asks for a dossier: is the proof enough, and what does it open? */
public final class LookupDesk {
  private final DossierStore store;
  private final WorkingCalendar calendar;
  private final CallDesk calls;
  private final Clock clock;
  private final OtherSystems others;
  private final OtherView otherView;
  private final SourceAnswers viewings;
  private final PaymentDesk payments;
  private final ProofRules rules;
  private volatile Optional<HelperDesk> helpers = Optional.empty();
  private volatile TryPace pace = new TryPace();

  /**
   * @param calls where a forged card is reported
   * @param clock local time of the centre
   */
  public LookupDesk(DossierStore store, WorkingCalendar calendar, CallDesk calls, Clock clock) {
    this(
        store,
        calendar,
        calls,
        clock,
        OtherSystems.NONE,
        new ProcedureCatalogue(List.of()),
        ProofRules.USUAL);
  }

  /**
   * @param others systems that are asked after our own store
   * @param procedures names their procedures
   * @param rules what proof opens what
   */
  public LookupDesk(
      DossierStore store,
      WorkingCalendar calendar,
      CallDesk calls,
      Clock clock,
      OtherSystems others,
      ProcedureCatalogue procedures,
      ProofRules rules) {
    this(
        store,
        calendar,
        calls,
        clock,
        others,
        procedures,
        rules,
        new PaymentDesk(store, Optional.empty(), clock));
  }

  /**
   * @param others systems that are asked after our own store
   * @param procedures names their procedures
   * @param rules what opens what
   * @param payments knows what is to be paid
   */
  public LookupDesk(
      DossierStore store,
      WorkingCalendar calendar,
      CallDesk calls,
      Clock clock,
      OtherSystems others,
      ProcedureCatalogue procedures,
      ProofRules rules,
      PaymentDesk payments) {
    this.rules = rules;
    this.payments = payments;
    this.others = others;
    otherView = new OtherView(procedures, calendar);
    viewings = new SourceAnswers(store);
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

  /** What is opened while somebody of {@code desk} helps is written down with their name. */
  public LookupDesk helpedBy(HelperDesk desk) {
    helpers = Optional.of(desk);
    return this;
  }

  /** Another pace for wrong receipts. */
  LookupDesk paced(TryPace other) {
    pace = other;
    return this;
  }

  TryPace pace() {
    return pace;
  }

  /** The reason of a viewing at {@code terminal}, with who helps there. */
  String why(String terminal, String why) {
    return helpers.map(desk -> desk.why(terminal, why)).orElse(why);
  }

  DossierStore store() {
    return store;
  }

  ProofRules rules() {
    return rules;
  }

  OtherSystems others() {
    return others;
  }

  /** Writes down that this is looked at. */
  void viewedOther(SourceAnswer.Found found, LedgerEntry entry) throws FaultException {
    viewings.viewed(found.source(), List.of(found.dossier().code()), entry);
  }

  /** What may be shown of another system's dossier. */
  DossierView view(SourceAnswer.Found found) throws FaultException {
    return otherView.of(
        found,
        viewings.ledger(found.source(), found.dossier().code()).stream()
            .map(entry -> new DossierView.Viewing(entry.who(), entry.at(), entry.why()))
            .toList(),
        now());
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
    List<DossierEvent> events = store.events(code);
    List<DossierView.Viewing> viewings =
        store.ledger(code).stream()
            .map(entry -> new DossierView.Viewing(entry.who(), entry.at(), entry.why()))
            .toList();
    return Optional.of(
        new DossierView(
            found.get(),
            Progress.of(found.get(), now, calendar),
            events,
            viewings,
            now,
            Optional.empty(),
            store.custody(code),
            FeeState.of(found.get(), payments.payments(code), payments::vietQr, events)));
  }
}
