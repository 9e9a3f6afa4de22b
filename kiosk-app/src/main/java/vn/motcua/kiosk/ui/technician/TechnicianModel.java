package vn.motcua.kiosk.ui.technician;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import vn.motcua.kiosk.desk.DeviceDesk;
import vn.motcua.kiosk.desk.DeviceRow;
import vn.motcua.kiosk.desk.ScannedCode;
import vn.motcua.kiosk.ui.kit.Errands;
import vn.motcua.kiosk.ui.kit.Sounds;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.barcode.BarcodeEvent;
import vn.motcua.scanner.chip.AccessKeys;
import vn.motcua.scanner.chip.ChipOutcome;
import vn.motcua.scanner.chip.ChipRecord;

/** The devices of this machine and the trial of the one that is selected. */
public final class TechnicianModel {
  /** How the trial of a device stands. */
  public sealed interface Trial {
    /** It was not tried yet. */
    record None() implements Trial {}

    /** It is being tried. */
    record Running() implements Trial {}

    /** A page came: the picture file and how long it took. */
    record Page(Path picture, Duration took) implements Trial {}

    /** A card was read. */
    record Card(ChipRecord card) implements Trial {
      /** Never the data themselves: this may land in a log. */
      @Override
      public String toString() {
        return "Card[…]";
      }
    }

    /** A code came: which reader, how long its text is, and what it means here. */
    record Code(String reader, String text, ScannedCode meaning) implements Trial {
      /** Never the data themselves: this may land in a log. */
      @Override
      public String toString() {
        return "Code[…]";
      }
    }

    /** It stopped with something that a person can mend. */
    record Stopped(Fault fault) implements Trial {}

    /** The technician stopped it. */
    record Cancelled() implements Trial {}
  }

  private final DeviceDesk desk;
  private final Errands errands;
  private final Clock clock;
  private final Sounds sounds;
  private final ObservableList<DeviceRow> devices = FXCollections.observableArrayList();
  private final Map<String, Trial> trials = new LinkedHashMap<>();
  private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyObjectWrapper<Optional<Fault>> fault =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<DeviceRow>> selected =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Trial> trial = new ReadOnlyObjectWrapper<>(new Trial.None());
  private final StringProperty digits = new SimpleStringProperty("");
  private Cancellation running = new Cancellation();
  private int turn;

  TechnicianModel(DeviceDesk desk, Errands errands, Clock clock, Sounds sounds) {
    this.sounds = sounds;
    this.desk = desk;
    this.errands = errands;
    this.clock = clock;
  }

  /** The devices that were found. */
  public ObservableList<DeviceRow> devices() {
    return devices;
  }

  /** Whether devices are being looked for. */
  public ReadOnlyBooleanProperty looking() {
    return looking.getReadOnlyProperty();
  }

  /** Why looking for devices failed. */
  public ReadOnlyObjectProperty<Optional<Fault>> fault() {
    return fault.getReadOnlyProperty();
  }

  /** The device at the right. */
  public ReadOnlyObjectProperty<Optional<DeviceRow>> selected() {
    return selected.getReadOnlyProperty();
  }

  /** The last trial of the selected device. */
  public ReadOnlyObjectProperty<Trial> trial() {
    return trial.getReadOnlyProperty();
  }

  /** The last trial of any device. */
  public Trial trialOf(DeviceRow device) {
    return trials.getOrDefault(device.id(), new Trial.None());
  }

  /** The six digits of the card to try; also filled by scanning its QR. */
  public StringProperty digits() {
    return digits;
  }

  /** Finds devices again; what was selected stays selected if it is still there. */
  public void look() {
    if (looking.get()) {
      return;
    }
    looking.set(true);
    fault.set(Optional.empty());
    errands.run(
        desk::devices,
        found -> {
          looking.set(false);
          Optional<String> before = selected.get().map(DeviceRow::id);
          devices.setAll(found);
          Optional<DeviceRow> again =
              found.stream().filter(row -> before.equals(Optional.of(row.id()))).findFirst();
          if (again.isPresent()) {
            selected.set(again);
          } else {
            select(found.stream().findFirst());
          }
        },
        failure -> {
          looking.set(false);
          fault.set(Optional.of(failure));
        });
  }

