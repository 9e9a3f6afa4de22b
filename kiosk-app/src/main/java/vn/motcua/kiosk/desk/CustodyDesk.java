package vn.motcua.kiosk.desk;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.motcua.kiosk.dossier.Custody;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.scanner.FaultException;

/**
 * Where whoever gets a dossier confirms it (form 06: giver and receiver, one row a hand-over).
 * Hand-overs themselves are written by the desks that move a dossier. All methods block.
 */
public final class CustodyDesk {
  private final DossierStore store;
  private final Clock clock;

  /**
   * @param clock local time of the centre
   */
  public CustodyDesk(DossierStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Every hand-over of a dossier, oldest first. */
  public List<Custody> ledger(DossierCode code) throws FaultException {
    return store.custody(code);
  }

  /**
   * A hand-over that waits for its receiver.
   *
   * @param code the dossier
   * @param given what was given
   */
  public record Waiting(DossierCode code, Custody given) {}

  /** Hand-overs that wait for their receivers, the oldest first; what the post has waits not. */
  public List<Waiting> waiting() throws FaultException {
    List<Waiting> all = new ArrayList<>();
    for (DossierCode code : store.openHandOvers()) {
      waiting(store.custody(code)).ifPresent(given -> all.add(new Waiting(code, given)));
    }
    return all;
  }

  /** The newest hand-over of a ledger, if its receiver has yet to confirm it. */
  public static Optional<Custody> waiting(List<Custody> ledger) {
    return ledger.isEmpty()
        ? Optional.empty()
        : Optional.of(ledger.getLast())
            .filter(given -> given.confirmed().isEmpty())
            .filter(given -> !given.receiver().equals(Holders.POST));
  }

  /** Where the originals are, in plain words; empty if none were handed in. */
  public Optional<String> originals(DossierCode code) throws FaultException {
    return HandOvers.whereabouts(store.custody(code));
  }

  /**
   * The receiver of a hand-over has counted. What was counted is written even if it differs, so
   * that the difference has a time and a name.
   *
   * @param number which hand-over
   * @param officer the receiver
   * @param pages how many pages came
   * @return {@link DeskFault.PagesDiffer} if they are not as many as were given
   * @throws FaultException with {@link DeskFault.NoHandOver} if there is none of that number, or it
   *     is confirmed already; {@link DeskFault.Incomplete} ({@code OFFICER}, {@code PAGES})
   */
  public Optional<DeskFault> confirm(DossierCode code, int number, String officer, int pages)
      throws FaultException {
    if (officer.isBlank()) {
      throw new FaultException(new DeskFault.Incomplete("OFFICER"), "OFFICER");
    }
    if (pages < 0) {
      throw new FaultException(new DeskFault.Incomplete("PAGES"), "PAGES");
    }
    LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
    return store.write(transaction -> {
      Custody given =
          transaction.custody(code).stream()
              .filter(each -> each.number() == number && each.confirmed().isEmpty())
              .findFirst()
              .orElseThrow(() -> new FaultException(new DeskFault.NoHandOver()));
      transaction.confirm(code, number, new Custody.Confirmation(now, officer.strip(), pages));
      return given.pages() == pages
          ? Optional.empty()
          : Optional.of(new DeskFault.PagesDiffer(given.pages(), pages));
    });
  }
}
