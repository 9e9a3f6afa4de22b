package vn.motcua.kiosk.ui.citizen.papers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.motcua.kiosk.citizen.Citizen;
import vn.motcua.kiosk.citizen.Citizens;
import vn.motcua.kiosk.desk.CitizenDesks;
import vn.motcua.kiosk.desk.Clips;
import vn.motcua.kiosk.desk.DeskFault;
import vn.motcua.kiosk.desk.DraftDesk;
import vn.motcua.kiosk.desk.PapersDesk;
import vn.motcua.kiosk.desk.ScannedCode;
import vn.motcua.kiosk.dossier.Procedure;
import vn.motcua.kiosk.ui.citizen.Note;
import vn.motcua.kiosk.ui.citizen.Page;
import vn.motcua.kiosk.ui.citizen.RoomModel;
import vn.motcua.kiosk.ui.citizen.Terminal;
import vn.motcua.kiosk.ui.kit.Background;
import vn.motcua.kiosk.ui.kit.Errands;
import vn.motcua.kiosk.ui.kit.Timers;
import vn.motcua.kiosk.ui.kit.keyboard.Keys;
import vn.motcua.kiosk.ui.kit.keyboard.Manner;
import vn.motcua.kiosk.ui.kit.keyboard.ToneMark;
import vn.motcua.kiosk.ui.kit.keyboard.TypedText;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.chip.Trust;
import vn.motcua.scanner.chip.TrustVerdict;

/**
 * What a person does in the room "Cần giấy tờ gì?", without a window. What a draft holds is
 * forgotten as soon as its code is handed out, or the person leaves.
 */
public final class PapersModel implements RoomModel, Keys {
  private static final int LONGEST_SEARCH = 60;

  private final Terminal terminal;
  private final Background background;
  private final CitizenDesks desks;
  private final Clock clock;
  private final PhoneText phone;
  private final DraftInHand draft;
  private final SlideShow slides;
  private Manner manner = Manner.USUAL;
  private Optional<LifeEvent> event = Optional.empty();
  private Optional<PapersPage.Find> search = Optional.empty();

  /**
   * @param phone makes what a phone gets
   * @param background scans beside the screen
   * @param timers let slides go on by themselves
   */
  public PapersModel(
      Terminal terminal,
      Background background,
      CitizenDesks desks,
      PhoneText phone,
      Timers timers,
      Clock clock) {
    this.terminal = terminal;
    this.background = background;
    this.desks = desks;
    this.phone = phone;
    this.clock = clock;
    draft = new DraftInHand(terminal, background, desks.scans());
    slides = new SlideShow(terminal, timers);
  }

  // ---- what is needed ----

  /** The door was opened. */
  public void enter(Manner usual) {
    terminal.touched();
    manner = usual;
    event = Optional.empty();
    search = Optional.empty();
    terminal.page(new PapersPage.Events());
  }

  /** Something has happened in a life. */
  public void open(LifeEvent what) {
    terminal.touched();
    event = Optional.of(what);
    search = Optional.empty();
    terminal.page(new PapersPage.OfEvent(what, what.procedures(desks.papers()::find)));
  }

  /** It is looked for in one's own words. */
  public void find() {
    terminal.touched();
    show(TypedText.EMPTY);
  }

  private void show(TypedText typed) {
    List<Procedure> found = typed.isEmpty() ? List.of() : desks.papers().search(typed.ended());
    PapersPage.Find page = new PapersPage.Find(typed, manner, found);
    search = Optional.of(page);
    terminal.page(page);
  }

  /** One procedure was chosen. */
  public void choose(Procedure procedure) {
    terminal.touched();
    terminal.page(new PapersPage.Needed(desks.papers().needs(procedure)));
  }

  /** The same for the phone. */
  public void forPhone(PapersDesk.Needs needs) {
    terminal.touched();
    terminal.page(
        new PapersPage.ForPhone(needs, phone.of(needs, desks.link()), !desks.link().isEmpty()));
  }

  // ---- slides ----

  /** Slides explain it: those of the centre, else some made from what it needs. */
  public void explain(PapersDesk.Needs needs) {
    terminal.touched();
    terminal.ask(
        () -> desks.clips().of(needs.procedure().code()),
        found -> slides.begin(needs, found.slides()));
  }

  /** On, back, stop, go on. */
  public SlideShow slides() {
    return slides;
  }

  // ---- the draft ----

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