  /** Selects a device; a trial that runs is stopped. */
  public void select(Optional<DeviceRow> device) {
    if (device.map(DeviceRow::id).equals(selected.get().map(DeviceRow::id))) {
      return;
    }
    stop();
    digits.set("");
    selected.set(device);
    trial.set(device.map(this::trialOf).orElseGet(Trial.None::new));
  }

  /** Whether the selected device can be tried now. */
  public boolean ready() {
    return selected.get().isPresent()
        && !(trial.get() instanceof Trial.Running)
        && selected
            .get()
            .filter(row ->
                row.kind() != DeviceRow.Kind.PRINTER
                    && (row.kind() != DeviceRow.Kind.CARD_READER
                        || digits.get().matches("[0-9]{6}")))
            .isPresent();
  }

  /** Tries the selected device. */
  public void tryOut() {
    Optional<DeviceRow> device = selected.get();
    if (device.isEmpty() || !ready()) {
      return;
    }
    String id = device.get().id();
    int mine = ++turn;
    Cancellation cancellation = new Cancellation();
    running = cancellation;
    trial.set(new Trial.Running());
    Instant begun = clock.instant();
    Optional<AccessKeys> keys =
        device.get().kind() == DeviceRow.Kind.CARD_READER
            ? Optional.of(AccessKeys.can(digits.get()))
            : Optional.empty();
    errands.run(
        () ->
            switch (device.get().kind()) {
              case SCANNER -> {
                Path picture = desk.tryScan(id, cancellation);
                yield new Trial.Page(picture, Duration.between(begun, clock.instant()));
              }
              case CARD_READER -> card(desk.tryCard(id, keys.orElseThrow(), cancellation));
              case BARCODE_READER -> code(desk.tryCode(cancellation));
              case PRINTER -> new Trial.None();
            },
        ended -> finish(mine, id, ended),
        failure ->
            finish(
                mine,
                id,
                cancellation.isCancelled() ? new Trial.Cancelled() : new Trial.Stopped(failure)));
  }

  /** Stops the trial that runs. */
  public void stop() {
    running.cancel();
    if (trial.get() instanceof Trial.Running) {
      turn++;
      trial.set(new Trial.Cancelled());
    }
  }

  /** A code came from a barcode reader while no code trial was asked for. */
  void scanned(BarcodeEvent event) {
    if (event instanceof BarcodeEvent.Scanned known
        && !(ScannedCode.read(known.text()) instanceof ScannedCode.Unknown)) {
      sounds.accepted();
    } else {
      sounds.refused();
    }
    if (event instanceof BarcodeEvent.Scanned came
        && selected.get().filter(row -> row.kind() == DeviceRow.Kind.CARD_READER).isPresent()
        && ScannedCode.read(came.text()) instanceof ScannedCode.Card card) {
      digits.set(card.qr().number().can());
      tryOut();
    }
  }

  private void finish(int mine, String id, Trial ended) {
    if (mine == turn) {
      trials.put(id, ended);
      trial.set(ended);
    }
  }

  private static Trial card(ChipOutcome outcome) {
    return switch (outcome) {
      case ChipOutcome.Read read -> new Trial.Card(read.card());
      case ChipOutcome.Stopped stopped -> new Trial.Stopped(stopped.fault());
      case ChipOutcome.Cancelled cancelled -> new Trial.Cancelled();
    };
  }

  private static Trial code(BarcodeEvent event) {
    return switch (event) {
      case BarcodeEvent.Scanned scanned ->
          new Trial.Code(scanned.reader(), scanned.text(), ScannedCode.read(scanned.text()));
      case BarcodeEvent.Refused refused -> new Trial.Stopped(refused.fault());
    };
  }
}
