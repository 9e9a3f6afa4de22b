package vn.motcua.kiosk.ui.citizen;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;
import vn.motcua.kiosk.citizen.Citizen;
import vn.motcua.kiosk.desk.DeskFault;
import vn.motcua.kiosk.desk.DossierView;
import vn.motcua.kiosk.desk.LookupAnswer;
import vn.motcua.kiosk.desk.LookupDesk;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.LookupSecret;
import vn.motcua.kiosk.dossier.Party;
import vn.motcua.kiosk.ui.kit.TrustLook;
import vn.motcua.scanner.Fault;

/** From a proof to a dossier: asks the desk, and shows what it answers. */
final class LookupWay {
  private final Shown shown;
  private final LookupDesk desk;
  private final String terminal;
  private final Questions questions;
  private final StaffCalls calls;
  private final Consumer<Fault> help;
  private final Runnable touched;
  private Visit visit;
  private Optional<Citizen> citizen = Optional.empty();
  private Visitor visitor = Visitor.UNKNOWN;
  private Optional<Page.Dossiers> list = Optional.empty();
  private Page.NeedsMore.Asking asking = Page.NeedsMore.Asking.NOT_YET;

  /**
   * @param help is told what went wrong
   * @param touched called when what an officer does is a sign of a person
   */
  LookupWay(
      Shown shown,
      LookupDesk desk,
      String terminal,
      Questions questions,
      StaffCalls calls,
      Consumer<Fault> help,
      Runnable touched) {
    this.shown = shown;
    this.desk = desk;
    this.terminal = terminal;
    this.questions = questions;
    this.calls = calls;
    this.help = help;
    this.touched = touched;
    visit = new Visit(desk, terminal);
  }

  Visitor visitor() {
    return visitor;
  }

  Optional<Citizen> citizen() {
    return citizen;
  }

  /** Whether dossiers stand on the screen. */
  boolean isOpen() {
    return switch (shown.page()) {
      case Page.Dossiers _, Page.OneDossier _, Page.OfDossier _ -> true;
      default -> false;
    };
  }

  /** Whether this dossier is one of those that stand on the screen. */
  boolean shows(DossierCode code) {
    return switch (shown.page()) {
      case Page.OneDossier one -> has(one, code);
      case Page.OfDossier side -> has(side.of(), code);
      case Page.Dossiers all -> has(all, code);
      default -> false;
    };
  }

  private boolean has(Page.OneDossier one, DossierCode code) {
    return one.view().dossier().code().equals(code)
        || listOf(one).filter(all -> has(all, code)).isPresent();
  }

  private static boolean has(Page.Dossiers all, DossierCode code) {
    return all.dossiers().stream().anyMatch(view -> view.dossier().code().equals(code));
  }

  void byReceipt(DossierCode code, LookupSecret secret) {
    Visit asked = visit;
    questions.ask(
        () -> asked.session().byReceipt(code, secret),
        answer -> answered(answer, false, _ -> help.accept(new DeskFault.UnknownReceipt())));
  }

  void byTyped(String code, String secret) {
    Visit asked = visit;
    questions.ask(
        () -> asked.session().byTyped(code, secret),
        answer ->
            answered(
                answer,
                false,
                left -> shown.page(new Page.TypeSecret(code, "", OptionalInt.of(left)))));
  }

  void byCard(Citizen person) {
    know(person);
    Visit asked = visit;
    questions.ask(
        () -> asked.session().byCard(person),
        answer -> answered(answer, true, _ -> help.accept(new DeskFault.UnknownReceipt())));
  }

  /** One of the dossiers in the list is opened, as it stands now. */
  void open(DossierCode code) {
    Visit asked = visit;
    questions.ask(
        () -> asked.session().open(code),
        fresh ->
            fresh.ifPresentOrElse(
                view -> shown.page(new Page.OneDossier(visitor, view, true)),
                () -> help.accept(new DeskFault.UnknownReceipt())));
  }

  /** An officer is asked to compare card and person; false if there is no card. */
  boolean confirm() {
    if (citizen.isEmpty()) {
      return false;
    }
    Citizen asked = citizen.get();
    needsMore(Page.NeedsMore.Asking.ASKED);
    calls.confirm(asked, officer -> confirmed(asked, officer));
    return true;
  }

