package vn.motcua.kiosk.ui.counter;

import java.text.Normalizer;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import vn.motcua.kiosk.citizen.Citizen;
import vn.motcua.kiosk.citizen.FieldSource;
import vn.motcua.kiosk.desk.DeskFault;
import vn.motcua.kiosk.desk.ReturnDesk;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.LookupSecret;
import vn.motcua.kiosk.dossier.Party;
import vn.motcua.kiosk.ui.kit.Errands;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.chip.Trust;
import vn.motcua.scanner.chip.TrustVerdict;

/** Handing out a result: receipt, then who takes it, then done. */
public final class ReturnModel {
  /** How the person at the counter relates to the dossier. */
  public enum Receiver {
    /** Nobody yet. */
    NOBODY,
    /** The card's number is the applicant's. */
    APPLICANT,
    /** The card's number is the owner's. */
    OWNER,
    /** A card of somebody else; the officer must see an authorisation. */
    SOMEBODY_ELSE,
    /** Only a name, typed. */
    TYPED,
    /** The card is forged: nothing is handed out for it. */
    FORGED
  }

  private final ReturnDesk desk;
  private final Errands errands;
  private final Supplier<String> officer;
  private final StringProperty code = new SimpleStringProperty("");
  private final StringProperty secret = new SimpleStringProperty("");
  private final StringProperty name = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Optional<Dossier>> dossier = absent();
  private final ReadOnlyObjectWrapper<Optional<Citizen>> card = absent();
  private final ReadOnlyObjectWrapper<Receiver> receiver =
      new ReadOnlyObjectWrapper<>(Receiver.NOBODY);
  private final ReadOnlyObjectWrapper<Optional<Dossier>> handedOut = absent();
  private final ReadOnlyObjectWrapper<Optional<Fault>> fault = absent();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
  private boolean fillingName;

  ReturnModel(ReturnDesk desk, Errands errands, Supplier<String> officer) {
    this.desk = desk;
    this.errands = errands;
    this.officer = officer;
    name.addListener((property, before, now) -> {
      if (!fillingName) {
        card.set(Optional.empty());
        receiver.set(now.isBlank() ? Receiver.NOBODY : Receiver.TYPED);
      }
    });
  }

  /** The dossier's code as typed. */
  public StringProperty code() {
    return code;
  }

  /** The receipt's secret as typed; may stay blank, staff stand before the person. */
  public StringProperty secret() {
    return secret;
  }

  /** The name of who takes the result. */
  public StringProperty name() {
    return name;
  }

  /** The dossier whose result is to be handed out. */
  public ReadOnlyObjectProperty<Optional<Dossier>> dossier() {
    return dossier.getReadOnlyProperty();
  }

  /** The card of who takes it, if one was read. */
  public ReadOnlyObjectProperty<Optional<Citizen>> card() {
    return card.getReadOnlyProperty();
  }

  /** Who takes it. */
  public ReadOnlyObjectProperty<Receiver> receiver() {
    return receiver.getReadOnlyProperty();
  }

  /** What was handed out last, until the next receipt. */
  public ReadOnlyObjectProperty<Optional<Dossier>> handedOut() {
    return handedOut.getReadOnlyProperty();
  }

  /** What went wrong last. */
  public ReadOnlyObjectProperty<Optional<Fault>> fault() {
    return fault.getReadOnlyProperty();
  }

  /** Whether it is working. */
  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /** Finds what was typed. */
  public void findTyped() {
    Optional<DossierCode> read = DossierCode.read(code.get());
    if (read.isEmpty()) {
      fault.set(Optional.of(new DeskFault.UnknownCode()));
      return;
    }
    Optional<LookupSecret> typed =
        secret.get().isBlank() ? Optional.empty() : LookupSecret.read(secret.get());
    if (typed.isEmpty() && !secret.get().isBlank()) {
      fault.set(Optional.of(new DeskFault.UnknownReceipt()));
      return;
    }
    find(read.get(), typed);
  }

  /** Finds the dossier of a receipt. */
  void find(DossierCode wanted, Optional<LookupSecret> proof) {
    if (busy.get()) {
      return;
    }
    next();
    code.set(wanted.value());
    busy.set(true);
    String who = officer.get();
    errands.run(
        () -> desk.find(wanted, proof, who),
        found -> {
          busy.set(false);
          dossier.set(Optional.of(found));
          judge();
        },
        this::failed);
  }

  void cardRead(Citizen citizen) {
    if (handedOut.get().isPresent()) {
      return;
    }
    card.set(Optional.of(citizen));
    fillName(citizen.name().value());
    judge();
  }

  private void judge() {
    Optional<Citizen> shown = card.get();
    Optional<Dossier> open = dossier.get();
    if (shown.isEmpty()) {
      receiver.set(name.get().isBlank() ? Receiver.NOBODY : Receiver.TYPED);
      return;
    }
    if (shown.get().trust().map(TrustVerdict::trust).equals(Optional.of(Trust.FORGED))) {
      fillName("");
      receiver.set(Receiver.FORGED);
      return;
    }
    Optional<String> number = Optional.of(shown.get().number().value().value());
    if (open.isPresent() && open.get().applicant().number().equals(number)) {
      spell(shown.get(), open.get().applicant());
      receiver.set(Receiver.APPLICANT);
    } else if (open.isPresent() && open.get().owner().number().equals(number)) {
      spell(shown.get(), open.get().owner());
      receiver.set(Receiver.OWNER);
    } else {
      receiver.set(Receiver.SOMEBODY_ELSE);
    }
  }

  /** Where the card has no diacritics the dossier has them. */
  private void spell(Citizen citizen, Party same) {
    if (citizen.name().source() == FieldSource.ZONE) {
      fillName(same.name());
    }
  }

  /** Whether all is there to hand it out. */
  public boolean ready() {
    return dossier.get().isPresent()
        && handedOut.get().isEmpty()
        && !busy.get()
        && receiver.get() != Receiver.FORGED
        && !name.get().isBlank();
  }

  /** Hands the result out. */
  public void handOut() {
    Optional<Dossier> open = dossier.get();
    if (open.isEmpty() || !ready()) {
      return;
    }
    String taker = Normalizer.normalize(name.get(), Normalizer.Form.NFC).strip();
    String who = officer.get();
    busy.set(true);
    fault.set(Optional.empty());
    errands.run(
        () -> desk.handOut(open.get().code(), taker, who),
        done -> {
          busy.set(false);
          handedOut.set(Optional.of(done));
        },
        this::failed);
  }

  /** Clears everything for the next receipt. */
  public void next() {
    dossier.set(Optional.empty());
    handedOut.set(Optional.empty());
    card.set(Optional.empty());
    fault.set(Optional.empty());
    receiver.set(Receiver.NOBODY);
    code.set("");
    secret.set("");
    fillName("");
  }

  /** Hides the fault. */
  public void dismissFault() {
    fault.set(Optional.empty());
  }

  private void fillName(String text) {
    fillingName = true;
    name.set(text);
    fillingName = false;
  }

  private void failed(Fault why) {
    busy.set(false);
    fault.set(Optional.of(why));
  }

  private static <T> ReadOnlyObjectWrapper<Optional<T>> absent() {
    return new ReadOnlyObjectWrapper<>(Optional.empty());
  }
}
