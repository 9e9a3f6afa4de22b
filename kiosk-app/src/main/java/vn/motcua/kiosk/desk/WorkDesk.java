package vn.motcua.kiosk.desk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.DossierEvent;
import vn.motcua.kiosk.dossier.Move;
import vn.motcua.kiosk.dossier.Progress;
import vn.motcua.kiosk.dossier.Stage;
import vn.motcua.scanner.FaultException;

/** Where staff see their dossiers and move them on. All methods block. */
public final class WorkDesk {
  /**
   * One line of the work list.
   *
   * @param dossier the dossier
   * @param progress in time, late, paused…
   */
  public record Item(Dossier dossier, Progress progress) {}

  /**
   * What a move needs beside its name.
   *
   * @param officer who does it
   * @param holder who has the dossier afterwards; empty = the usual unit of the next stage
   * @param note a sentence: the reason, the new date's reason; may be empty
   * @param missing for ASK_FOR_PAPERS: what is missing
   * @param newDate for EXTEND: the new date
   */
  public record Details(
      String officer,
      String holder,
      String note,
      List<String> missing,
      Optional<java.time.LocalDate> newDate) {
    public Details {
      missing = List.copyOf(missing);
    }

    /** Only who does it. */
    public static Details by(String officer) {
      return new Details(officer, "", "", List.of(), Optional.empty());
    }
  }

  /** Dossiers in {@code stage} (all if empty) that fit {@code text}, the most urgent first. */
  public List<Item> list(Optional<Stage> stage, String text) throws FaultException {
    throw new UnsupportedOperationException();
  }

  /** One dossier, and the view is written into the access ledger. */
  public Optional<Item> open(DossierCode code, String officer) throws FaultException {
    throw new UnsupportedOperationException();
  }

  /** What happened to a dossier, oldest first. */
  public List<DossierEvent> history(DossierCode code) throws FaultException {
    throw new UnsupportedOperationException();
  }

  /** What may be done to it now. */
  public Set<Move> allowed(Dossier dossier) {
    throw new UnsupportedOperationException();
  }

  /**
   * Does {@code move}.
   *
   * @throws FaultException with {@link DeskFault.MoveNotAllowed} if the table forbids it (somebody
   *     else may have moved it meanwhile)
   */
  public Dossier move(DossierCode code, Move move, Details details) throws FaultException {
    throw new UnsupportedOperationException();
  }
}
