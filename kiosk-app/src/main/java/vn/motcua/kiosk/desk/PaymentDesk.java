package vn.motcua.kiosk.desk;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.Move;
import vn.motcua.kiosk.dossier.Payment;
import vn.motcua.kiosk.payment.FeeCode;
import vn.motcua.kiosk.payment.PaymentAccount;
import vn.motcua.kiosk.payment.Reconciliation;
import vn.motcua.kiosk.payment.Statement;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.kiosk.store.Transaction;
import vn.motcua.scanner.FaultException;

/**
 * Where fees are asked for and confirmed. A payment waits ("chờ đối soát") until an officer or a
 * bank's statement says that the money is there. All methods block.
 */
public final class PaymentDesk implements MovePapers {
  /**
   * A payment and the code by which it is made.
   *
   * @param payment it waits
   * @param vietQr the text of its QR; empty if the centre has no account
   */
  public record Asked(Payment payment, String vietQr) {}

  private final DossierStore store;
  private final Optional<PaymentAccount> account;
  private final Clock clock;

  /** One of a centre with an account. */
  public PaymentDesk(DossierStore store, PaymentAccount account, Clock clock) {
    this(store, Optional.of(account), clock);
  }

  /**
   * @param account where fees go; without one they are paid at the counter only
   * @param clock local time of the centre
   */
  public PaymentDesk(DossierStore store, Optional<PaymentAccount> account, Clock clock) {
    this.store = store;
    this.account = account;
    this.clock = clock;
  }

  /**
   * Asks for money. A dossier with nothing to pay is never asked: there is no payment of 0.
   *
   * @param amount in đồng
   * @return empty if the amount is 0
   * @throws FaultException with {@link DeskFault.UnknownReceipt} if there is no such dossier
   */
  public Optional<Asked> ask(DossierCode code, long amount) throws FaultException {
    if (amount == 0) {
      return Optional.empty();
    }
    Payment payment =
        store.write(transaction -> {
          if (transaction.find(code).isEmpty()) {
            throw new FaultException(new DeskFault.UnknownReceipt());
          }
          return transaction.ask(code, amount, now());
        });
    return Optional.of(new Asked(payment, vietQr(payment).orElse("")));
  }

  /** The text of the QR by which that payment is made; empty if the centre has no account. */
  public Optional<String> vietQr(Payment payment) {
    return account.map(to -> FeeCode.of(to, payment));
  }

  /**
   * Asking for the fee of a dossier makes the payment, in the same transaction. What waits already
   * is not asked for twice.
   *
   * @throws FaultException with {@link DeskFault.NothingToPay} if its fee is 0 or paid
   */
  @Override
  public void attach(
      Transaction transaction,
      Dossier before,
      Dossier after,
      Move move,
      WorkDesk.Details details,
      LocalDateTime at)
      throws FaultException {
    if (move != Move.ASK_FOR_PAYMENT) {
      return;
    }
    List<Payment> asked = transaction.payments(after.code());
    long open = after.fee() - asked.stream().mapToLong(Payment::amount).sum();
    boolean waits = asked.stream().anyMatch(Payment::awaited);
    if (open <= 0 && !waits) {
      throw new FaultException(new DeskFault.NothingToPay());
    }
    if (open > 0) {
      transaction.ask(after.code(), open, at);
    }
  }

  /** Payments that wait, oldest first. */
  public List<Payment> awaited() throws FaultException {
    return store.awaitedPayments();
  }

  /**
   * An officer has seen the money for the payment with that reference.
   *
   * @throws FaultException with {@link DeskFault.NoPayment} if none of that reference waits
   */
  public Payment confirm(String reference, String officer) throws FaultException {
    Payment payment =
        store.awaitedPayments().stream()
            .filter(each -> each.reference().equalsIgnoreCase(reference.strip()))
            .findFirst()
            .orElseThrow(() -> new FaultException(new DeskFault.NoPayment()));
    confirm(payment, officer);
    return payment;
  }

  /** The payments of a dossier, oldest first. */
  public List<Payment> payments(DossierCode code) throws FaultException {
    return store.payments(code);
  }

  /**
   * An officer has seen the money.
   *
   * @throws FaultException with {@link DeskFault.NoPayment} if it does not wait (any more)
   */
  public void confirm(Payment payment, String officer) throws FaultException {
    if (officer.isBlank()) {
      throw new FaultException(new DeskFault.Incomplete("OFFICER"), "OFFICER");
    }
    Payment.Confirmation by = new Payment.Confirmation(now(), officer.strip(), Optional.empty());
    boolean waited = store.write(transaction -> transaction.confirm(payment, by));
    if (!waited) {
      throw new FaultException(new DeskFault.NoPayment());
    }
  }

  /**
   * Confirms what a statement proves, all of it or nothing; transfers that have confirmed a payment
   * before are left out, so that reading a statement twice does no harm.
   *
   * @param officer who read it in
   */
  public Reconciliation reconcile(Statement statement, String officer) throws FaultException {
    if (officer.isBlank()) {
      throw new FaultException(new DeskFault.Incomplete("OFFICER"), "OFFICER");
    }
    LocalDateTime at = now();
    List<Payment> awaited = store.awaitedPayments();
    List<Payment> paid = store.confirmedPayments(at.minusYears(1));
    return store.write(transaction -> {
      List<Statement.Row> fresh =
          statement.rows().stream().filter(row -> !transaction.knowsTransfer(row.id())).toList();
      Reconciliation found = Reconciliation.of(fresh, awaited, paid);
      for (Reconciliation.Match match : found.confirmed()) {
        boolean waited =
            transaction.confirm(
                match.payment(),
                new Payment.Confirmation(at, officer.strip(), Optional.of(match.row().id())));
        if (!waited) {
          throw new FaultException(new DeskFault.NoPayment());
        }
      }
      return found;
    });
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
  }
}
