package vn.motcua.kiosk.ui.counter;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import vn.motcua.kiosk.citizen.Citizen;
import vn.motcua.kiosk.citizen.CitizenQr;
import vn.motcua.kiosk.citizen.Citizens;
import vn.motcua.kiosk.desk.Devices;
import vn.motcua.kiosk.ui.kit.Errands;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.chip.AccessKeys;
import vn.motcua.scanner.chip.CardEvent;
import vn.motcua.scanner.chip.ChipFault;
import vn.motcua.scanner.chip.ChipOutcome;
import vn.motcua.scanner.chip.ChipStep;
import vn.motcua.scanner.chip.ReadPurpose;
import vn.motcua.scanner.chip.TrustVerdict;

/**
 * Reading a card at the counter. Two things must come together, in either order: six digits (from
 * the card's QR, or typed) and a card on a reader; then the chip is read by itself.
 */
public final class CardModel {
  /** Where the reading stands. */
  public sealed interface State {
    /** No card reader is connected; everything can be typed. */
    record NoReader() implements State {}

    /** Neither digits nor card. */
    record Waiting() implements State {}

    /** The digits are known; the card is still to be put on the reader. */
    record NeedsCard() implements State {}

    /** A card lies there; the digits are still to come. */
    record NeedsDigits() implements State {}

    /** The chip is being read. */
    record Reading(ChipStep step) implements State {}

    /** It was read. */
    record Read(Citizen citizen) implements State {
      /** Whether nothing is to be taken from this card. */
      boolean forged() {
        return citizen.trust().filter(TrustVerdict.Forged.class::isInstance).isPresent();
      }
    }

    /** It stopped; nothing that stands in the form is lost. */
    record Stopped(Fault fault) implements State {}
  }

