package vn.motcua.kiosk.ui.citizen.papers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import vn.motcua.kiosk.citizen.Citizen;
import vn.motcua.kiosk.desk.CitizenDesks;
import vn.motcua.kiosk.desk.DraftDesk;
import vn.motcua.kiosk.desk.PapersDesk;
import vn.motcua.kiosk.ui.citizen.Page;
import vn.motcua.kiosk.ui.citizen.Terminal;
import vn.motcua.kiosk.ui.kit.Background;
import vn.motcua.kiosk.ui.kit.keyboard.Manner;
import vn.motcua.kiosk.ui.kit.keyboard.TypedText;

/** The questions and answers by which a draft is made, until its code is handed out. */
public final class DraftTalk {
  private final Terminal terminal;
  private final CitizenDesks desks;
  private final Clock clock;
  private final Supplier<Manner> manner;
  private final DraftInHand draft;

  /**
   * @param background scans beside the screen
   * @param manner how the person types
   */
  DraftTalk(
      Terminal terminal,
      Background background,
      CitizenDesks desks,
      Clock clock,
      Supplier<Manner> manner) {
    this.terminal = terminal;
    this.desks = desks;
    this.clock = clock;
    this.manner = manner;
    draft = new DraftInHand(terminal, background, desks.scans());
  }

  /** Something is prepared for that procedure. */
  public void prepare(PapersDesk.Needs needs) {
    terminal.touched();
    draft.begin(needs);
    terminal.page(new PapersPage.ForWhom(needs));
  }

  /** Whose affair it is. */
  public void forWhom(boolean another) {
    terminal.touched();
    draft
        .needs()
        .ifPresent(needs -> {
          draft.forAnother(another);
          terminal.page(new PapersPage.HowToFill(needs));
        });
  }

  /** The card fills it. */
  public void useCard() {
    terminal.readCard(this::filled);
  }

  /** It is typed. */
  public void type() {
    terminal.touched();
    goOn();
  }

  /** A card names the person. */
  void filled(Citizen citizen) {
    if (draft.needs().isEmpty()) {
      terminal.home();
    } else {
      draft.fill(citizen);
      goOn();
    }
  }

  /** The next question that is open, or all that is filled in. */
  private void goOn() {
    draft
        .open()
        .ifPresentOrElse(
            question -> terminal.page(ask(question, "")), () -> terminal.page(check()));
  }

  private PapersPage.Ask ask(DraftQuestion question, String typed) {
    return new PapersPage.Ask(
        question, TypedText.of(typed, manner.get().style()), manner.get(), false);
  }

  private PapersPage.Check check() {
    return new PapersPage.Check(
        draft.needs().orElseThrow(), draft.draft(), draft.pages(), desks.scans().isOffered());
  }

  /** One answer is to be changed. */
  public void change(DraftQuestion question) {
    terminal.touched();
    if (draft.needs().isPresent()) {
      terminal.page(ask(question, question.typed(draft.answer(question))));
    }
  }

  /** What was typed is the answer. */
  void answered(PapersPage.Ask asked) {
    String typed = asked.typed().ended();
    if (asked.question().fits(typed, LocalDate.now(clock))) {
      draft.answer(asked.question(), typed);
      goOn();
    } else {
      terminal.page(new PapersPage.Ask(asked.question(), asked.typed(), asked.manner(), true));
    }
  }

  /** It stays open. */
  public void skip() {
    terminal.touched();
    if (terminal.state().page() instanceof PapersPage.Ask asked && asked.question().isOptional()) {
      draft.answer(asked.question(), "");
      goOn();
    }
  }

  /** Papers are scanned into it. */
  public void scanPapers() {
    terminal.touched();
    draft.showScan(Optional.empty(), Optional.empty());
  }

  /** One paper lies in the scanner. */
  public void scan(String paper) {
    terminal.touched();
    draft.scan(paper);
  }

  /** The pages that were scanned go. */
  public void dropPages() {
    terminal.touched();
    draft.dropPages();
    draft.showScan(Optional.empty(), Optional.empty());
  }

  /** Back to what is filled in. */
  public void scanned() {
    terminal.touched();
    if (draft.needs().isPresent()) {
      terminal.page(check());
    }
  }

  /** It is whole: a counter may take it. */
  public void handOut() {
    terminal.touched();
    if (terminal.state().page() instanceof PapersPage.Check check) {
      var pile = draft.pile();
      terminal.ask(
          () -> {
            desks.drafts().forgetExpired();
            return desks.drafts().keep(check.draft(), pile);
          },
          this::handed);
    }
  }

  private void handed(DraftDesk.Kept kept) {
    draft.forget();
    terminal.page(new PapersPage.Handed(kept));
  }

  /** One step back from a page of the draft. */
  void back(Page from) {
    switch (from) {
      case PapersPage.ForWhom(PapersDesk.Needs needs) -> {
        draft.forget();
        terminal.page(new PapersPage.Needed(needs));
      }
      case PapersPage.HowToFill(PapersDesk.Needs needs) ->
          terminal.page(new PapersPage.ForWhom(needs));
      case PapersPage.Ask(DraftQuestion question, _, _, _) -> backFrom(question);
      case PapersPage.Check(PapersDesk.Needs needs, _, _, _) ->
          terminal.page(new PapersPage.HowToFill(needs));
      case PapersPage.Scan _ -> {
        draft.stopScan();
        terminal.page(check());
      }
      default -> throw new IllegalArgumentException("not a page of the draft: " + from);
    }
  }

  private void backFrom(DraftQuestion question) {
    if (draft.open().isEmpty()) {
      terminal.page(check());
    } else {
      draft
          .before(question)
          .ifPresentOrElse(
              this::change,
              () -> terminal.page(new PapersPage.HowToFill(draft.needs().orElseThrow())));
    }
  }

  /** Everything goes. */
  void forget() {
    draft.forget();
  }
}
