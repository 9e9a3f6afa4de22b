package vn.motcua.kiosk.dossier;

import static vn.motcua.kiosk.dossier.PortalStatus.ACCEPTED;
import static vn.motcua.kiosk.dossier.PortalStatus.FINISHED;
import static vn.motcua.kiosk.dossier.PortalStatus.PAYMENT_REQUESTED;
import static vn.motcua.kiosk.dossier.PortalStatus.PROCESSING;
import static vn.motcua.kiosk.dossier.PortalStatus.REGISTERED;
import static vn.motcua.kiosk.dossier.PortalStatus.STOPPED;
import static vn.motcua.kiosk.dossier.PortalStatus.SUPPLEMENT_REQUESTED;
import static vn.motcua.kiosk.dossier.Role.CITIZEN;
import static vn.motcua.kiosk.dossier.Role.CLERK;
import static vn.motcua.kiosk.dossier.Role.COUNTER;
import static vn.motcua.kiosk.dossier.Role.EXAMINER;
import static vn.motcua.kiosk.dossier.Role.LEADER;
import static vn.motcua.kiosk.dossier.Role.PARTNER;
import static vn.motcua.kiosk.dossier.Stage.APPRAISAL;
import static vn.motcua.kiosk.dossier.Stage.APPROVAL;
import static vn.motcua.kiosk.dossier.Stage.RECEPTION;
import static vn.motcua.kiosk.dossier.Stage.RETURN;
import static vn.motcua.kiosk.dossier.Stage.SIGNING;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import vn.motcua.kiosk.dossier.MoveRule.Clock;
import vn.motcua.kiosk.dossier.MoveRule.To;
import vn.motcua.kiosk.dossier.MoveRule.When;

/**
 * The state table: which moves a dossier may make, who makes them, with which paper, and where they
 * lead.
 *
 * <p>Ends are 3, 7 and 10, and 8 once form 05 is issued. The clock stands still in 5, 6 and 8, and
 * each of these can be resumed, so that no dossier is lost in a pause. A dossier is stopped or
 * taken back only before a decision was made (NĐ 118/2025 Điều 21, TT 03/2025 Điều 7): not once it
 * lies with the signer.
 */
public final class Moves {
  /**
   * Where a dossier stands.
   *
   * @param stage one of the five stages
   * @param status the portal's status
   */
  public record Position(Stage stage, PortalStatus status) {}

  private static final Set<Position> REGISTERED_ONLINE =
      Set.of(new Position(RECEPTION, REGISTERED));
  private static final Set<Position> RECEIVED = Set.of(new Position(RECEPTION, ACCEPTED));
  private static final Set<Position> EXAMINED = Set.of(new Position(APPRAISAL, PROCESSING));
  private static final Set<Position> APPROVED = Set.of(new Position(APPROVAL, PROCESSING));
  private static final Set<Position> SIGNED = Set.of(new Position(SIGNING, PROCESSING));
  private static final Set<Position> WAITING = undecided(SUPPLEMENT_REQUESTED, PAYMENT_REQUESTED);
  private static final Set<Position> HALTED = undecided(STOPPED);
  private static final Set<Position> READY = Set.of(new Position(RETURN, FINISHED));

  /** The table, a row a move; REGISTER is no move of a dossier that exists. */
  public static final List<MoveRule> TABLE =
      List.of(
          row(Move.RECEIVE, REGISTERED_ONLINE, To.ACCEPTED, 1, Clock.RUNS, When.ALWAYS, COUNTER),
          row(Move.REFUSE, REGISTERED_ONLINE, To.REFUSED, 3, Clock.ENDED, When.ALWAYS, COUNTER),
          row(
              Move.FORWARD,
              all(RECEIVED, EXAMINED, APPROVED),
              To.NEXT_STAGE,
              6,
              Clock.RUNS,
              When.ALWAYS,
              COUNTER,
              EXAMINER,
              LEADER),
          row(
              Move.ASK_FOR_PAPERS,
              all(RECEIVED, EXAMINED),
              To.PAPERS_ASKED,
              2,
              Clock.STANDS,
              When.PAPERS_NOT_ASKED,
              COUNTER,
              EXAMINER),
          row(
              Move.ASK_FOR_PAYMENT,
              all(RECEIVED, EXAMINED, APPROVED),
              To.PAYMENT_ASKED,
              0,
              Clock.STANDS,
              When.ALWAYS,
              COUNTER,
              EXAMINER),
          row(
              Move.RESUME,
              all(WAITING, HALTED),
              To.RUNNING,
              0,
              Clock.RUNS,
              When.STOP_NOT_ISSUED,
              COUNTER,
              EXAMINER),
          row(
              Move.EXTEND,
              all(RECEIVED, EXAMINED, APPROVED, SIGNED),
              To.SAME,
              4,
              Clock.RUNS,
              When.ALWAYS,
              EXAMINER,
              LEADER),
          row(
              Move.STOP,
              all(RECEIVED, EXAMINED, APPROVED, WAITING),
              To.STOPPED,
              0,
              Clock.STANDS,
              When.ALWAYS,
              EXAMINER,
              LEADER),
          row(
              Move.ISSUE_STOP,
              HALTED,
              To.SAME,
              5,
              Clock.ENDED,
              When.STOP_NOT_ISSUED,
              LEADER,
              CLERK),
          row(
              Move.WITHDRAW,
              all(REGISTERED_ONLINE, RECEIVED, EXAMINED, APPROVED, WAITING, HALTED),
              To.WITHDRAWN,
              0,
              Clock.ENDED,
              When.STOP_NOT_ISSUED,
              CITIZEN,
              COUNTER),
          row(Move.LINKED_PART, EXAMINED, To.SAME, 6, Clock.RUNS, When.ALWAYS, PARTNER, EXAMINER),
          row(Move.FINISH, SIGNED, To.FINISHED, 6, Clock.ENDED, When.ALWAYS, CLERK),
          row(Move.POST_OUT, READY, To.SAME, 0, Clock.ENDED, When.TO_BE_POSTED, COUNTER),
          row(Move.POST_BACK, READY, To.SAME, 0, Clock.ENDED, When.POSTED, COUNTER),
          row(Move.HAND_OUT, READY, To.RETURNED, 7, Clock.ENDED, When.ALWAYS, COUNTER));

