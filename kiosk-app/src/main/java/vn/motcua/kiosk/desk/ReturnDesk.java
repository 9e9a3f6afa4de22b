package vn.motcua.kiosk.desk;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.Consumer;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.LookupSecret;
import vn.motcua.kiosk.dossier.Move;
import vn.motcua.kiosk.dossier.PortalStatus;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.kiosk.store.LedgerEntry;
import vn.motcua.scanner.FaultException;

/** Where a result is handed out. All methods block. */
public final class ReturnDesk {
  private final DossierStore store;
  private final WorkDesk work;
  private final Clock clock;
  private final Consumer<DossierCode> handedOut;

  /** One that tells nobody. */
  public ReturnDesk(DossierStore store, WorkDesk work, Clock clock) {
    this(store, work, clock, _ -> {});
  }

  /**
   * @param work moves the dossier
   * @param clock local time of the centre
   * @param handedOut told of every result that was handed out; must not block
   */
  public ReturnDesk(
      DossierStore store, WorkDesk work, Clock clock, Consumer<DossierCode> handedOut) {
    this.store = store;
    this.work = work;
    this.clock = clock;
    this.handedOut = handedOut;
  }

  /**
   * The dossier of a receipt, if code and secret fit and its result is ready. Without a secret the
   * officer answers for it that the person may have the result; the view is written into the access
   * ledger either way.
   *
   * @throws FaultException with {@link DeskFault.UnknownReceipt} or {@link DeskFault.NotReady}
   */
  public Dossier find(DossierCode code, Optional<LookupSecret> secret, String officer)
      throws FaultException {
    boolean open = secret.isPresent() ? store.opens(code, secret.get()) : true;
    Optional<Dossier> dossier = open ? store.find(code) : Optional.empty();
    if (dossier.isEmpty()) {
      throw new FaultException(new DeskFault.UnknownReceipt());
    }
    LedgerEntry entry = new LedgerEntry(LocalDateTime.now(clock), officer, "trả kết quả", "");
    store.write(transaction -> {
      transaction.viewed(code, entry);
      return true;
    });
    if (dossier.get().status() != PortalStatus.FINISHED) {
      throw new FaultException(new DeskFault.NotReady());
    }
    return dossier.get();
  }

  /**
   * Hands out the result (status 10); originals still held are given back with it.
   *
   * @param receiver who took it, as identified at the counter
   * @throws FaultException with {@link DeskFault.NotReady}, or {@link DeskFault.MoveNotAllowed} if
   *     it was handed out before
   */
  public Dossier handOut(DossierCode code, String receiver, String officer) throws FaultException {
    Dossier dossier =
        store.find(code).orElseThrow(() -> new FaultException(new DeskFault.UnknownReceipt()));
    if (receiver.isBlank()) {
      throw new FaultException(new DeskFault.Incomplete("RECEIVER"), "RECEIVER");
    }
    if (dossier.status() != PortalStatus.FINISHED && dossier.status() != PortalStatus.RETURNED) {
      throw new FaultException(new DeskFault.NotReady());
    }
    WorkDesk.Details by = WorkDesk.Details.by(officer);
    Dossier returned =
        work.move(
            dossier,
            Move.HAND_OUT,
            new WorkDesk.Details(
                by.officer(),
                receiver.strip(),
                "Người nhận: " + receiver.strip(),
                by.missing(),
                by.newDate()));
    handedOut.accept(code);
    return returned;
  }
}
