package vn.motcua.kiosk.ui.counter;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vn.motcua.kiosk.desk.Crew;
import vn.motcua.kiosk.desk.WorkDesk;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.LinkedPart;
import vn.motcua.kiosk.dossier.Move;
import vn.motcua.kiosk.ui.kit.Errands;
import vn.motcua.scanner.Fault;

/** The parts of a dossier that several agencies share (liên thông), and telling how far one is. */
public final class LinkedModel {
  private final WorkDesk desk;
  private final Errands errands;
  private final Supplier<String> officer;
  private final Crew crew;
  private final ReadOnlyObjectWrapper<Optional<WorkModel.Opened>> shown =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Fault>> fault =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper mayTell = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);

  LinkedModel(WorkDesk desk, Errands errands, Supplier<String> officer, Crew crew) {
    this.desk = desk;
    this.errands = errands;
    this.officer = officer;
    this.crew = crew;
    busy.addListener((property, before, now) -> judge());
    shown.addListener((property, before, now) -> judge());
  }

  /** The dossier whose parts are shown. */
  public ReadOnlyObjectProperty<Optional<WorkModel.Opened>> shown() {
    return shown.getReadOnlyProperty();
  }

  /** Its parts; empty where nobody shares it. */
  public List<LinkedPart> parts() {
    return shown
        .get()
        .map(open -> open.item().dossier().handling().linked().parts())
        .orElse(List.of());
  }

  /** Whether the officer may say now how far a part is. */
  public ReadOnlyBooleanProperty mayTell() {
    return mayTell.getReadOnlyProperty();
  }

  /** Somebody else is signed in, or something else is shown. */
  void judge() {
    mayTell.set(
        !busy.get()
            && crew.may(officer.get(), Move.LINKED_PART)
            && shown.get().filter(open -> open.allowed().contains(Move.LINKED_PART)).isPresent());
  }

  /** Why it could not be written. */
  public ReadOnlyObjectProperty<Optional<Fault>> fault() {
    return fault.getReadOnlyProperty();
  }

  /** Whether it is being written. */
  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /** A part has become that. The dossier shows itself anew once it is written. */
  public void tell(int part, LinkedPart.State state) {
    if (!mayTell.get()) {
      return;
    }
    Dossier seen = shown.get().orElseThrow().item().dossier();
    WorkDesk.Details by = WorkDesk.Details.by(officer.get());
    busy.set(true);
    fault.set(Optional.empty());
    errands.run(
        () -> desk.part(seen, part, state, by),
        _ -> busy.set(false),
        failure -> {
          busy.set(false);
          fault.set(Optional.of(failure));
        });
  }

  void show(Optional<WorkModel.Opened> open) {
    fault.set(Optional.empty());
    shown.set(open);
  }
}
