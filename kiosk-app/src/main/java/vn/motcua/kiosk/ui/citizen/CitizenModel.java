package vn.motcua.kiosk.ui.citizen;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import vn.motcua.kiosk.citizen.Citizen;
import vn.motcua.kiosk.citizen.CitizenQr;
import vn.motcua.kiosk.desk.CallDesk;
import vn.motcua.kiosk.desk.DeskFault;
import vn.motcua.kiosk.desk.Devices;
import vn.motcua.kiosk.desk.LookupDesk;
import vn.motcua.kiosk.desk.Proof;
import vn.motcua.kiosk.desk.ScannedCode;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.LookupSecret;
import vn.motcua.kiosk.ui.kit.Background;
import vn.motcua.kiosk.ui.kit.Sounds;
import vn.motcua.kiosk.ui.kit.Timers;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.barcode.BarcodeEvent;
import vn.motcua.scanner.chip.CardEvent;

/**
 * What the citizen terminal does: every touch, scan and card leads to a {@link CitizenState}. It
 * knows no window. All methods belong to one thread, that of the screen; devices and desks are
 * reached through {@link Background}.
 *
 * <p>A citizen's visit begins with the first touch, scan or card and ends with {@link #leave()} or
 * when nobody has touched anything for a while; then everything that was known of the citizen is
 * forgotten.
 */
public final class CitizenModel implements Terminal, AutoCloseable {
  /** Without a touch for so long, the countdown begins. */
  public static final Duration IDLE = Duration.ofSeconds(60);

  /** Who waits for an officer gets longer. */
  public static final Duration IDLE_WHILE_ASKED = Duration.ofMinutes(5);

  /** Seconds of the countdown. */
  public static final int COUNTDOWN = IdleClock.COUNTDOWN;

  /** What takes longer than this is shown as waiting. */
  public static final Duration MOMENT = Questions.MOMENT;

  /** A desk that has not answered after this never will. */
  public static final Duration PATIENCE = Questions.PATIENCE;

  /** A note goes by itself after this. */
  public static final Duration NOTE = Shown.NOTE;

  /** From so few tries left, staff are offered. */
  public static final int OFFER_STAFF_AT = 2;

  private final Devices devices;
  private final String terminal;
  private final Background background;
  private final Sounds sounds;
  private final Optional<SlipPrinter> slips;
  private final Shown shown;
  private final Questions questions;
  private final IdleClock idle;
  private final CardWay card;
  private final StaffCalls calls;
  private final LookupWay lookup;
  private Optional<Page> leftRoom = Optional.empty();
  private final List<RoomModel> rooms = new ArrayList<>();
  private int visits;
  private boolean printing;
  private final List<Runnable> wipeListeners = new ArrayList<>();
  private final List<Runnable> endings = new ArrayList<>();

  /**
   * @param terminal name of this terminal, for the access ledger and the counter's call list
   * @param sounds heard when a card or a code was read, or a code refused
   * @param slips prints slips, if the terminal has a printer
   */
  public CitizenModel(
      LookupDesk lookups,
      Devices devices,
      CallDesk calls,
      String terminal,
      Background background,
      Timers timers,
      Sounds sounds,
      Optional<SlipPrinter> slips) {
    this.devices = devices;
    this.terminal = terminal;
    this.background = background;
    this.sounds = sounds;
    this.slips = slips;
    shown = new Shown(timers);
    questions = new Questions(shown, background, timers, this::help, this::armIdle);
    idle = new IdleClock(shown, timers, this::idleTime, this::working, this::leave);
    this.calls = new StaffCalls(shown, calls, terminal, background, questions);
    lookup =
        new LookupWay(shown, lookups, terminal, questions, this.calls, this::help, this::touched);
    card =
        new CardWay(
            shown,
            devices,
            background,
            timers,
            sounds,
            questions,
            this::help,
            this::touched,
            lookup::byCard);
  }

  /** One more room; before {@link #start()}. */
  public void add(RoomModel room) {
    rooms.add(room);
  }

