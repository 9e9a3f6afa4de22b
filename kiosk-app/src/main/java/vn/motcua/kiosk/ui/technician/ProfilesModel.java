package vn.motcua.kiosk.ui.technician;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import vn.motcua.kiosk.desk.KeptProfile;
import vn.motcua.kiosk.desk.ProfileDesk;
import vn.motcua.kiosk.desk.ProfileList;
import vn.motcua.kiosk.desk.ScanProfile;
import vn.motcua.kiosk.ui.kit.Errands;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.paper.ColourMode;
import vn.motcua.scanner.paper.PaperSource;
import vn.motcua.scanner.paper.Scanner;
import vn.motcua.scanner.paper.ScannerCapabilities;
import vn.motcua.scanner.paper.ScannerId;

/** The scan profiles of this machine and the one that is being made or changed. */
public final class ProfilesModel {
  /** What the chosen device offers. */
  public sealed interface Offer {
    /** No device is chosen. */
    record None() implements Offer {}

    /** It is being asked. */
    record Asking() implements Offer {}

    /** It said so. */
    record Known(ScannerCapabilities can) implements Offer {}

    /** It cannot be asked: everything is offered, and may not fit. */
    record Unknown(Fault why) implements Offer {}
  }

  /** What became of the last thing that was done. */
  public sealed interface News {
    /** Nothing to tell. */
    record None() implements News {}

    /**
     * It was done.
     *
     * @param key of the sentence
     * @param about what it is about
     */
    record Done(String key, String about) implements News {}

    /** It stopped with something that a person can mend. */
    record Stopped(Fault fault) implements News {}

    /** A test page is being scanned. */
    record Scanning() implements News {}

    /** The test page. */
    record Page(Path picture) implements News {}
  }

  private static final List<Integer> USUAL = List.of(100, 150, 200, 240, 300, 400, 600);

  private final ProfileDesk desk;
  private final Errands errands;
  private final ProfileDraft draft = new ProfileDraft();
  private final ObservableList<KeptProfile> profiles = FXCollections.observableArrayList();
  private final ObservableList<String> damaged = FXCollections.observableArrayList();
  private final ObservableList<Scanner> scanners = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyObjectWrapper<Optional<KeptProfile>> selected =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Offer> offer = new ReadOnlyObjectWrapper<>(new Offer.None());
  private final ReadOnlyObjectWrapper<News> news = new ReadOnlyObjectWrapper<>(new News.None());
  private final StringProperty pin = new SimpleStringProperty("");
  private Cancellation running = new Cancellation();

  ProfilesModel(ProfileDesk desk, Errands errands) {
    this.desk = desk;
    this.errands = errands;
    draft.device().subscribe(device -> ask(device));
  }

  /** The profiles that can be used. */
  public ObservableList<KeptProfile> profiles() {
    return profiles;
  }

  /** Files that cannot be understood. */
  public ObservableList<String> damaged() {
    return damaged;
  }

  /** The scanners that were found. */
  public ObservableList<Scanner> scanners() {
    return scanners;
  }

  /** Whether scanners are being looked for. */
  public ReadOnlyBooleanProperty looking() {
    return looking.getReadOnlyProperty();
  }

  /** The profile in the form; empty for a new one. */
  public ReadOnlyObjectProperty<Optional<KeptProfile>> selected() {
    return selected.getReadOnlyProperty();
  }

  /** What stands in the form. */
  public ProfileDraft draft() {
    return draft;
  }

  /** What the device in the form offers. */
  public ReadOnlyObjectProperty<Offer> offer() {
    return offer.getReadOnlyProperty();
  }

  /** What became of the last thing that was done. */
  public ReadOnlyObjectProperty<News> news() {
    return news.getReadOnlyProperty();
  }

  /** The PIN to lock or unlock with, as typed; forgotten after each try. */
  public StringProperty pin() {
    return pin;
  }

  /** Whether the profile in the form is locked. */
  public boolean locked() {
    return selected.get().filter(KeptProfile::locked).isPresent();
  }

  /** Reads the profiles and looks for scanners. */
  public void look() {
    reload(selected.get().map(kept -> kept.profile().name()));
    if (looking.get()) {
      return;
    }
    looking.set(true);
    errands.run(
        desk::scanners,
        found -> {
          looking.set(false);
          scanners.setAll(found);
          if (draft.device().get().isEmpty() && !found.isEmpty()) {
            draft.device().set(Optional.of(found.getFirst().id()));
          }
        },
        fault -> {
          looking.set(false);
          news.set(new News.Stopped(fault));
        });
  }

  /** Begins a new profile. */
  public void begin() {
    stop();
    selected.set(Optional.empty());
    pin.set("");
    news.set(new News.None());
    draft.clear();
    if (draft.device().get().isEmpty() && !scanners.isEmpty()) {
      draft.device().set(Optional.of(scanners.getFirst().id()));
    }
    fit();
  }

  /** Puts a profile into the form. */
  public void select(KeptProfile profile) {
    stop();
    news.set(new News.None());
    pin.set("");
    show(profile);
  }

  private void show(KeptProfile profile) {
    draft.fill(profile.profile());
    selected.set(Optional.of(profile));
  }

  /** Where the device takes paper from; all ways if it cannot be asked. */
  public List<PaperSource> sources() {
    return offer.get() instanceof Offer.Known(ScannerCapabilities can)
        ? can.sources().stream().sorted().toList()
        : List.of(PaperSource.values());
  }

  /** The colour modes that it offers. */
  public List<ColourMode> modes() {
    return offer.get() instanceof Offer.Known(ScannerCapabilities can)
        ? can.modes().stream().sorted().toList()
        : List.of(ColourMode.values());
  }

