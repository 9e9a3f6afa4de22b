package vn.motcua.kiosk.desk;

import java.time.LocalDateTime;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.Move;
import vn.motcua.kiosk.store.Transaction;
import vn.motcua.scanner.FaultException;

/** Makes the paper that a move needs, in the transaction of the move. */
@FunctionalInterface
public interface MovePapers {
  /** No papers. */
  MovePapers NONE = (transaction, before, after, move, details, at) -> {};

  /** First these, then those. */
  default MovePapers then(MovePapers others) {
    return (transaction, before, after, move, details, at) -> {
      attach(transaction, before, after, move, details, at);
      others.attach(transaction, before, after, move, details, at);
    };
  }

  /**
   * Called when the move is written; what this throws undoes the move.
   *
   * @param before the dossier as it was
   * @param after as it stands now
   */
  void attach(
      Transaction transaction,
      Dossier before,
      Dossier after,
      Move move,
      WorkDesk.Details details,
      LocalDateTime at)
      throws FaultException;
}
