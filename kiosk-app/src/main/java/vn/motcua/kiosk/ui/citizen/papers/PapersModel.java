package vn.motcua.kiosk.ui.citizen.papers;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import vn.motcua.kiosk.citizen.Citizens;
import vn.motcua.kiosk.desk.CitizenDesks;
import vn.motcua.kiosk.desk.Clips;
import vn.motcua.kiosk.desk.DeskFault;
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
import vn.motcua.kiosk.ui.kit.keyboard.KeysShown;
import vn.motcua.kiosk.ui.kit.keyboard.Manner;
import vn.motcua.kiosk.ui.kit.keyboard.ToneMark;
import vn.motcua.kiosk.ui.kit.keyboard.TypedText;
import vn.motcua.scanner.FaultException;

/**
 * What a person does in the room "Cần giấy tờ gì?", without a window. What a draft holds is
 * forgotten as soon as its code is handed out, or the person leaves.
 */
public final class PapersModel implements RoomModel, Keys {
  private static final int LONGEST_SEARCH = 60;

  private final Terminal terminal;
  private final Background background;
  private final CitizenDesks desks;
  private final PhoneText phone;
  private final DraftTalk draft;
  private final SlideShow slides;
  private final KeysShown keysShown = new KeysShown();
  private int visits;
  private boolean printing;
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
    draft = new DraftTalk(terminal, background, desks, clock, () -> manner);
    slides = new SlideShow(terminal, timers);
  }

  // ---- what is needed ----

  /** The door was opened. */
  public void enter(Manner usual) {
    terminal.touched();
    manner = usual;
    keysShown.forget();
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
    keysShown.forget();
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

  /** What is prepared for the counter. */
  public DraftTalk draft() {
    return draft;
  }

  /** What was typed is the answer, or finds one procedure. */
  @Override
  public void enter() {
    terminal.touched();
    switch (terminal.state().page()) {
      case PapersPage.Ask asked -> draft.answered(asked);
      case PapersPage.Find found when found.found().size() == 1 -> choose(found.found().getFirst());
      default -> {}
    }
  }

  /**
   * Something goes to the printer; blocks nobody. One after the other, however often it is touched;
   * what became of it is told to whoever ordered it, and to nobody who comes later.
   */
  void print(Printing job) {
    terminal.touched();
    if (printing) {
      return;
    }
    printing = true;
    int mine = visits;
    terminal.note(new Note.Said("note.printing"));
    background.run(
        () -> {
          job.run();
          return true;
        },
        _ -> printed(mine, new Note.Said("note.printed")),
        failure ->
            printed(
                mine,
                new Note.OfFault(
                    failure instanceof FaultException known
                        ? known.fault()
                        : new Errands.Unforeseen())));
  }

  private void printed(int visit, Note note) {
    printing = false;
    if (visit == visits) {
      terminal.note(note);
    }
  }

  /** What a printer does. */
  interface Printing {
    void run() throws FaultException;
  }

  // ---- keys ----

  /** Which keys the person has turned to. */
  KeysShown keysShown() {
    return keysShown;
  }

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
      case PapersPage.ForWhom _,
          PapersPage.HowToFill _,
          PapersPage.Ask _,
          PapersPage.Check _,
          PapersPage.Scan _ ->
          draft.back(from);
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

  @Override
  public boolean scanned(ScannedCode code) {
    return switch (code) {
      case ScannedCode.Card(var qr)
          when terminal.state().page() instanceof PapersPage.HowToFill -> {
        draft.filled(Citizens.of(qr)); // nothing of it is proven: it is marked as the QR's
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
    visits++;
    slides.stop();
    draft.forget();
    keysShown.forget();
    event = Optional.empty();
    search = Optional.empty();
  }
}
