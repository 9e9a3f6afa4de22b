package vn.motcua.kiosk.ui.counter;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vn.motcua.kiosk.desk.DeskFault;
import vn.motcua.kiosk.desk.Devices;
import vn.motcua.kiosk.desk.ScannedCode;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.ui.kit.Errands;
import vn.motcua.kiosk.ui.kit.Sounds;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.barcode.BarcodeEvent;
import vn.motcua.scanner.chip.CardEvent;

/** The officer's window as a whole: which screen is shown, and what a scan into it means. */
public final class CounterModel {
  /** The screens, in the order of the rail. */
  public enum Screen {
    RECEIVE,
    DOSSIERS,
    RETURN
  }

  private final ReceiveModel receive;
  private final WorkModel work;
  private final ReturnModel handOut;
  private final CallsModel calls;
  private final CardModel card;
  private final ReadOnlyObjectWrapper<Screen> screen = new ReadOnlyObjectWrapper<>(Screen.RECEIVE);
  private final ReadOnlyObjectWrapper<Optional<Fault>> notice =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Runnable unlisten;
  private final Sounds sounds;

  CounterModel(
      Devices devices,
      Errands errands,
      ReceiveModel receive,
      WorkModel work,
      ReturnModel handOut,
      CallsModel calls,
      CardModel card,
      Sounds sounds) {
    this.receive = receive;
    this.work = work;
    this.handOut = handOut;
    this.calls = calls;
    this.card = card;
    this.sounds = sounds;
    Consumer<CardEvent> onCard = event -> errands.onScreen(() -> card(event));
    Consumer<BarcodeEvent> onCode = event -> errands.onScreen(() -> code(event));
    Runnable noCards = devices.onCard(onCard);
    Runnable noCodes = devices.onCode(onCode);
    unlisten =
        () -> {
          noCards.run();
          noCodes.run();
          calls.close();
          work.end();
        };
  }

  /** Receiving. */
  public ReceiveModel receive() {
    return receive;
  }

  /** The work list. */
  public WorkModel work() {
    return work;
  }

  /** Handing out. */
  public ReturnModel handOut() {
    return handOut;
  }

  /** Calls from terminals. */
  public CallsModel calls() {
    return calls;
  }

  /** Reading a card; what is read goes to the screen that is shown. */
  public CardModel card() {
    return card;
  }

  /** The screen that is shown. */
  public ReadOnlyObjectProperty<Screen> screen() {
    return screen.getReadOnlyProperty();
  }

  /** A scan that meant nothing here. */
  public ReadOnlyObjectProperty<Optional<Fault>> notice() {
    return notice.getReadOnlyProperty();
  }

  /** Hides the notice. */
  public void dismissNotice() {
    notice.set(Optional.empty());
  }

  /** Begins: the window stands. */
  void start() {
    receive.start();
    serve(Screen.RECEIVE);
  }

  /** Shows a screen. What was begun on the others stays as it is. */
  public void show(Screen wanted) {
    if (screen.get() != wanted) {
      notice.set(Optional.empty());
      serve(wanted);
      screen.set(wanted);
    }
    if (wanted == Screen.DOSSIERS) {
      work.refresh();
    }
  }

  private void serve(Screen shown) {
    switch (shown) {
      case RECEIVE -> card.serve(receive::qrScanned, receive::cardRead);
      case DOSSIERS -> card.serve(qr -> {}, citizen -> {});
      case RETURN -> card.serve(qr -> {}, handOut::cardRead);
    }
  }

  private void card(CardEvent event) {
    card.event(event);
  }

  private void code(BarcodeEvent event) {
    switch (event) {
      case BarcodeEvent.Refused refused -> refuse(refused.fault());
      case BarcodeEvent.Scanned scanned -> {
        notice.set(Optional.empty());
        meant(ScannedCode.read(scanned.text()));
      }
    }
  }

  private void refuse(Fault fault) {
    sounds.refused();
    notice.set(Optional.of(fault));
  }

  private void meant(ScannedCode code) {
    switch (code) {
      case ScannedCode.Receipt receipt -> {
        sounds.accepted();
        if (screen.get() == Screen.RETURN) {
          handOut.find(receipt.code(), Optional.of(receipt.secret()));
        } else {
          show(Screen.DOSSIERS);
          work.open(receipt.code());
        }
      }
      case ScannedCode.CodeOnly only -> {
        sounds.accepted();
        if (screen.get() == Screen.RETURN) {
          handOut.find(only.code(), Optional.empty());
        } else {
          show(Screen.DOSSIERS);
          work.open(only.code());
        }
      }
      case ScannedCode.Card citizenCard -> {
        sounds.accepted();
        if (screen.get() == Screen.DOSSIERS) {
          show(
              Screen.RECEIVE); // a card on the table means that somebody wants to hand something in
        }
        card.scanned(citizenCard.qr());
      }
      case ScannedCode.Payment payment -> refuse(new DeskFault.PaymentCode());
      case ScannedCode.Draft draft -> {
        if (receive.begun()) {
          refuse(new DeskFault.DraftWaits()); // nothing that somebody entered is thrown away
        } else {
          sounds.accepted();
          show(Screen.RECEIVE);
          receive.takeDraft(draft.code());
        }
      }
      case ScannedCode.Unknown unknown -> refuse(new DeskFault.UnknownCode());
    }
  }

  /** From the work list to handing out. */
  public void handOut(DossierCode code) {
    show(Screen.RETURN);
    handOut.find(code, Optional.empty());
  }

  void close() {
    receive.scan().close();
    unlisten.run();
    card.close();
  }
}
