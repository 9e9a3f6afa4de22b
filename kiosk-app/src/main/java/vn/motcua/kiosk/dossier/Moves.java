package vn.motcua.kiosk.dossier;

import static vn.motcua.kiosk.dossier.Move.ASK_FOR_PAPERS;
import static vn.motcua.kiosk.dossier.Move.ASK_FOR_PAYMENT;
import static vn.motcua.kiosk.dossier.Move.EXTEND;
import static vn.motcua.kiosk.dossier.Move.FINISH;
import static vn.motcua.kiosk.dossier.Move.FORWARD;
import static vn.motcua.kiosk.dossier.Move.HAND_OUT;
import static vn.motcua.kiosk.dossier.Move.RECEIVE;
import static vn.motcua.kiosk.dossier.Move.REFUSE;
import static vn.motcua.kiosk.dossier.Move.RESUME;
import static vn.motcua.kiosk.dossier.Move.STOP;
import static vn.motcua.kiosk.dossier.Move.WITHDRAW;

import java.util.Optional;
import java.util.Set;

/**
 * The state table: which moves a dossier may make, and where they lead.
 *
 * <p>Ends are 3, 7 and 10. The clock stands still in 5, 6 and 8, and each of these can be resumed,
 * so that no dossier is lost in a pause. A dossier is stopped or taken back only before a decision
 * was made (NĐ 118/2025 Điều 21, TT 03/2025 Điều 7): not once it lies with the signer. That papers
 * are asked for once only is a matter of the dossier's history, not of this table.
 */
public final class Moves {
  /**
   * Where a dossier stands.
   *
   * @param stage one of the five stages
   * @param status the portal's status
   */
  public record Position(Stage stage, PortalStatus status) {}

  private Moves() {}

  /** The moves that are allowed for a dossier in this stage and status. */
  public static Set<Move> allowed(Stage stage, PortalStatus status) {
    return switch (status) {
      case REGISTERED -> at(stage == Stage.RECEPTION, RECEIVE, REFUSE, WITHDRAW);
      case ACCEPTED ->
          at(
              stage == Stage.RECEPTION,
              FORWARD,
              ASK_FOR_PAPERS,
              ASK_FOR_PAYMENT,
              EXTEND,
              STOP,
              WITHDRAW);
      case PROCESSING ->
          switch (stage) {
            case APPRAISAL ->
                Set.of(FORWARD, ASK_FOR_PAPERS, ASK_FOR_PAYMENT, EXTEND, STOP, WITHDRAW);
            case APPROVAL -> Set.of(FORWARD, ASK_FOR_PAYMENT, EXTEND, STOP, WITHDRAW);
            case SIGNING -> Set.of(FINISH, EXTEND);
            case RECEPTION, RETURN -> Set.of();
          };
      case SUPPLEMENT_REQUESTED, PAYMENT_REQUESTED -> at(undecided(stage), RESUME, STOP, WITHDRAW);
      case STOPPED -> at(undecided(stage), RESUME, WITHDRAW);
      case FINISHED -> at(stage == Stage.RETURN, HAND_OUT);
      case REFUSED, WITHDRAWN, RETURNED -> Set.of();
    };
  }

  /** Where {@code move} leads; empty if it is not allowed from there. */
  public static Optional<Position> after(Stage stage, PortalStatus status, Move move) {
    if (!allowed(stage, status).contains(move)) {
      return Optional.empty();
    }
    return Optional.of(
        switch (move) {
          case REGISTER -> throw new IllegalStateException("never allowed for what exists");
          case RECEIVE -> new Position(Stage.RECEPTION, PortalStatus.ACCEPTED);
          case REFUSE -> new Position(stage, PortalStatus.REFUSED);
          case FORWARD -> new Position(stage.next(), PortalStatus.PROCESSING);
          case ASK_FOR_PAPERS -> new Position(stage, PortalStatus.SUPPLEMENT_REQUESTED);
          case ASK_FOR_PAYMENT -> new Position(stage, PortalStatus.PAYMENT_REQUESTED);
          case RESUME -> new Position(stage, running(stage));
          case EXTEND -> new Position(stage, status);
          case STOP -> new Position(stage, PortalStatus.STOPPED);
          case WITHDRAW -> new Position(stage, PortalStatus.WITHDRAWN);
          case FINISH -> new Position(Stage.RETURN, PortalStatus.FINISHED);
          case HAND_OUT -> new Position(Stage.RETURN, PortalStatus.RETURNED);
        });
  }

  /** Whether nothing can happen to a dossier any more. */
  public static boolean isEnd(PortalStatus status) {
    return status == PortalStatus.REFUSED
        || status == PortalStatus.WITHDRAWN
        || status == PortalStatus.RETURNED;
  }

  private static boolean undecided(Stage stage) {
    return stage == Stage.RECEPTION || stage == Stage.APPRAISAL || stage == Stage.APPROVAL;
  }

  private static PortalStatus running(Stage stage) {
    return stage == Stage.RECEPTION ? PortalStatus.ACCEPTED : PortalStatus.PROCESSING;
  }

  private static Set<Move> at(boolean there, Move... moves) {
    return there ? Set.of(moves) : Set.of();
  }
}