  /** The list that {@code page} came from. */
  Optional<Page.Dossiers> listOf(Page.OneDossier page) {
    return list.filter(_ -> page.fromList());
  }

  /** The card is not proof enough. */
  void needsMore() {
    needsMore(asking);
  }

  private void needsMore(Page.NeedsMore.Asking asking) {
    TrustLook proven =
        citizen.flatMap(Citizen::trust).map(TrustLook::of).orElse(TrustLook.UNVERIFIABLE);
    shown.page(new Page.NeedsMore(visitor, proven, asking));
  }

  /** Forgets the citizen and everything that was opened. */
  void forget() {
    Visit over = visit;
    visit = new Visit(desk, terminal);
    citizen = Optional.empty();
    visitor = Visitor.UNKNOWN;
    list = Optional.empty();
    questions.aside(over::end);
  }

  private void know(Citizen person) {
    citizen = Optional.of(person);
    visitor = Visitor.of(person);
  }

  private void confirmed(Citizen asked, Optional<String> officer) {
    if (!(shown.page() instanceof Page.NeedsMore)) {
      return;
    }
    if (officer.isEmpty()) {
      needsMore(Page.NeedsMore.Asking.DECLINED);
      return;
    }
    touched.run();
    String name = officer.get();
    Visit current = visit;
    questions.ask(
        () -> current.session().confirmedBy(name, asked),
        answer -> answered(answer, true, _ -> help.accept(new DeskFault.UnknownReceipt())));
  }

  private void answered(LookupAnswer answer, boolean byCard, Consumer<Integer> refused) {
    switch (answer) {
      case LookupAnswer.Opened(List<DossierView> dossiers) -> opened(dossiers, byCard);
      case LookupAnswer.NeedsMore(Citizen person, boolean officerMay) -> {
        know(person);
        asking = officerMay ? Page.NeedsMore.Asking.NOT_YET : Page.NeedsMore.Asking.NOT_HERE;
        needsMore();
      }
      case LookupAnswer.Refused(int left) -> refused.accept(left);
      case LookupAnswer.RefusedUnasked _ -> help.accept(new DeskFault.OthersSilent());
      case LookupAnswer.TriesUsedUp _ -> shown.page(new Page.TriesUsedUp());
      case LookupAnswer.StaffCalled _, LookupAnswer.AtCounter _ ->
          shown.page(new Page.AskAtCounter());
      case LookupAnswer.Failed(Fault fault) -> help.accept(fault);
    }
  }

  private void opened(List<DossierView> dossiers, boolean byCard) {
    if (byCard) {
      visitor = visitor.orNamed(nameIn(dossiers));
      Page.Dossiers page = new Page.Dossiers(visitor, dossiers);
      list = Optional.of(page);
      shown.page(page);
    } else if (dossiers.isEmpty()) {
      help.accept(new DeskFault.UnknownReceipt());
    } else {
      if (!isOfCitizen(dossiers.getFirst())) {
        citizen = Optional.empty();
        visitor = Visitor.UNKNOWN;
      }
      shown.page(new Page.OneDossier(visitor, dossiers.getFirst(), false));
    }
  }

  /**
   * Whether a dossier that a receipt opened names whose card was read before. If not, whoever holds
   * the receipt need not be that person, and is not addressed as they would be.
   */
  private boolean isOfCitizen(DossierView view) {
    Optional<String> number = citizen.map(person -> person.number().value().value());
    return number.isPresent()
        && (view.dossier().applicant().number().equals(number)
            || view.dossier().owner().number().equals(number));
  }

  /** How the card's owner is called where the dossiers name the same person. */
  private Optional<String> nameIn(List<DossierView> dossiers) {
    Optional<String> number = citizen.map(person -> person.number().value().value());
    return dossiers.stream()
        .map(DossierView::dossier)
        .flatMap(dossier -> Stream.of(dossier.applicant(), dossier.owner()))
        .filter(party -> number.isPresent() && party.number().equals(number))
        .map(Party::name)
        .findFirst();
  }
}
