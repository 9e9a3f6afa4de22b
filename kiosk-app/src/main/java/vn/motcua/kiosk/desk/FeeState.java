package vn.motcua.kiosk.desk;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierEvent;
import vn.motcua.kiosk.dossier.Payment;

/**
 * What a citizen may know of the money.
 *
 * @param amount in đồng: what is asked for, else what is not paid yet
 * @param kind how far it is
 * @param vietQr the text of the code by which it is paid; empty if there is none to pay or the
 *     centre has no account
 * @param reliefs what was taken off at reception; empty if nothing, or nothing is known of it
 */
public record FeeState(
    long amount, Kind kind, Optional<String> vietQr, List<FeeQuote.Granted> reliefs) {
  /** How far it is. */
  public enum Kind {
    /** There is nothing to pay. */
    NONE,
    /** To be paid at the counter. */
    UNPAID,
    /** Asked for; nobody has seen the money yet ("chờ đối soát"). */
    AWAITED,
    /** Seen by an officer or in a bank's statement. */
    PAID
  }

  /** Of a dossier of which nothing is known. */
  public static final FeeState UNKNOWN = new FeeState(0, Kind.NONE, Optional.empty(), List.of());

  public FeeState {
    reliefs = List.copyOf(reliefs);
  }

  /**
   * As it stands.
   *
   * @param payments what was asked for, oldest first
   * @param code the text of the QR of a payment
   */
  static FeeState of(
      Dossier dossier,
      List<Payment> payments,
      Function<Payment, Optional<String>> code,
      List<DossierEvent> history) {
    List<FeeQuote.Granted> reliefs =
        history.stream()
            .limit(1)
            .flatMap(event -> FeeQuote.granted(event.note()).stream())
            .toList();
    Optional<Payment> awaited = payments.stream().filter(Payment::awaited).findFirst();
    boolean ended =
        switch (dossier.status()) {
          // Whoever has the result has paid, whether or not it was written down here.
          case REFUSED, WITHDRAWN, STOPPED, RETURNED -> true;
          default -> false;
        };
    if (awaited.isPresent() && !ended) {
      Payment payment = awaited.get();
      return new FeeState(payment.amount(), Kind.AWAITED, code.apply(payment), reliefs);
    }
    long paid = payments.stream().filter(each -> !each.awaited()).mapToLong(Payment::amount).sum();
    if (paid > 0 && paid >= dossier.fee()) {
      return new FeeState(paid, Kind.PAID, Optional.empty(), reliefs);
    }
    return dossier.fee() == 0 || ended
        ? new FeeState(0, Kind.NONE, Optional.empty(), reliefs)
        : new FeeState(dossier.fee() - paid, Kind.UNPAID, Optional.empty(), reliefs);
  }
}