  /** The resolutions that it offers. */
  public List<Integer> resolutions() {
    return offer.get() instanceof Offer.Known(ScannerCapabilities can)
        ? can.resolutions().stream().filter(dpi -> dpi >= 50 && dpi <= 1200).toList()
        : USUAL;
  }

  private void ask(Optional<ScannerId> device) {
    if (device.isEmpty()) {
      offer.set(new Offer.None());
      return;
    }
    offer.set(new Offer.Asking());
    errands.run(
        () -> desk.capabilities(device.get()),
        can -> answered(device, new Offer.Known(can)),
        fault -> answered(device, new Offer.Unknown(fault)));
  }

  private void answered(Optional<ScannerId> device, Offer answer) {
    if (device.equals(draft.device().get())) {
      offer.set(answer);
      fit();
    }
  }

  /** A new profile begins with what the device can do; one that was made stays as it is. */
  private void fit() {
    if (selected.get().isPresent() || !(offer.get() instanceof Offer.Known)) {
      return;
    }
    if (!sources().contains(draft.source().get()) && !sources().isEmpty()) {
      draft.source().set(sources().getFirst());
    }
    if (!modes().contains(draft.mode().get()) && !modes().isEmpty()) {
      draft.mode().set(modes().getFirst());
    }
    int wanted = draft.dpi().get();
    resolutions().stream()
        .min(java.util.Comparator.comparingInt(dpi -> Math.abs(dpi - wanted)))
        .ifPresent(draft.dpi()::set);
  }

  /** Keeps what stands in the form, after it was held against its device. */
  public void save() {
    if (draft.wrong().isPresent() || locked()) {
      return;
    }
    ScanProfile profile = draft.profile();
    Optional<String> old = selected.get().map(kept -> kept.profile().name());
    act(
        () -> {
          Optional<Fault> unchecked = desk.check(profile);
          if (old.isPresent()) {
            desk.profiles().change(old.get(), profile);
          } else {
            desk.profiles().make(profile);
          }
          return new News.Done(
              unchecked.isPresent() ? "profile.saved.unchecked" : "profile.saved", profile.name());
        },
        Optional.of(profile.name()));
  }

  /** Scans a test page as the form says. */
  public void test() {
    if (draft.wrong().filter(field -> !field.equals("name")).isPresent()) {
      return;
    }
    ScanProfile profile = draft.named(draft.name().get().isBlank() ? "?" : draft.name().get());
    stop();
    Cancellation mine = new Cancellation();
    running = mine;
    news.set(new News.Scanning());
    errands.run(
        () -> desk.test(profile, mine),
        page -> tell(mine, new News.Page(page)),
        fault -> tell(mine, mine.isCancelled() ? new News.None() : new News.Stopped(fault)));
  }

  private void tell(Cancellation mine, News now) {
    if (mine.equals(running)) {
      news.set(now);
    }
  }

  /** Stops the test page. */
  public void stop() {
    running.cancel();
    if (news.get() instanceof News.Scanning) {
      news.set(new News.None());
    }
  }

  /** Removes the profile in the form. */
  public void remove() {
    selected
        .get()
        .map(kept -> kept.profile().name())
        .ifPresent(name ->
            act(
                () -> {
                  desk.profiles().remove(name);
                  return new News.Done("profile.removed", name);
                },
                Optional.empty()));
  }

  /** Locks or unlocks the profile in the form with the PIN that was typed. */
  public void lockOrUnlock() {
    Optional<String> name = selected.get().map(kept -> kept.profile().name());
    if (name.isEmpty()) {
      return;
    }
    boolean locked = locked();
    String typed = pin.get();
    pin.set("");
    act(
        () -> {
          if (locked) {
            desk.profiles().unlock(name.get(), typed);
          } else {
            desk.profiles().lock(name.get(), typed);
          }
          return new News.Done(locked ? "profile.unlocked" : "profile.locked", name.get());
        },
        name);
  }

  /** Writes all profiles to a file for another machine. */
  public void exportTo(Path file) {
    act(
        () -> {
          int count = desk.profiles().exportTo(file, List.of());
          return new News.Done("profile.exported", Integer.toString(count));
        },
        selected.get().map(kept -> kept.profile().name()));
  }

  /** Takes in the profiles of a file; none that is here already. */
  public void importFrom(Path file) {
    act(
        () -> {
          int count = desk.profiles().importFrom(file, false).size();
          return new News.Done("profile.imported", Integer.toString(count));
        },
        selected.get().map(kept -> kept.profile().name()));
  }

  private void act(Callable<News> work, Optional<String> then) {
    stop();
    errands.run(
        work,
        done -> {
          news.set(done);
          reload(then);
        },
        fault -> news.set(new News.Stopped(fault)));
  }

  private void reload(Optional<String> shown) {
    errands.run(
        () -> desk.profiles().list(),
        list -> loaded(list, shown),
        fault -> news.set(new News.Stopped(fault)));
  }

  private void loaded(ProfileList list, Optional<String> shown) {
    profiles.setAll(list.profiles());
    damaged.setAll(list.damaged());
    Optional<KeptProfile> again =
        list.profiles().stream()
            .filter(kept -> shown.equals(Optional.of(kept.profile().name())))
            .findFirst();
    if (again.isPresent()) {
      // What is being typed stays if nothing else changed.
      if (!again.equals(selected.get())) {
        show(again.get());
      }
    } else if (selected.get().isPresent()) {
      selected.set(Optional.empty());
      draft.clear();
    }
  }
}
