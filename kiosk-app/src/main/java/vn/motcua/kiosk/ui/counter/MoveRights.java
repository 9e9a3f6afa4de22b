package vn.motcua.kiosk.ui.counter;

import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.motcua.kiosk.desk.Crew;
import vn.motcua.kiosk.dossier.Move;

/**
 * Which of the allowed moves the officer who is signed in may make.
 *
 * @param crew who may do what
 * @param officer who is signed in
 */
record MoveRights(Crew crew, Supplier<String> officer) {
  /** Theirs; where there is no fee, nobody is asked for one. */
  Set<Move> of(WorkModel.Opened open) {
    boolean owes = open.item().dossier().fee() > 0;
    return open.allowed().stream()
        .filter(move -> !areOthers(move))
        .filter(move -> move != Move.ASK_FOR_PAYMENT || owes)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether that move is for others. */
  boolean areOthers(Move move) {
    return !crew.may(officer.get(), move);
  }
}