  /** Listens to devices and calls from now on. */
  public void start() {
    endings.add(devices.onCode(event -> background.onScreen(() -> scanned(event))));
    endings.add(devices.onCard(event -> background.onScreen(() -> card(event))));
    endings.add(calls.listen());
  }

  @Override
  public String name() {
    return terminal;
  }

  @Override
  public CitizenState state() {
    return shown.state();
  }

  /** Calls {@code listener} now and whenever the state changes. */
  public void listen(Consumer<CitizenState> listener) {
    shown.listen(listener);
  }

  /** Calls {@code listener} when a visit has ended and everything is forgotten. */
  public void onWipe(Runnable listener) {
    wipeListeners.add(listener);
  }

  /** While {@code speaking}, the time without a touch does not run. */
  public void holdIdleWhile(BooleanSupplier speaking) {
    idle.holdWhile(speaking);
  }

  // ---- what a person does ----

  /** Any touch: somebody is there. */
  @Override
  public void touched() {
    idle.touched();
  }

  /** The card way was chosen. */
  public void useCard() {
    touched();
    card.begin();
  }

  /** The receipt way, or the way without papers, was chosen. */
  public void useReceipt() {
    touched();
    card.stop();
    calls.stopConfirming();
    page(new Page.TypeCode("", OptionalInt.empty()));
  }

  /** The six digits are typed instead of shown. */
  public void typeSix() {
    touched();
    card.stop();
    page(new Page.SixDigits(""));
  }

  /** A key of the touch keyboard. */
  public void key(char key) {
    touched();
    if (roomOf(shown.page()).filter(room -> room.typed(key)).isPresent()) {
      return;
    }
    Page next = Typing.key(shown.page(), key);
    if (next.equals(shown.page())) {
      return;
    }
    page(next);
    if (next instanceof Page.SixDigits && canSubmit()) {
      submit();
    }
  }

  /** The last typed character goes. */
  public void erase() {
    touched();
    if (roomOf(shown.page()).filter(RoomModel::erased).isPresent()) {
      return;
    }
    Page next = Typing.erase(shown.page());
    if (!next.equals(shown.page())) {
      page(next);
    }
  }

  /** Whether {@link #submit()} would do anything. */
  public boolean canSubmit() {
    return Typing.isComplete(shown.page());
  }

  /** What was typed is complete. */
  public void submit() {
    touched();
    if (!canSubmit() || questions.busy()) {
      return;
    }
    switch (shown.page()) {
      case Page.SixDigits(String typed) -> card.typed(typed);
      case Page.TypeCode(String typed, _) -> {
        String code = DossierCode.read(typed).map(DossierCode::value).orElse(typed);
        page(new Page.TypeSecret(code, "", OptionalInt.empty()));
      }
      case Page.TypeSecret(String code, String typed, _) -> lookup.byTyped(code, typed);
      default -> {}
    }
  }

  /** One step back. */
  public void back() {
    touched();
    questions.forget();
    card.stop();
    switch (shown.page()) {
      case Page.SixDigits _ -> card.begin();
      case Page.ReadCard _, Page.Help _ when leftRoom.isPresent() -> page(leftRoom.get());
      case Page.TypeSecret(String code, _, _) -> page(new Page.TypeCode(code, OptionalInt.empty()));
      case Page.OfDossier side -> page(side.of());
      case Page.OneDossier one when lookup.listOf(one).isPresent() ->
          page(lookup.listOf(one).get());
      case Page.TypeCode _ when lookup.citizen().isPresent() -> lookup.needsMore();
      case RoomPage page when roomOf(page).filter(room -> room.back(page)).isPresent() -> {}
      default -> home();
    }
  }

  /** Back to the beginning; what was known of the citizen is forgotten, the looks stay. */
  @Override
  public void home() {
    forget();
    page(new Page.Home());
    idle.arm();
  }

  /** The card lies on the reader again: try once more. */
  public void again() {
    touched();
    card.again();
  }

  /** One of the dossiers in the list is opened, as it stands now. */
  public void open(DossierCode code) {
    touched();
    lookup.open(code);
  }

  /** Who has looked at this dossier? */
  public void showViewings() {
    touched();
    if (shown.page() instanceof Page.OneDossier one) {
      page(new Page.Viewings(one));
    }
  }

