package vn.motcua.kiosk.ui.counter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import vn.motcua.kiosk.desk.Crew;
import vn.motcua.kiosk.desk.DeskFault;
import vn.motcua.kiosk.desk.WorkDesk;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.DossierEvent;
import vn.motcua.kiosk.dossier.DueDate;
import vn.motcua.kiosk.dossier.Move;
import vn.motcua.kiosk.dossier.Stage;
import vn.motcua.kiosk.ui.kit.Errands;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultException;

/** The work list: which dossiers there are, one of them in detail, and moving it on. */
public final class WorkModel {
  /**
   * A dossier that is open for the officer.
   *
   * @param item the dossier and its progress
   * @param history what happened to it, oldest first
   * @param allowed what may be done to it now
   */
  public record Opened(WorkDesk.Item item, List<DossierEvent> history, Set<Move> allowed) {
    public Opened {
      history = List.copyOf(history);
      allowed = Set.copyOf(allowed);
    }
  }

  private final WorkDesk desk;
  private final Errands errands;
  private final Supplier<String> officer;
  private final Clock clock;
  private final MoveRights rights;
  private final ObjectProperty<Optional<Stage>> stage =
      new SimpleObjectProperty<>(Optional.empty());
  private final StringProperty text = new SimpleStringProperty("");
  private final ObservableList<WorkDesk.Item> items = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyObjectWrapper<Optional<Opened>> opened = absent();
  private final ReadOnlyObjectWrapper<Set<Move>> mine = new ReadOnlyObjectWrapper<>(Set.of());
  private final ReadOnlyObjectWrapper<Optional<MoveDraft>> draft = absent();
  private final ReadOnlyObjectWrapper<Optional<Move>> done = absent();
  private final ReadOnlyObjectWrapper<Optional<Fault>> fault = absent();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
  private final Runnable unlisten;
  private int lists;
  private int openings;

  /** How many lines the open dossier's history has with the move that {@link #done} names. */
  private int lines;

  WorkModel(WorkDesk desk, Errands errands, Supplier<String> officer, Clock clock, Crew crew) {
    this.desk = desk;
    this.rights = new MoveRights(crew, officer);
    this.errands = errands;
    this.officer = officer;
    this.clock = clock;
    this.unlisten = desk.onChange(code -> errands.onScreen(() -> changed(code)));
    stage.addListener((property, before, now) -> refresh());
    text.addListener((property, before, now) -> refresh());
    opened.addListener((property, before, now) -> officerChanged());
  }

  /** What the officer who is signed in may do to the open dossier now. */
  public ReadOnlyObjectProperty<Set<Move>> mine() {
    return mine.getReadOnlyProperty();
  }

  /** Whether that move is for others than the officer who is signed in. */
  public boolean isOthers(Move move) {
    return rights.areOthers(move);
  }

  /** Somebody else is signed in. */
  void officerChanged() {
    mine.set(opened.get().map(rights::of).orElse(Set.of()));
    if (draft.get().filter(begun -> !mine.get().contains(begun.move())).isPresent()) {
      draft.set(Optional.empty());
    }
  }

  /** Only dossiers of this stage; empty = all. */
  public ObjectProperty<Optional<Stage>> stage() {
    return stage;
  }

  /** Only dossiers that fit this text. */
  public StringProperty text() {
    return text;
  }

  /** The list, the most urgent first. */
  public ObservableList<WorkDesk.Item> items() {
    return items;
  }

  /** Whether the list is being fetched. */
  public ReadOnlyBooleanProperty loading() {
    return loading.getReadOnlyProperty();
  }

  /** The dossier that is open. */
  public ReadOnlyObjectProperty<Optional<Opened>> opened() {
    return opened.getReadOnlyProperty();
  }

  /** The move that is being prepared. */
  public ReadOnlyObjectProperty<Optional<MoveDraft>> draft() {
    return draft.getReadOnlyProperty();
  }

  /** The move that was just made; until another dossier is opened or another move begun. */
  public ReadOnlyObjectProperty<Optional<Move>> done() {
    return done.getReadOnlyProperty();
  }

  /** What went wrong last. */
  public ReadOnlyObjectProperty<Optional<Fault>> fault() {
    return fault.getReadOnlyProperty();
  }

