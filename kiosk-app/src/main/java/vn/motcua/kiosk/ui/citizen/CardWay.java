package vn.motcua.kiosk.ui.citizen;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import vn.motcua.kiosk.citizen.Citizen;
import vn.motcua.kiosk.citizen.CitizenQr;
import vn.motcua.kiosk.citizen.Citizens;
import vn.motcua.kiosk.desk.Devices;
import vn.motcua.kiosk.desk.Proof;
import vn.motcua.kiosk.ui.kit.Background;
import vn.motcua.kiosk.ui.kit.Sounds;
import vn.motcua.kiosk.ui.kit.Timers;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.chip.AccessKeys;
import vn.motcua.scanner.chip.CardEvent;
import vn.motcua.scanner.chip.ChipFault;
import vn.motcua.scanner.chip.ChipOutcome;
import vn.motcua.scanner.chip.ChipStep;
import vn.motcua.scanner.chip.ReadPurpose;

/**
 * The two steps with the card: six digits, from its QR or typed, and the card on the reader. What
 * the chip said goes to whoever wanted the card read.
 */
final class CardWay {
  /** A card that has not said anything after this never will. */
  static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Digits of a card access number (ICAO 9303-11 §9.5.1). */
  static final int CAN_DIGITS = 6;

  private final Shown shown;
  private final Devices devices;
  private final Background background;
  private final Timers timers;
  private final Sounds sounds;
  private final Questions questions;
  private final Consumer<Fault> help;
  private final Runnable touched;
  private final Consumer<Citizen> usually;
  private final Set<String> cards = new LinkedHashSet<>();
  private Consumer<Citizen> taker;
  private Optional<CitizenQr> qr = Optional.empty();
  private Optional<String> six = Optional.empty();
  private Optional<Cancellation> reading = Optional.empty();
  private Optional<Background.Work> work = Optional.empty();
  private Timers.Timer patience = () -> {};

  /**
   * @param help is told what went wrong
   * @param touched called when what a card does is a sign of a person
   * @param usually takes whom the chip names, unless somebody else wants that
   */
  CardWay(
      Shown shown,
      Devices devices,
      Background background,
      Timers timers,
      Sounds sounds,
      Questions questions,
      Consumer<Fault> help,
      Runnable touched,
      Consumer<Citizen> usually) {
    this.shown = shown;
    this.devices = devices;
    this.background = background;
    this.timers = timers;
    this.sounds = sounds;
    this.questions = questions;
    this.help = help;
    this.touched = touched;
    this.usually = usually;
    this.taker = usually;
  }

  boolean isReading() {
    return reading.isPresent();
  }

  /** Whether a card lies on a reader. */
  boolean hasCard() {
    return !cards.isEmpty();
  }

  /** The next card that is read is for {@code next}. */
  void readFor(Consumer<Citizen> next) {
    taker = next;
    begin();
  }

  void begin() {
    if (devices.hasCardReader()) {
      showPage();
      readIfComplete();
    } else {
      help.accept(new ChipFault.NoReader());
    }
  }

  void again() {
    showPage();
    if (cards.isEmpty() && six.isPresent()) {
      shown.note(new Note.OfFault(new ChipFault.NoCard()));
    }
    readIfComplete();
  }

  /** Whether the code that was shown before was of another card. */
  boolean isAnother(CitizenQr card) {
    return qr.filter(before -> !before.number().equals(card.number())).isPresent();
  }

  /** A card's QR was shown. */
  void shownQr(CitizenQr card) {
    qr = Optional.of(card);
    six = Optional.of(card.number().can());
    begin();
  }

  /** Six digits were typed: of another card, or of the same; the digits count. */
  void typed(String digits) {
    six = Optional.of(digits);
    qr = Optional.empty();
    begin();
  }

  /** Something happened at a card reader. */
  void card(CardEvent event) {
    switch (event) {
      case CardEvent.CardArrived(String reader) -> {
        cards.add(reader);
        if (waitsForCard()) {
          touched.run();
          showPage();
          readIfComplete();
        }
      }
      case CardEvent.CardLeft(String reader) -> cards.remove(reader);
      case CardEvent.ReaderLeft(String reader) -> {
        cards.remove(reader);
        if (shown.page() instanceof Page.ReadCard
            && reading.isEmpty()
            && !devices.hasCardReader()) {
          help.accept(new ChipFault.NoReader());
        }
      }
      case CardEvent.ReaderArrived _ -> {
        if (shown.page() instanceof Page.Help(ChipFault.NoReader _, _)) {
          showPage();
          readIfComplete();
        }
      }
    }
  }

  void stop() {
    reading.ifPresent(cancellation -> {
      // The reader's thread is woken; its outcome is no longer ours.
      ended();
      questions.aside(cancellation::cancel);
    });
  }

  /** Forgets the card, and who wanted it. */
  void forget() {
    stop();
    qr = Optional.empty();
    six = Optional.empty();
    taker = usually;
  }

  /** Whether a card that is put on the reader now is meant for us. */
  private boolean waitsForCard() {
    return switch (shown.page()) {
      case Page.Home _ -> !questions.busy();
      case Page.ReadCard _ -> reading.isEmpty() && !questions.busy();
      case Page.Help(Fault _, Page.Help.Next next) -> next == Page.Help.Next.CARD_AGAIN;
      default -> false;
    };
  }

  private void showPage() {
    shown.page(
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
            PATIENCE,
            () -> {
              if (isCurrent(cancellation)) {
                stop();
                help.accept(new ChipFault.Mute());
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
                outcome -> read(cancellation, outcome),
                failure -> {
                  if (isCurrent(cancellation)) {
                    ended();
                    questions.failed(failure);
                  }
                }));
  }

  private void step(Cancellation cancellation, ChipStep step) {
    // Whatever order the chip needs, what is shown only ever goes on.
    if (isCurrent(cancellation)
        && shown.page() instanceof Page.ReadCard page
        && page.step().filter(seen -> seen.compareTo(step) >= 0).isEmpty()) {
      shown.page(new Page.ReadCard(page.lastFour(), true, Optional.of(step)));
    }
  }

  private boolean isCurrent(Cancellation cancellation) {
    return reading.isPresent() && reading.get() == cancellation;
  }

  private void read(Cancellation cancellation, ChipOutcome outcome) {
    if (!isCurrent(cancellation)) {
      return;
    }
    ended();
    touched.run();
    switch (outcome) {
      case ChipOutcome.Read read ->
          Citizens.of(read.card(), qr)
              .ifPresentOrElse(this::belongs, () -> help.accept(new ChipFault.NotIdentityCard()));
      case ChipOutcome.Stopped(ChipFault fault) -> {
        if (fault instanceof ChipFault.WrongKey && qr.isPresent()) {
          // The code is right: another card lies there.
          help.accept(new TerminalFault.OtherCard());
        } else {
          if (fault instanceof ChipFault.WrongKey) {
            six = Optional.empty();
          }
          help.accept(fault);
        }
      }
      case ChipOutcome.Cancelled _ -> {}
    }
  }

  /** Two cards may have the same six digits: code and chip must be of one and the same. */
  private void belongs(Citizen person) {
    if (Proof.of(person) != Proof.CHIP_FORGED
        && qr.filter(code -> !code.number().equals(person.number().value())).isPresent()) {
      help.accept(new TerminalFault.OtherCard());
    } else {
      sounds.accepted();
      taker.accept(person);
    }
  }

  private void ended() {
    reading = Optional.empty();
    work.ifPresent(Background.Work::forget);
    work = Optional.empty();
    patience.cancel();
  }
}
