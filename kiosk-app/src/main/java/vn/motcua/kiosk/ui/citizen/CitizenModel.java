package vn.motcua.kiosk.ui.citizen;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.kiosk.citizen.Citizen;
import vn.motcua.kiosk.citizen.CitizenQr;
import vn.motcua.kiosk.citizen.Citizens;
import vn.motcua.kiosk.desk.CallDesk;
import vn.motcua.kiosk.desk.DeskFault;
import vn.motcua.kiosk.desk.Devices;
import vn.motcua.kiosk.desk.DossierView;
import vn.motcua.kiosk.desk.LookupAnswer;
import vn.motcua.kiosk.desk.LookupDesk;
import vn.motcua.kiosk.desk.ScannedCode;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.LookupSecret;
import vn.motcua.kiosk.dossier.Party;
import vn.motcua.kiosk.ui.kit.Background;
import vn.motcua.kiosk.ui.kit.Sounds;
import vn.motcua.kiosk.ui.kit.Timers;
import vn.motcua.kiosk.ui.kit.TrustLook;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.barcode.BarcodeEvent;
import vn.motcua.scanner.chip.AccessKeys;
import vn.motcua.scanner.chip.CardEvent;
import vn.motcua.scanner.chip.ChipFault;
import vn.motcua.scanner.chip.ChipOutcome;
import vn.motcua.scanner.chip.ChipStep;
import vn.motcua.scanner.chip.ReadPurpose;

/**
 * What the citizen terminal does: every touch, scan and card leads to a {@link CitizenState}. It
 * knows no window. All methods belong to one thread, that of the screen; devices and desks are
 * reached through {@link Background}.
 *
 * <p>A citizen's visit begins with the first touch, scan or card and ends with {@link #leave()} or
 * when nobody has touched anything for a while; then everything that was known of the citizen is
 * forgotten.
 */
public final class CitizenModel implements AutoCloseable {
  /** Without a touch for so long, the countdown begins. */
  public static final Duration IDLE = Duration.ofSeconds(60);

  /** Who waits for an officer gets longer. */
  public static final Duration IDLE_WHILE_ASKED = Duration.ofMinutes(5);

  /** Seconds of the countdown. */
  public static final int COUNTDOWN = 20;

  /** What takes longer than this is shown as waiting. */
  public static final Duration MOMENT = Duration.ofMillis(300);

  /** A desk that has not answered after this never will. */
  public static final Duration PATIENCE = Duration.ofSeconds(20);

  /** The same for a card on the reader. */
  public static final Duration CARD_PATIENCE = Duration.ofSeconds(60);

  /** A note goes by itself after this. */
  public static final Duration NOTE = Duration.ofSeconds(20);

  /** From so few tries left, staff are offered. */
  public static final int OFFER_STAFF_AT = 2;

  private static final int CAN_DIGITS = 6;
  private static final int LONGEST_CODE = 40;
  private static final Logger LOG = LoggerFactory.getLogger(CitizenModel.class);

  private final LookupDesk lookups;
  private final Devices devices;
  private final CallDesk calls;
  private final String terminal;
  private final Background background;
  private final Timers timers;
  private final Sounds sounds;
  private final Optional<SlipPrinter> slips;
  private final List<Consumer<CitizenState>> listeners = new ArrayList<>();
  private final List<Runnable> wipeListeners = new ArrayList<>();
  private final List<Runnable> endings = new ArrayList<>();
  private final Set<String> cards = new LinkedHashSet<>();