  private void filled(Citizen citizen) {
    if (draft.needs().isEmpty()) {
      terminal.home();
    } else if (citizen.trust().map(TrustVerdict::trust).filter(Trust.FORGED::equals).isPresent()) {
      draft.forget();
      terminal.page(new Page.AskAtCounter());
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
    return new PapersPage.Ask(question, TypedText.of(typed, manner.style()), manner, false);
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
  @Override
  public void enter() {
    terminal.touched();
    switch (terminal.state().page()) {
      case PapersPage.Ask asked -> {
        String typed = asked.typed().ended();
        if (asked.question().fits(typed, LocalDate.now(clock))) {
          draft.answer(asked.question(), typed);
          goOn();
        } else {
          terminal.page(new PapersPage.Ask(asked.question(), asked.typed(), asked.manner(), true));
        }
      }
      case PapersPage.Find found when found.found().size() == 1 -> choose(found.found().getFirst());
      default -> {}
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
    forget();
    terminal.page(new PapersPage.Handed(kept));
  }

  /** Something goes to the printer; blocks nobody. */
  void print(Printing job) {
    terminal.touched();
    background.run(
        () -> {
          job.run();
          return true;
        },
        _ -> terminal.note(new Note.Said("note.printed")),
        failure ->
            terminal.note(
                new Note.OfFault(
                    failure instanceof FaultException known
                        ? known.fault()
                        : new Errands.Unforeseen())));
  }

  /** What a printer does. */
  interface Printing {
    void run() throws FaultException;
  }

  // ---- keys ----

  @Override
  public void key(char key) {
    typed(text -> text.type(key, manner));
  }

  @Override
  public void write(String letters) {
    typed(text -> text.write(letters, manner));
  }

  @Override
  public void tone(ToneMark tone) {
    typed(text -> text.tone(tone, manner));
  }

  @Override
  public void literalWord() {
    typed(TypedText::literalWord);
  }

  @Override
  public void erase() {
    typed(TypedText::erase);
  }

  @Override
  public void manner(Manner other) {
    manner = other;
    typed(text -> text.style(other.style()));
  }

  private void typed(java.util.function.UnaryOperator<TypedText> change) {
    terminal.touched();
    switch (terminal.state().page()) {
      case PapersPage.Find page -> {
        TypedText next = change.apply(page.typed());
        if (next.text().length() <= LONGEST_SEARCH) {
          show(next);
        }
      }
      case PapersPage.Ask page -> {
        TypedText next = change.apply(page.typed());
        boolean digits = next.text().chars().allMatch(c -> c >= '0' && c <= '9');
        if (next.text().length() <= page.question().most()
            && (digits || !page.question().isDigits())) {
          terminal.page(new PapersPage.Ask(page.question(), next, manner, false));
        }
      }
      default -> {}
    }
  }

  // ---- the terminal ----

  @Override
  public boolean owns(Page page) {
    return page instanceof PapersPage;
  }

  @Override
  public boolean back(Page from) {
    slides.stop();
    if (!(from instanceof PapersPage page)) {
      return false;
    }
    switch (page) {
      case PapersPage.Events _, PapersPage.Handed _ -> {
        return false;
      }
      case PapersPage.OfEvent _, PapersPage.Find _ -> {
        event = Optional.empty();
        search = Optional.empty();
        terminal.page(new PapersPage.Events());
      }
      case PapersPage.Needed _ -> backToList();
      case PapersPage.ForPhone(PapersDesk.Needs needs, _, _) -> showNeeds(needs);
      case PapersPage.Slides(PapersDesk.Needs needs, List<Clips.Slide> _, _, _) -> showNeeds(needs);
      case PapersPage.ForWhom(PapersDesk.Needs needs) -> {
        draft.forget();
        showNeeds(needs);
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
    }
    return true;
  }

  private void showNeeds(PapersDesk.Needs needs) {
    terminal.page(new PapersPage.Needed(needs));
  }

  private void backToList() {
    if (search.isPresent()) {
      terminal.page(search.get());
    } else if (event.isPresent()) {
      open(event.get());
    } else {
      terminal.page(new PapersPage.Events());
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

  @Override
  public boolean scanned(ScannedCode code) {
    return switch (code) {
      case ScannedCode.Card(var qr)
          when terminal.state().page() instanceof PapersPage.HowToFill -> {
        filled(Citizens.of(qr)); // nothing of it is proven: it is marked as the QR's
        yield true;
      }
      case ScannedCode.Draft _ -> {
        terminal.note(new Note.OfFault(new DeskFault.DraftOnly()));
        yield true;
      }
      default -> false;
    };
  }

  @Override
  public void forget() {
    slides.stop();
    draft.forget();
    event = Optional.empty();
    search = Optional.empty();
  }
}