  /** What happened to this dossier? */
  public void showHistory() {
    touched();
    if (shown.page() instanceof Page.OneDossier one) {
      page(new Page.History(one));
    }
  }

  /** What is to be paid for this dossier, and how? */
  public void showFee() {
    touched();
    if (shown.page() instanceof Page.OneDossier one) {
      page(new Page.Fee(one));
    }
  }

  /** Which papers are missing? */
  public void showMissingPapers() {
    touched();
    if (shown.page() instanceof Page.OneDossier one) {
      page(new Page.MissingPapers(one));
    }
  }

  /**
   * A slip of the dossier that is shown is printed, if there is a printer. What became of it is
   * told to whoever ordered it, and to nobody who comes later.
   */
  public void print(Locale language) {
    touched();
    if (shown.page() instanceof Page.OneDossier one && slips.isPresent() && !printing) {
      SlipPrinter printer = slips.get();
      printing = true;
      int mine = visits;
      note(new Note.Said("note.printing"));
      background.run(
          () -> {
            printer.print(one.view(), language);
            return true;
          },
          _ -> printed(mine, new Note.Said("note.printed")),
          failure -> printed(mine, new Note.OfFault(Questions.faultOf(failure))));
    }
  }

  private void printed(int visit, Note note) {
    printing = false;
    if (visit == visits) {
      note(note);
    }
  }

  /** Staff are called. */
  public void callStaff() {
    touched();
    calls.help();
  }

  /** An officer is asked to compare card and person. */
  public void askForConfirmation() {
    touched();
    if (lookup.confirm()) {
      idle.arm();
    }
  }

  /** "Xong, thoát ra": everything is forgotten. */
  public void leave() {
    boolean cardLeft = card.hasCard() && !(shown.page() instanceof Page.Home);
    rest();
    if (cardLeft) {
      note(new Note.Said("note.takeCard"));
    }
  }

  /** The note has been read. */
  public void closeNote() {
    touched();
    shown.closeNote();
  }

  // ---- what devices do ----

  /** Something happened at a card reader. */
  public void card(CardEvent event) {
    card.card(event);
  }

  /** A scan of any barcode reader. */
  public void scanned(BarcodeEvent event) {
    touched();
    switch (event) {
      case BarcodeEvent.Refused refused -> refuse(refused.fault());
      case BarcodeEvent.Scanned scan -> meant(ScannedCode.read(scan.text()));
    }
  }

  private void meant(ScannedCode code) {
    if (roomOf(shown.page()).filter(room -> room.scanned(code)).isPresent()) {
      sounds.accepted();
      return;
    }
    switch (code) {
      case ScannedCode.Unknown _ -> refuse(new DeskFault.UnknownCode());
      case ScannedCode.Payment _ -> refuse(new DeskFault.PaymentCode());
      case ScannedCode.Draft _ -> draft(code);
      case ScannedCode.Receipt(DossierCode dossier, LookupSecret secret) -> {
        sounds.accepted();
        if (lookup.isOpen() && !lookup.shows(dossier)) {
          nextCitizen();
        }
        leaveRoom();
        makeWay();
        lookup.byReceipt(dossier, secret);
      }
      case ScannedCode.CodeOnly(DossierCode dossier) -> {
        sounds.accepted();
        if (lookup.isOpen() && !lookup.shows(dossier)) {
          nextCitizen();
        }
        leaveRoom();
        makeWay();
        page(new Page.TypeSecret(dossier.value(), "", OptionalInt.empty()));
      }
      case ScannedCode.Card(var qr) -> {
        sounds.accepted();
        boolean another = isAnother(qr);
        if (another) {
          nextCitizen();
        }
        makeWay();
        card.shownQr(qr);
        if (another && shown.page() instanceof Page.ReadCard) {
          note(new Note.OfFault(new TerminalFault.OtherCode()));
        }
      }
    }
  }

  private void draft(ScannedCode code) {
    if (rooms.stream().anyMatch(room -> room.scanned(code))) {
      sounds.accepted();
    } else {
      refuse(new DeskFault.DraftOnly());
    }
  }