  /** Whether a move is being made. */
  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /** Fetches the list again. */
  public void refresh() {
    int mine = ++lists;
    Optional<Stage> of = stage.get();
    String fitting = text.get();
    loading.set(true);
    errands.run(
        () -> desk.list(of, fitting),
        list -> {
          if (mine == lists) {
            loading.set(false);
            items.setAll(list);
          }
        },
        failure -> {
          if (mine == lists) {
            loading.set(false);
            fault.set(Optional.of(failure));
          }
        });
  }

  /** Opens a dossier; that is written into its access ledger. */
  public void open(DossierCode code) {
    done.set(Optional.empty());
    draft.set(Optional.empty());
    fault.set(Optional.empty());
    load(code);
  }

  private void load(DossierCode code) {
    String who = officer.get();
    load(() -> read(code, who));
  }

  private void load(Callable<Optional<Opened>> read) {
    int mine = ++openings;
    errands.run(
        read,
        found -> {
          if (mine == openings) {
            if (found.map(open -> open.history().size() > lines).orElse(true)) {
              done.set(Optional.empty()); // something newer than our move has happened to it
            }
            opened.set(found);
            if (found.isEmpty()) {
              fault.set(Optional.of(new DeskFault.UnknownCode()));
            }
          }
        },
        failure -> {
          if (mine == openings) {
            fault.set(Optional.of(failure));
          }
        });
  }

  private Optional<Opened> read(DossierCode code, String who) throws FaultException {
    Optional<WorkDesk.Item> item = desk.open(code, who);
    if (item.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Opened(item.get(), desk.history(code), desk.allowed(code)));
  }

  /** The same dossier again, without another line in its access ledger. */
  private Optional<Opened> readAgain(DossierCode code) throws FaultException {
    Optional<WorkDesk.Item> item =
        desk.list(Optional.empty(), code.value()).stream()
            .filter(it -> it.dossier().code().equals(code))
            .findFirst();
    return item.isEmpty()
        ? Optional.empty()
        : Optional.of(new Opened(item.get(), desk.history(code), desk.allowed(code)));
  }

  /** Closes the open dossier. */
  public void close() {
    openings++;
    opened.set(Optional.empty());
    draft.set(Optional.empty());
    done.set(Optional.empty());
    fault.set(Optional.empty());
  }

  /** Begins a move of the open dossier; it is made by {@link #confirm()}. */
  public void begin(Move move) {
    if (mine.get().contains(move) && !busy.get()) {
      done.set(Optional.empty());
      fault.set(Optional.empty());
      LocalDate today = LocalDate.now(clock);
      LocalDate promised =
          opened
              .get()
              .flatMap(open -> open.item().dossier().due())
              .map(DueDate::date)
              .orElse(today);
      draft.set(Optional.of(new MoveDraft(move, promised.isAfter(today) ? promised : today)));
    }
  }

  /** Gives the move up. */
  public void abandon() {
    draft.set(Optional.empty());
  }

  /** Makes the move that was begun, if it has all that it needs. */
  public void confirm() {
    Optional<Opened> open = opened.get();
    Optional<MoveDraft> begun = draft.get();
    if (open.isEmpty() || begun.isEmpty() || busy.get() || !begun.get().ready().get()) {
      return;
    }
    Dossier seen = open.get().item().dossier();
    DossierCode code = seen.code();
    Move move = begun.get().move();
    int withIt = open.get().history().size() + 1;
    WorkDesk.Details details = begun.get().details(officer.get());
    busy.set(true);
    fault.set(Optional.empty());
    errands.run(
        () -> desk.move(seen, move, details),
        (Dossier moved) -> {
          busy.set(false);
          draft.set(Optional.empty());
          lines = withIt;
          done.set(Optional.of(move));
          reload(code);
        },
        failure -> {
          busy.set(false);
          fault.set(Optional.of(failure));
          reload(code); // somebody else may have moved it meanwhile
        });
  }

  private void reload(DossierCode code) {
    load(() -> readAgain(code));
    refresh();
  }

  /** Somebody moved a dossier, perhaps at another counter: what is shown is shown anew. */
  private void changed(DossierCode code) {
    if (busy.get()) {
      return; // our own move, which shows itself
    }
    refresh();
    boolean shown = opened.get().filter(o -> o.item().dossier().code().equals(code)).isPresent();
    if (shown && draft.get().isEmpty()) {
      load(() -> readAgain(code));
    }
  }

  void end() {
    unlisten.run();
  }

  /** Hides the fault. */
  public void dismissFault() {
    fault.set(Optional.empty());
  }

  private static <T> ReadOnlyObjectWrapper<Optional<T>> absent() {
    return new ReadOnlyObjectWrapper<>(Optional.empty());
  }
}
