package vn.motcua.kiosk.ui.counter;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vn.motcua.kiosk.desk.PaymentDesk;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.Payment;
import vn.motcua.kiosk.ui.kit.Errands;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultException;

/** The payments of one dossier: asked for, waiting ("chờ đối soát"), confirmed. */
public final class PaymentModel {
  /**
   * A payment, and the text of its QR while it waits; empty if the centre has no account.
   *
   * @param payment the payment
   * @param vietQr what a bank's application reads
   */
  public record Asked(Payment payment, Optional<String> vietQr) {}

  private final PaymentDesk desk;
  private final Errands errands;
  private final Supplier<String> officer;
  private final ReadOnlyObjectWrapper<List<Asked>> payments =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<Fault>> fault =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
  private Optional<DossierCode> shown = Optional.empty();
  private long fee;
  private int looks;

  PaymentModel(PaymentDesk desk, Errands errands, Supplier<String> officer) {
    this.desk = desk;
    this.errands = errands;
    this.officer = officer;
  }

  /** The payments of the dossier, oldest first; none where there is nothing to pay. */
  public ReadOnlyObjectProperty<List<Asked>> payments() {
    return payments.getReadOnlyProperty();
  }

  /** What went wrong last. */
  public ReadOnlyObjectProperty<Optional<Fault>> fault() {
    return fault.getReadOnlyProperty();
  }

  /** Whether something is being written. */
  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /** What has not been asked for yet, in đồng; 0 where there is nothing to pay. */
  public long open() {
    return Math.max(
        0, fee - payments.get().stream().mapToLong(asked -> asked.payment().amount()).sum());
  }

  /** Shows the payments of that dossier, or none. */
  void show(Optional<Dossier> dossier) {
    Optional<DossierCode> code = dossier.map(Dossier::code);
    fee = dossier.map(Dossier::fee).orElse(0L);
    if (!code.equals(shown)) {
      payments.set(List.of());
      fault.set(Optional.empty());
    }
    shown = code;
    look();
  }

  /** Asks for what is still to pay; the dossier's clock goes on. */
  public void ask() {
    long amount = open();
    if (amount > 0) {
      shown.ifPresent(code -> does(() -> desk.ask(code, amount)));
    }
  }

  /** The officer has seen the money. */
  public void confirm(Payment payment) {
    String who = officer.get();
    does(() -> {
      desk.confirm(payment, who);
      return true;
    });
  }

  @FunctionalInterface
  private interface Deed {
    Object go() throws FaultException;
  }

  private void does(Deed deed) {
    if (busy.get()) {
      return;
    }
    busy.set(true);
    fault.set(Optional.empty());
    errands.run(
        deed::go,
        _ -> {
          busy.set(false);
          look();
        },
        failure -> {
          busy.set(false);
          fault.set(Optional.of(failure));
          look();
        });
  }

  private void look() {
    int mine = ++looks;
    Optional<DossierCode> of = shown;
    if (of.isEmpty()) {
      payments.set(List.of());
      return;
    }
    errands.run(
        () ->
            desk.payments(of.get()).stream()
                .map(payment ->
                    new Asked(payment, payment.awaited() ? desk.vietQr(payment) : Optional.empty()))
                .toList(),
        now -> {
          if (mine == looks) {
            payments.set(now);
          }
        },
        failure -> fault.set(Optional.of(failure)));
  }
}
