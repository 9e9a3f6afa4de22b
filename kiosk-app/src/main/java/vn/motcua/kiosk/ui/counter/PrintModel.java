package vn.motcua.kiosk.ui.counter;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import vn.motcua.kiosk.desk.FormPrints;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.forms.FormKind;
import vn.motcua.kiosk.ui.kit.Errands;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultException;

/** Printing one form of one dossier: ordered, on its way, there. */
public final class PrintModel {
  private final FormPrints prints;
  private final Errands errands;
  private final Supplier<String> officer;
  private final FormKind kind;
  private final DossierCode code;
  private final ReadOnlyObjectWrapper<Optional<FormPrints.Job>> job =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Fault>> fault =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
  private @Nullable Runnable unlisten;
  private int looks;

  PrintModel(
      FormPrints prints,
      Errands errands,
      Supplier<String> officer,
      FormKind kind,
      DossierCode code) {
    this.prints = prints;
    this.errands = errands;
    this.officer = officer;
    this.kind = kind;
    this.code = code;
  }

  /**
   * Begins to follow its prints.
   *
   * @param order whether the first one is ordered now, if none was yet and there is a printer
   */
  void start(boolean order) {
    unlisten = prints.onChange(() -> errands.onScreen(this::look));
    if (order && printer().isPresent()) {
      String who = officer.get();
      does(() -> {
        if (prints.last(kind, code).isEmpty()) {
          prints.order(kind, code, who);
        }
      });
    } else {
      look();
    }
  }

  /** Stops following; what was ordered is printed all the same. */
  void end() {
    if (unlisten != null) {
      unlisten.run();
      unlisten = null;
    }
  }

  /** What the printer is called; empty if none is set: then nothing can be ordered. */
  public Optional<String> printer() {
    return prints.printer();
  }

  /** The last print of it, if any. */
  public ReadOnlyObjectProperty<Optional<FormPrints.Job>> job() {
    return job.getReadOnlyProperty();
  }

  /** Why an order could not be written down. */
  public ReadOnlyObjectProperty<Optional<Fault>> fault() {
    return fault.getReadOnlyProperty();
  }

  /** Whether an order is being written down. */
  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /** Whether an order would bring one more paper now. */
  public boolean mayOrder() {
    return printer().isPresent() && !busy.get() && job.get().filter(FormPrints.Job::open).isEmpty();
  }

  /** Orders one paper, unless one is on its way. */
  public void order() {
    if (mayOrder()) {
      String who = officer.get();
      does(() -> prints.order(kind, code, who));
    }
  }

  /** Gives up what has not been printed. */
  public void cancel() {
    job.get()
        .ifPresent(now ->
            does(() -> {
              prints.cancel(now);
            }));
  }

  /** What the officer saw in the tray. */
  public void settle(boolean cameOut) {
    job.get().ifPresent(now -> does(() -> prints.settle(now, cameOut)));
  }

  @FunctionalInterface
  private interface Deed {
    void go() throws FaultException;
  }

  private void does(Deed deed) {
    busy.set(true);
    fault.set(Optional.empty());
    errands.run(
        () -> {
          deed.go();
          return prints.last(kind, code);
        },
        now -> {
          busy.set(false);
          looks++;
          job.set(now);
          bringOn();
        },
        failure -> {
          busy.set(false);
          fault.set(Optional.of(failure));
        });
  }

  /** The background would do it some seconds later. */
  private void bringOn() {
    errands.run(
        () -> {
          prints.bringOn();
          return true;
        },
        _ -> {},
        _ -> {});
  }

  private void look() {
    int mine = ++looks;
    errands.run(
        () -> prints.last(kind, code),
        now -> {
          if (mine == looks) {
            job.set(now);
          }
        },
        _ -> {});
  }
}