  private CitizenState state = CitizenState.REST;
  private BooleanSupplier held = () -> false;
  private Visit visit;
  private Optional<CitizenQr> qr = Optional.empty();
  private Optional<String> six = Optional.empty();
  private Optional<Citizen> citizen = Optional.empty();
  private Visitor visitor = Visitor.UNKNOWN;
  private Optional<Page.Dossiers> list = Optional.empty();
  private Optional<Cancellation> reading = Optional.empty();
  private Timers.Timer idle = () -> {};
  private Timers.Timer tick = () -> {};
  private Timers.Timer moment = () -> {};
  private Timers.Timer patience = () -> {};
  private Timers.Timer noteTime = () -> {};
  private boolean helpSeen;
  private int asking;
  private Optional<Background.Work> work = Optional.empty();

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
    this.lookups = lookups;
    this.devices = devices;
    this.calls = calls;
    this.terminal = terminal;
    this.background = background;
    this.timers = timers;
    this.sounds = sounds;
    this.slips = slips;
    this.visit = new Visit(lookups, terminal);
  }

  /** Listens to devices and calls from now on. */
  public void start() {
    endings.add(devices.onCode(event -> background.onScreen(() -> scanned(event))));
    endings.add(devices.onCard(event -> background.onScreen(() -> card(event))));
    endings.add(calls.listen(open -> background.onScreen(() -> callsChanged(open))));
  }

  /** What is shown now. */
  public CitizenState state() {
    return state;
  }

  /** Calls {@code listener} now and whenever the state changes. */
  public void listen(Consumer<CitizenState> listener) {
    listeners.add(listener);
    listener.accept(state);
  }

  /** Calls {@code listener} when a visit has ended and everything is forgotten. */
  public void onWipe(Runnable listener) {
    wipeListeners.add(listener);
  }

  /** While {@code speaking}, the time without a touch does not run. */
  public void holdIdleWhile(BooleanSupplier speaking) {
    held = speaking;
  }

  // ---- what a person does ----

  /** Any touch: somebody is there. */
  public void touched() {
    tick.cancel();
    if (state.countdown().isPresent()) {
      show(state.countdown(OptionalInt.empty()));
    }
    armIdle();
  }

  /** The card way was chosen. */
  public void useCard() {
    touched();
    if (!devices.hasCardReader()) {
      help(new ChipFault.NoReader());
      return;
    }
    showCardPage();
    readIfComplete();
  }

  /** The receipt way, or the way without papers, was chosen. */
  public void useReceipt() {
    touched();
    stopReading();
    stopAsking();
    page(new Page.TypeCode("", OptionalInt.empty()));
  }

  /** The six digits are typed instead of shown. */
  public void typeSix() {
    touched();
    stopReading();
    page(new Page.SixDigits(""));
  }

  /** A key of the touch keyboard. */
  public void key(char key) {
    touched();
    switch (state.page()) {
      case Page.SixDigits(String typed)
          when typed.length() < CAN_DIGITS && key >= '0' && key <= '9' -> {
        String now = typed + key;
        page(new Page.SixDigits(now));
        if (now.length() == CAN_DIGITS) {
          submit();
        }
      }
      case Page.TypeCode(String typed, OptionalInt left) when typed.length() < LONGEST_CODE ->
          page(new Page.TypeCode(typed + key, left));
      case Page.TypeSecret(String code, String typed, OptionalInt left)
          when typed.length() < LookupSecret.LENGTH ->
          page(new Page.TypeSecret(code, typed + key, left));
      default -> {}
    }
  }

  /** The last typed character goes. */
  public void erase() {
    touched();
    switch (state.page()) {
      case Page.SixDigits(String typed) -> page(new Page.SixDigits(shorter(typed)));
      case Page.TypeCode(String typed, OptionalInt left) ->
          page(new Page.TypeCode(shorter(typed), left));
      case Page.TypeSecret(String code, String typed, OptionalInt left) ->
          page(new Page.TypeSecret(code, shorter(typed), left));
      default -> {}
    }
  }

  /** Whether {@link #submit()} would do anything. */
  public boolean canSubmit() {
    return switch (state.page()) {
      case Page.SixDigits(String typed) -> typed.length() == CAN_DIGITS;
      case Page.TypeCode(String typed, _) -> !typed.isBlank();
      case Page.TypeSecret(_, String typed, _) -> typed.length() == LookupSecret.LENGTH;
      default -> false;
    };
  }

  /** What was typed is complete. */
  public void submit() {
    touched();
    if (!canSubmit() || busy()) {
      return;
    }
    switch (state.page()) {
      case Page.SixDigits(String typed) -> {
        six = Optional.of(typed);
        qr = Optional.empty(); // digits of another card, or of the same: the digits count
        if (devices.hasCardReader()) {
          showCardPage();
          readIfComplete();
        } else {
          help(new ChipFault.NoReader());
        }
      }
      case Page.TypeCode(String typed, _) -> {
        String code = DossierCode.read(typed).map(DossierCode::value).orElse(typed);
        page(new Page.TypeSecret(code, "", OptionalInt.empty()));
      }
      case Page.TypeSecret(String code, String typed, _) ->
          ask(
              () -> visit.session().byTyped(code, typed),
              answer -> answered(answer, false, refusedTyping(code)));
      default -> {}
    }
  }

  /** One step back. */
  public void back() {
    touched();
    forgetWork();
    stopReading();
    switch (state.page()) {
      case Page.SixDigits _ -> useCard();
      case Page.TypeSecret(String code, _, _) -> page(new Page.TypeCode(code, OptionalInt.empty()));
      case Page.Viewings(Page.OneDossier of) -> page(of);
      case Page.OneDossier one when one.fromList() && list.isPresent() -> page(list.get());
      case Page.TypeCode _ when citizen.isPresent() ->
          page(needsMore(Page.NeedsMore.Asking.NOT_YET));
      default -> home();
    }
  }

  /** Back to the beginning; what was known of the citizen is forgotten, the looks stay. */
  public void home() {
    forget();
    page(new Page.Home());
    armIdle();
  }

  /** The card lies on the reader again: try once more. */
  public void again() {
    touched();
    showCardPage();
    if (cards.isEmpty() && six.isPresent()) {
      note(new Note.OfFault(new ChipFault.NoCard()));
    }
    readIfComplete();
  }

  /** One of the dossiers in the list is opened, as it stands now. */
  public void open(DossierCode code) {
    touched();
    ask(
        () -> visit.session().open(code),
        fresh ->
            fresh.ifPresentOrElse(
                view -> page(new Page.OneDossier(visitor, view, true)),
                () -> help(new DeskFault.UnknownReceipt())));
  }

  /** Who has looked at this dossier? */
  public void showViewings() {
    touched();
    if (state.page() instanceof Page.OneDossier one) {
      page(new Page.Viewings(one));
    }
  }

  /** A slip of the dossier that is shown is printed, if there is a printer. */
  public void print(Locale language) {
    touched();
    if (state.page() instanceof Page.OneDossier one && slips.isPresent()) {
      SlipPrinter printer = slips.get();
      background.run(
          () -> {
            printer.print(one.view(), language);
            return true;
          },
          _ -> note(new Note.Said("note.printed")),
          failure ->
              note(
                  new Note.OfFault(
                      failure instanceof FaultException known
                          ? known.fault()
                          : new TerminalFault.Broken())));
    }
  }

  /** Staff are called. */
  public void callStaff() {
    touched();
    if (state.helpAsked()) {
      return;
    }
    show(state.helpAsked(true));
    note(new Note.Said("note.called"));
    aside(() -> calls.help(terminal));
  }

  /** An officer is asked to compare card and person. */
  public void askForConfirmation() {
    touched();
    if (citizen.isEmpty()) {
      return;
    }
    page(needsMore(Page.NeedsMore.Asking.ASKED));
    armIdle();
    Citizen asked = citizen.get();
    asking++;
    int mine = asking;
    aside(() -> {
      var _ =
          calls
              .confirm(terminal, asked)
              .whenComplete((officer, _) ->
                  background.onScreen(() -> {
                    if (mine == asking) {
                      confirmed(asked, Optional.ofNullable(officer));
                    }
                  }));
    });
  }

  /** "Xong, thoát ra": everything is forgotten. */
  public void leave() {
    boolean cardLeft = !cards.isEmpty() && !(state.page() instanceof Page.Home);
    rest();
    if (cardLeft) {
      note(new Note.Said("note.takeCard"));
    }
  }

  /** The note has been read. */
  public void closeNote() {
    touched();
    show(state.note(Optional.empty()));
  }

  // ---- what devices do ----

  /** A scan of any barcode reader. */
  public void scanned(BarcodeEvent event) {
    touched();
    switch (event) {
      case BarcodeEvent.Refused refused -> refuse(refused.fault());
      case BarcodeEvent.Scanned scan -> meant(ScannedCode.read(scan.text()));
    }
  }

  private void meant(ScannedCode code) {
    switch (code) {
      case ScannedCode.Unknown _ -> refuse(new DeskFault.UnknownCode());
      case ScannedCode.Payment _ -> refuse(new DeskFault.PaymentCode());
      case ScannedCode.Draft _ -> refuse(new DeskFault.DraftOnly());
      case ScannedCode.Receipt(DossierCode dossier, LookupSecret secret) -> {
        sounds.accepted();
        makeWay();
        ask(
            () -> visit.session().byReceipt(dossier, secret),
            answer -> answered(answer, false, _ -> help(new DeskFault.UnknownReceipt())));
      }
      case ScannedCode.CodeOnly(DossierCode dossier) -> {
        sounds.accepted();
        makeWay();
        page(new Page.TypeSecret(dossier.value(), "", OptionalInt.empty()));
      }
      case ScannedCode.Card(CitizenQr card) -> {
        sounds.accepted();
        makeWay();
        qr = Optional.of(card);
        six = Optional.of(card.number().can());
        if (devices.hasCardReader()) {
          showCardPage();
          readIfComplete();
        } else {
          help(new ChipFault.NoReader());
        }
      }
    }
  }

  /** Nobody loses his place for a wrong code. */
  private void refuse(Fault fault) {
    sounds.refused();
    note(new Note.OfFault(fault));
  }

  /** Something happened at a card reader. */
  public void card(CardEvent event) {
    switch (event) {
      case CardEvent.CardArrived(String reader) -> {
        cards.add(reader);
        if (waitsForCard()) {
          touched();
          showCardPage();
          readIfComplete();
        }
      }
      case CardEvent.CardLeft(String reader) -> cards.remove(reader);
      case CardEvent.ReaderLeft(String reader) -> {
        cards.remove(reader);
        if (state.page() instanceof Page.ReadCard
            && reading.isEmpty()
            && !devices.hasCardReader()) {
          help(new ChipFault.NoReader());
        }
      }
      case CardEvent.ReaderArrived _ -> {
        if (state.page() instanceof Page.Help(ChipFault.NoReader _, _)) {
          showCardPage();
          readIfComplete();
        }
      }
    }
  }

  /** Whether a card that is put on the reader now is meant for us. */
  private boolean waitsForCard() {
    return switch (state.page()) {
      case Page.Home _ -> !busy();
      case Page.ReadCard _ -> reading.isEmpty() && !busy();
      case Page.Help(Fault _, Page.Help.Next next) -> next == Page.Help.Next.CARD_AGAIN;
      default -> false;
    };
  }

  // ---- the card ----

  private void showCardPage() {
    page(
        new Page.ReadCard(
            qr.map(card -> card.number().value().substring(8)), six.isPresent(), Optional.empty()));
  }

  private void readIfComplete() {
    if (six.isEmpty() || cards.isEmpty() || reading.isPresent()) {
      return;
    }
    Cancellation cancellation = new Cancellation();
    reading = Optional.of(cancellation);
    String reader = cards.iterator().next();
    AccessKeys keys = AccessKeys.can(six.get());
    step(cancellation, ChipStep.OPEN);
    patience =
        timers.after(
            CARD_PATIENCE,
            () -> {
              if (isCurrent(cancellation)) {
                stopReading();
                help(new ChipFault.Mute());
              }
            });
    work =
        Optional.of(
            background.run(
                () ->
                    devices.readCard(
                        reader,
                        keys,
                        ReadPurpose.LOOKUP,
                        step -> background.onScreen(() -> step(cancellation, step)),
                        cancellation),
                outcome -> cardRead(cancellation, outcome),
                failure -> {
                  if (isCurrent(cancellation)) {
                    readingEnded();
                    failed(failure);
                  }
                }));
  }

  private void step(Cancellation cancellation, ChipStep step) {
    // Whatever order the chip needs, what is shown only ever goes on.
    if (isCurrent(cancellation)
        && state.page() instanceof Page.ReadCard page
        && page.step().filter(shown -> shown.compareTo(step) >= 0).isEmpty()) {
      page(new Page.ReadCard(page.lastFour(), true, Optional.of(step)));
    }
  }

  private boolean isCurrent(Cancellation cancellation) {
    return reading.isPresent() && reading.get() == cancellation;
  }

  private void cardRead(Cancellation cancellation, ChipOutcome outcome) {
    if (!isCurrent(cancellation)) {
      return;
    }
    readingEnded();
    armIdle();
    switch (outcome) {
      case ChipOutcome.Read read -> {
        Optional<Citizen> person = Citizens.of(read.card(), qr);
        if (person.isEmpty()) {
          help(new ChipFault.NotIdentityCard());
          return;
        }
        sounds.accepted();
        citizen = person;
        visitor = Visitor.of(person.get());
        Citizen known = person.get();
        ask(
            () -> visit.session().byCard(known),
            answer -> answered(answer, true, _ -> help(new DeskFault.UnknownReceipt())));
      }
      case ChipOutcome.Stopped(ChipFault fault) -> {
        if (fault instanceof ChipFault.WrongKey && qr.isPresent()) {
          help(new TerminalFault.OtherCard()); // the code is right: another card lies there
        } else {
          if (fault instanceof ChipFault.WrongKey) {
            six = Optional.empty();
          }
          help(fault);
        }
      }
      case ChipOutcome.Cancelled _ -> {}
    }
  }

  private void readingEnded() {
    reading = Optional.empty();
    work = Optional.empty();
    patience.cancel();
  }

  private void stopReading() {
    reading.ifPresent(cancellation -> {
      // The reader's thread is woken; its outcome is no longer ours.
      readingEnded();
      aside(cancellation::cancel);
    });
  }

  // ---- the desk's answers ----

  private Consumer<Integer> refusedTyping(String code) {
    return left -> page(new Page.TypeSecret(code, "", OptionalInt.of(left)));
  }

  private void answered(LookupAnswer answer, boolean byCard, Consumer<Integer> refused) {
    switch (answer) {
      case LookupAnswer.Opened(List<DossierView> dossiers) -> opened(dossiers, byCard);
      case LookupAnswer.NeedsMore(Citizen person) -> {
        citizen = Optional.of(person);
        visitor = Visitor.of(person);
        page(needsMore(Page.NeedsMore.Asking.NOT_YET));
      }
      case LookupAnswer.Refused(int left) -> refused.accept(left);
      case LookupAnswer.RefusedUnasked _ -> help(new DeskFault.OthersSilent());
      case LookupAnswer.TriesUsedUp _ -> page(new Page.TriesUsedUp());
      case LookupAnswer.StaffCalled _ -> page(new Page.AskAtCounter());
      case LookupAnswer.Failed(Fault fault) -> help(fault);
    }
  }

  private void opened(List<DossierView> dossiers, boolean byCard) {
    if (byCard) {
      visitor = visitor.orNamed(nameIn(dossiers));
      Page.Dossiers page = new Page.Dossiers(visitor, dossiers);
      list = Optional.of(page);
      page(page);
    } else if (dossiers.isEmpty()) {
      help(new DeskFault.UnknownReceipt());
    } else {
      page(new Page.OneDossier(visitor, dossiers.getFirst(), false));
    }
  }

  private Page.NeedsMore needsMore(Page.NeedsMore.Asking asking) {
    TrustLook proven =
        citizen.flatMap(Citizen::trust).map(TrustLook::of).orElse(TrustLook.UNVERIFIABLE);
    return new Page.NeedsMore(visitor, proven, asking);
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

  private void confirmed(Citizen asked, Optional<String> officer) {
    if (!(state.page() instanceof Page.NeedsMore)) {
      return;
    }
    if (officer.isPresent()) {
      touched();
      String name = officer.get();
      ask(
          () -> visit.session().confirmedBy(name, asked),
          answer -> answered(answer, true, _ -> help(new DeskFault.UnknownReceipt())));
    } else {
      page(needsMore(Page.NeedsMore.Asking.DECLINED));
    }
  }

  private void callsChanged(List<CallDesk.Call> open) {
    boolean stillOpen =
        open.stream()
            .anyMatch(
                call -> call instanceof CallDesk.Call.Help && call.terminal().equals(terminal));
    if (helpSeen && !stillOpen && state.helpAsked()) {
      show(state.helpAsked(false));
      note(new Note.Said("note.staffComing"));
    }
    helpSeen = stillOpen;
  }

  // ---- asking a desk ----

  /** Asks a desk; there is a sign of life after a moment and an end in any case. */
  private <T> void ask(Callable<T> question, Consumer<T> answer) {
    forgetWork();
    moment = timers.after(MOMENT, () -> show(state.waiting(true)));
    patience =
        timers.after(
            PATIENCE,
            () -> {
              forgetWork();
              help(new TerminalFault.NoAnswer());
            });
    work =
        Optional.of(
            background.run(
                question,
                result -> {
                  answerCame();
                  answer.accept(result);
                },
                failure -> {
                  answerCame();
                  failed(failure);
                }));
  }

  private boolean busy() {
    return work.isPresent() && reading.isEmpty();
  }

  private void answerCame() {
    work = Optional.empty();
    moment.cancel();
    patience.cancel();
    if (state.waiting()) {
      show(state.waiting(false));
    }
    armIdle();
  }

  private void forgetWork() {
    work.ifPresent(Background.Work::forget);
    work = Optional.empty();
    moment.cancel();
    patience.cancel();
    if (state.waiting()) {
      show(state.waiting(false));
    }
  }

  private void failed(Exception failure) {
    if (failure instanceof FaultException known) {
      help(known.fault());
    } else {
      LOG.error("the terminal could not go on", failure);
      help(new TerminalFault.Broken());
    }
  }

  /** Something for which nobody waits. */
  private void aside(Runnable action) {
    background.run(
        () -> {
          action.run();
          return true;
        },
        _ -> {},
        failure -> LOG.error("a call of the terminal failed", failure));
  }

  // ---- what is shown ----

  private void help(Fault fault) {
    page(new Page.Help(fault, nextAfter(fault)));
  }

  private static Page.Help.Next nextAfter(Fault fault) {
    return switch (fault) {
      case ChipFault.WrongKey _ -> Page.Help.Next.SIX_DIGITS;
      case ChipFault.NoReader _,
          ChipFault.NoService _,
          ChipFault.NeedsMrz _,
          ChipFault.KeyBlocked _,
          ChipFault.Paused _,
          ChipFault.Nonsense _ ->
          Page.Help.Next.RECEIPT;
      case ChipFault _, TerminalFault.OtherCard _ -> Page.Help.Next.CARD_AGAIN;
      case DeskFault.UnknownReceipt _ -> Page.Help.Next.RECEIPT;
      default -> Page.Help.Next.HOME;
    };
  }

  private void page(Page next) {
    noteTime.cancel();
    show(state.page(next));
  }

  private void note(Note note) {
    noteTime.cancel();
    show(state.note(Optional.of(note)));
    noteTime = timers.after(NOTE, () -> show(state.note(Optional.empty())));
  }

  private void show(CitizenState next) {
    if (!next.equals(state)) {
      state = next;
      List.copyOf(listeners).forEach(listener -> listener.accept(next));
    }
  }

  private static String shorter(String typed) {
    return typed.isEmpty() ? typed : typed.substring(0, typed.length() - 1);
  }

  // ---- leaving ----

  private Duration idleTime() {
    boolean asked =
        state.helpAsked()
            || (state.page() instanceof Page.NeedsMore(_, _, Page.NeedsMore.Asking how)
                && how == Page.NeedsMore.Asking.ASKED);
    return asked ? IDLE_WHILE_ASKED : IDLE;
  }

  private void armIdle() {
    idle.cancel();
    tick.cancel();
    idle =
        timers.after(
            idleTime(),
            () -> {
              if (held.getAsBoolean() || reading.isPresent() || busy()) {
                armIdle();
              } else if (state.page() instanceof Page.Home) {
                rest();
              } else {
                count(COUNTDOWN);
              }
            });
  }

  private void count(int seconds) {
    if (held.getAsBoolean()) {
      show(state.countdown(OptionalInt.empty()));
      armIdle();
    } else if (seconds == 0) {
      leave();
    } else {
      show(state.countdown(OptionalInt.of(seconds)));
      tick = timers.after(Duration.ofSeconds(1), () -> count(seconds - 1));
    }
  }

  /**
   * Something new was shown: what is under way stops. If dossiers are open it is a second
   * citizen's, and first everything of the first one is forgotten.
   */
  private void makeWay() {
    stopReading();
    forgetWork();
    stopAsking();
    if (state.page() instanceof Page.Dossiers
        || state.page() instanceof Page.OneDossier
        || state.page() instanceof Page.Viewings) {
      home();
    }
  }

  /** Forgets the citizen: session, calls, card, what was typed. */
  private void forget() {
    stopReading();
    forgetWork();
    Visit over = visit;
    visit = new Visit(lookups, terminal);
    qr = Optional.empty();
    six = Optional.empty();
    citizen = Optional.empty();
    visitor = Visitor.UNKNOWN;
    list = Optional.empty();
    aside(over::end);
    stopAsking();
  }

  /** An officer who was asked need not come any more. */
  private void stopAsking() {
    if (state.page() instanceof Page.NeedsMore(_, _, Page.NeedsMore.Asking how)
        && how == Page.NeedsMore.Asking.ASKED) {
      withdraw();
    }
  }

  private void withdraw() {
    asking++;
    helpSeen = false;
    show(state.helpAsked(false));
    aside(() -> calls.withdraw(terminal));
  }

  private void rest() {
    forget();
    if (state.helpAsked()) {
      withdraw();
    }
    idle.cancel();
    tick.cancel();
    noteTime.cancel();
    show(CitizenState.REST);
    wipeListeners.forEach(Runnable::run);
  }

  /** Stops listening and forgets whoever is there. */
  @Override
  public void close() {
    rest();
    endings.forEach(Runnable::run);
    endings.clear();
  }
}