  private final Devices devices;
  private final Errands errands;
  private final PhotoModel photo;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State.Waiting());
  private final StringProperty digits = new SimpleStringProperty("");
  private Consumer<CitizenQr> onQr = qr -> {};
  private Consumer<Citizen> onRead = citizen -> {};
  private Optional<CitizenQr> qr = Optional.empty();
  private Optional<String> can = Optional.empty();
  private Optional<String> reader = Optional.empty();
  private Cancellation running = new Cancellation();
  private int turn;

  CardModel(Devices devices, Errands errands, PhotoModel photo) {
    this.devices = devices;
    this.errands = errands;
    this.photo = photo;
    state.addListener((property, before, now) -> {
      if (!(now instanceof State.Read)) {
        photo.forget();
      }
    });
    photo.onForged(this::isForged);
    digits.addListener((property, before, now) -> {
      if (now.matches("[0-9]{6}")) {
        typed(now);
      }
    });
  }

  /** Where it stands. */
  public ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /** The picture on the chip of the card that was read, if somebody asks for it. */
  public PhotoModel photo() {
    return photo;
  }

  /** The six digits as they are typed; the sixth starts the reading. */
  public StringProperty digits() {
    return digits;
  }

  /** From now on, this screen gets what is read. */
  void serve(Consumer<CitizenQr> qrRead, Consumer<Citizen> cardRead) {
    onQr = qrRead;
    onRead = cardRead;
    forget();
  }

  /** Everything known of a card is forgotten; a card that lies there stays known. */
  void forget() {
    stop();
    can = Optional.empty();
    qr = Optional.empty();
    digits.set("");
    reader = devices.cardsPresent().stream().findFirst();
    settle();
  }

  /** The QR of a card was scanned. */
  void scanned(CitizenQr card) {
    qr = Optional.of(card);
    can = Optional.of(card.number().can());
    onQr.accept(card);
    readIfComplete();
  }

  private void typed(String six) {
    can = Optional.of(six);
    if (qr.isPresent() && !qr.get().number().can().equals(six)) {
      qr = Optional.empty(); // digits of another card
    }
    readIfComplete();
  }

  /** Tries the same card again. */
  public void again() {
    reader = devices.cardsPresent().stream().findFirst();
    readIfComplete();
  }

  /** Something happened at a reader. */
  void event(CardEvent event) {
    switch (event) {
      case CardEvent.CardArrived arrived -> {
        reader = Optional.of(arrived.reader());
        if (state.get() instanceof State.Read) {
          // Another card needs its own digits.
          can = Optional.empty();
          qr = Optional.empty();
          digits.set("");
        }
        readIfComplete();
      }
      case CardEvent.CardLeft left -> {
        if (reader.equals(Optional.of(left.reader()))) {
          reader = Optional.empty();
          photo.cardLeft();
        }
        if (!(state.get() instanceof State.Reading
            || state.get() instanceof State.Read
            || state.get() instanceof State.Stopped)) {
          settle();
        }
      }
      case CardEvent.ReaderArrived arrived -> {
        if (state.get() instanceof State.NoReader) {
          settle();
        }
      }
      case CardEvent.ReaderLeft left -> {
        if (reader.equals(Optional.of(left.reader()))) {
          reader = Optional.empty();
          photo.cardLeft();
        }
        if (!(state.get() instanceof State.Reading || state.get() instanceof State.Read)) {
          settle();
        }
      }
    }
  }

  private void readIfComplete() {
    if (can.isEmpty() || reader.isEmpty()) {
      if (!(state.get() instanceof State.Reading)) {
        settle();
      }
      return;
    }
    stop();
    int mine = turn;
    Cancellation cancellation = new Cancellation();
    running = cancellation;
    state.set(new State.Reading(ChipStep.OPEN));
    String from = reader.get();
    AccessKeys keys = AccessKeys.can(can.get());
    errands.run(
        () ->
            devices.readCard(
                from,
                keys,
                ReadPurpose.INTAKE,
                step ->
                    errands.onScreen(() -> {
                      if (mine == turn) {
                        goOn(step);
                      }
                    }),
                cancellation),
        outcome -> {
          if (mine == turn) {
            turn++;
            ended(outcome, from, keys);
          }
        },
        fault -> {
          if (mine == turn) {
            turn++;
            state.set(new State.Stopped(fault));
          }
        });
  }

  /** Whatever order the chip needs, what is shown only ever goes on. */
  private void goOn(ChipStep step) {
    if (state.get() instanceof State.Reading(ChipStep shown) && shown.compareTo(step) < 0) {
      state.set(new State.Reading(step));
    }
  }

  /** The picture shows that the card is not what it seemed when it was read without it. */
  private void isForged(Citizen citizen) {
    state.set(new State.Read(citizen));
    onRead.accept(citizen);
  }

  private void ended(ChipOutcome outcome, String from, AccessKeys keys) {
    switch (outcome) {
      case ChipOutcome.Read read -> {
        Optional<Citizen> citizen = Citizens.of(read.card(), qr);
        digits.set("");
        state.set(
            citizen
                .<State>map(State.Read::new)
                .orElseGet(() -> new State.Stopped(new ChipFault.NotIdentityCard())));
        citizen.ifPresent(person -> {
          if (reader.equals(Optional.of(from)) && !new State.Read(person).forged()) {
            photo.offer(new PhotoModel.Source(from, keys, person.number().value(), qr));
          }
          onRead.accept(person);
        });
      }
      case ChipOutcome.Stopped stopped -> {
        if (stopped.fault() instanceof ChipFault.WrongKey) {
          can = Optional.empty();
          qr = Optional.empty();
          digits.set("");
        }
        state.set(new State.Stopped(stopped.fault()));
      }
      case ChipOutcome.Cancelled cancelled -> settle();
    }
  }

  private void stop() {
    turn++;
    running.cancel();
    photo.forget();
  }

  /** The window closes: nothing of a card stays. */
  void close() {
    stop();
  }

  private void settle() {
    if (!devices.hasCardReader()) {
      state.set(new State.NoReader());
    } else if (can.isPresent()) {
      state.set(new State.NeedsCard());
    } else if (reader.isPresent()) {
      state.set(new State.NeedsDigits());
    } else {
      state.set(new State.Waiting());
    }
  }
}