  private Moves() {}

  /** The row of a move; empty for REGISTER. */
  public static Optional<MoveRule> rule(Move move) {
    return TABLE.stream().filter(row -> row.move() == move).findFirst();
  }

  /** The moves that are allowed for a dossier in this stage and status, without a history. */
  public static Set<Move> allowed(Stage stage, PortalStatus status) {
    return allowed(new Position(stage, status), Past.NONE);
  }

  /** The moves that are allowed for a dossier that stands there with that history. */
  public static Set<Move> allowed(Position at, Past past) {
    Set<Move> moves = EnumSet.noneOf(Move.class);
    for (MoveRule row : TABLE) {
      if (row.from().contains(at) && past.fits(row.when())) {
        moves.add(row.move());
      }
    }
    return moves;
  }

  /** The moves that are allowed for a dossier with those events, oldest first. */
  public static Set<Move> allowed(Dossier dossier, List<DossierEvent> events) {
    return allowed(
        new Position(dossier.stage(), dossier.status()), Past.of(dossier.channel(), events));
  }

  /** Where {@code move} leads; empty if it is not allowed from there. */
  public static Optional<Position> after(Stage stage, PortalStatus status, Move move) {
    return after(new Position(stage, status), Past.NONE, move);
  }

  /** Where {@code move} leads; empty if it is not allowed from there with that history. */
  public static Optional<Position> after(Position at, Past past, Move move) {
    return rule(move)
        .filter(row -> row.from().contains(at) && past.fits(row.when()))
        .map(row -> row.to().from(at));
  }

  /** Whether nothing can happen to a dossier any more, whatever its history. */
  public static boolean isEnd(PortalStatus status) {
    return status == PortalStatus.REFUSED
        || status == PortalStatus.WITHDRAWN
        || status == PortalStatus.RETURNED;
  }

  /** Whether nothing can happen to a dossier any more: 8 is an end too once form 05 is issued. */
  public static boolean isEnd(PortalStatus status, Past past) {
    return isEnd(status) || (status == STOPPED && past.stopIssued());
  }

  /** What the clock of a dossier does. */
  public static Clock clock(PortalStatus status, Past past) {
    if (isEnd(status, past) || status == FINISHED) {
      return Clock.ENDED;
    }
    if (status == REGISTERED) {
      return Clock.NOT_BEGUN;
    }
    return status.pausesClock() ? Clock.STANDS : Clock.RUNS;
  }

  private static MoveRule row(
      Move move, Set<Position> from, To to, int form, Clock clock, When when, Role... who) {
    OptionalInt number = form == 0 ? OptionalInt.empty() : OptionalInt.of(form);
    return new MoveRule(move, from, to, Set.of(who), number, clock, when, "told." + move.name());
  }

  /** The stages before a decision, in these statuses. */
  private static Set<Position> undecided(PortalStatus... statuses) {
    Set<Position> all = new HashSet<>();
    for (PortalStatus status : statuses) {
      for (Stage stage : List.of(RECEPTION, APPRAISAL, APPROVAL)) {
        all.add(new Position(stage, status));
      }
    }
    return Set.copyOf(all);
  }

  @SafeVarargs
  private static Set<Position> all(Set<Position>... some) {
    Set<Position> all = new HashSet<>();
    for (Set<Position> each : some) {
      all.addAll(each);
    }
    return all;
  }
}
