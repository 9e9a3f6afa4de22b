package vn.motcua.kiosk.ui.counter;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import vn.motcua.kiosk.desk.CustodyDesk;
import vn.motcua.kiosk.dossier.Custody;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.ui.kit.Errands;
import vn.motcua.scanner.Fault;

/** Who has the papers of one dossier, and which hand-overs wait for somebody to count. */
public final class CustodyModel {
  private final CustodyDesk desk;
  private final Errands errands;
  private final Supplier<String> officer;
  private final ReadOnlyObjectWrapper<List<Custody>> ledger =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<CustodyDesk.Waiting>> waiting =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<Fault>> fault =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
  private final StringProperty counted = new SimpleStringProperty("");
  private Optional<DossierCode> shown = Optional.empty();
  private int looks;
  private boolean listing;
  private boolean listAgain;

  CustodyModel(CustodyDesk desk, Errands errands, Supplier<String> officer) {
    this.desk = desk;
    this.errands = errands;
    this.officer = officer;
  }

  /** Every hand-over of the dossier that is shown, oldest first. */
  public ReadOnlyObjectProperty<List<Custody>> ledger() {
    return ledger.getReadOnlyProperty();
  }

  /** Hand-overs of all dossiers that wait, the oldest first. */
  public ReadOnlyObjectProperty<List<CustodyDesk.Waiting>> waiting() {
    return waiting.getReadOnlyProperty();
  }

  /** The hand-over that may be confirmed here. */
  public Optional<Custody> open() {
    return CustodyDesk.waiting(ledger.get());
  }

  /** How many pages were counted, as typed; blank = as many as were given. */
  public StringProperty counted() {
    return counted;
  }

  /** The pages as counted; empty if what was typed is no number. */
  public OptionalInt pages() {
    String typed = counted.get().strip();
    if (typed.isEmpty()) {
      return open().map(given -> OptionalInt.of(given.pages())).orElse(OptionalInt.empty());
    }
    return typed.matches("[0-9]{1,5}")
        ? OptionalInt.of(Integer.parseInt(typed))
        : OptionalInt.empty();
  }

  /** What went wrong, or CUSTODY-PAGES if another number of pages came than was given. */
  public ReadOnlyObjectProperty<Optional<Fault>> fault() {
    return fault.getReadOnlyProperty();
  }

  /** Whether a confirmation is being written. */
  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /** Confirms the open hand-over with what was counted; it cannot be taken back. */
  public void confirm() {
    Optional<Custody> given = open();
    OptionalInt pages = pages();
    if (shown.isEmpty() || given.isEmpty() || pages.isEmpty() || busy.get()) {
      return;
    }
    DossierCode code = shown.get();
    String who = officer.get();
    busy.set(true);
    fault.set(Optional.empty());
    errands.run(
        () -> desk.confirm(code, given.get().number(), who, pages.getAsInt()),
        differs -> {
          busy.set(false);
          counted.set("");
          fault.set(differs.map(Fault.class::cast));
          look();
          refresh();
        },
        failure -> {
          busy.set(false);
          fault.set(Optional.of(failure));
          look();
          refresh();
        });
  }

  /** Shows the ledger of that dossier, or none. */
  void show(Optional<DossierCode> code) {
    if (!code.equals(shown)) {
      ledger.set(List.of());
      fault.set(Optional.empty());
      counted.set("");
    }
    shown = code;
    look();
  }

  /** Looks for hand-overs that wait. */
  void refresh() {
    if (listing) {
      listAgain = true; // whoever types quickly does not make it look at every letter
      return;
    }
    listing = true;
    listAgain = false;
    errands.run(
        desk::waiting,
        now -> {
          waiting.set(now);
          listed();
        },
        failure -> {
          fault.set(Optional.of(failure));
          listed();
        });
  }

  private void listed() {
    listing = false;
    if (listAgain) {
      refresh();
    }
  }

  private void look() {
    int mine = ++looks;
    Optional<DossierCode> of = shown;
    if (of.isEmpty()) {
      ledger.set(List.of());
      return;
    }
    errands.run(
        () -> desk.ledger(of.get()),
        now -> {
          if (mine == looks) {
            ledger.set(now);
          }
        },
        failure -> fault.set(Optional.of(failure)));
  }
}