  /** Nobody loses his place for a wrong code. */
  private void refuse(Fault fault) {
    sounds.refused();
    note(new Note.OfFault(fault));
  }

  // ---- what rooms do ----

  @Override
  public void page(Page next) {
    shown.page(next);
  }

  @Override
  public void note(Note note) {
    shown.note(note);
  }

  /** Who was in a room goes back into it, with everything that was typed there. */
  @Override
  public void help(Fault fault) {
    if (shown.page() instanceof RoomPage room) {
      leftRoom = Optional.of(room);
    }
    Page.Help.Next next = Page.Help.Next.after(fault);
    boolean back = next == Page.Help.Next.HOME && leftRoom.isPresent();
    page(new Page.Help(fault, back ? Page.Help.Next.BACK : next));
  }

  @Override
  public <T> void ask(Callable<T> question, Consumer<T> answer) {
    questions.ask(question, answer);
  }

  @Override
  public void aside(Runnable action) {
    questions.aside(action);
  }

  @Override
  public void readCard(Consumer<Citizen> taker) {
    touched();
    leftRoom = Optional.of(shown.page()).filter(RoomPage.class::isInstance);
    // Whoever wants it: a forgery is told to staff, and is of no use to anybody.
    card.readFor(person -> {
      if (Proof.of(person) == Proof.CHIP_FORGED) {
        lookup.byCard(person);
      } else {
        taker.accept(person);
      }
    });
  }

  @Override
  public Visitor visitor() {
    return lookup.visitor();
  }

  @Override
  public Optional<Citizen> citizen() {
    return lookup.citizen();
  }

  private Optional<RoomModel> roomOf(Page page) {
    return rooms.stream().filter(room -> room.owns(page)).findFirst();
  }

  // ---- leaving ----

  private Duration idleTime() {
    Duration usual = usualIdleTime();
    return rooms.stream()
        .flatMap(room -> room.patience().stream())
        .reduce(usual, (one, other) -> one.compareTo(other) > 0 ? one : other);
  }

  private Duration usualIdleTime() {
    return shown.state().helpAsked() || StaffCalls.isConfirming(shown.page())
        ? IDLE_WHILE_ASKED
        : IDLE;
  }

  private boolean working() {
    return card.isReading() || questions.busy();
  }

  private void armIdle() {
    idle.arm();
  }

  /**
   * Something new was shown: what is under way stops. If dossiers are open, or a room, it is a
   * second citizen's, and first everything of the first one is forgotten.
   */
  private void makeWay() {
    card.stop();
    questions.forget();
    calls.stopConfirming();
    if (lookup.isOpen() || shown.page() instanceof RoomPage) {
      home();
    }
  }

  /**
   * A receipt is no answer to a room that waits for a card: it is a second citizen's, who must not
   * come back to what the first one typed there.
   */
  private void leaveRoom() {
    if (leftRoom.isPresent()) {
      home();
    }
  }

  /** Whether that is somebody else's card than the one that was shown or read before. */
  private boolean isAnother(CitizenQr qr) {
    return card.isAnother(qr)
        || lookup
            .citizen()
            .filter(known -> !known.number().value().equals(qr.number()))
            .isPresent();
  }

  /** Somebody else stands there: nothing of the first one stays, and nobody helps this one. */
  private void nextCitizen() {
    home();
    rooms.forEach(RoomModel::nextCitizen);
  }

  /** Forgets the citizen: session, calls, card, what was typed. */
  private void forget() {
    visits++;
    questions.forget();
    card.forget();
    leftRoom = Optional.empty();
    lookup.forget();
    rooms.forEach(RoomModel::forget);
    calls.stopConfirming();
  }

  private void rest() {
    forget();
    if (shown.state().helpAsked()) {
      calls.withdraw();
    }
    idle.stop();
    shown.rest();
    wipeListeners.forEach(Runnable::run);
  }

  /** Stops listening and forgets whoever is there. */
  @Override
  public void close() {
    rest();
    endings.forEach(Runnable::run);
    endings.clear();
    rooms.forEach(RoomModel::close);
  }
}
