package vn.motcua.kiosk.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MovesTest {
  private static final Moves.Position BEGUN =
      new Moves.Position(Stage.RECEPTION, PortalStatus.REGISTERED);

  private static Set<Moves.Position> reachable(Moves.Position from) {
    Set<Moves.Position> seen = new HashSet<>(Set.of(from));
    Deque<Moves.Position> next = new ArrayDeque<>(seen);
    while (!next.isEmpty()) {
      Moves.Position at = next.remove();
      for (Move move : Moves.allowed(at.stage(), at.status())) {
        Moves.Position to = Moves.after(at.stage(), at.status(), move).orElseThrow();
        if (seen.add(to)) {
          next.add(to);
        }
      }
    }
    return seen;
  }

  @Test
  void everyStageAndStatusCanBeReached() {
    Set<Moves.Position> all = reachable(BEGUN);
    assertThat(all).extracting(Moves.Position::stage).contains(Stage.values());
    assertThat(all).extracting(Moves.Position::status).contains(PortalStatus.values());
  }

  @Test
  void fromEveryPlaceAnEndCanBeReachedAndEveryPauseResumed() {
    for (Moves.Position at : reachable(BEGUN)) {
      assertThat(reachable(at)).anyMatch(end -> Moves.isEnd(end.status()));
      Set<Move> moves = Moves.allowed(at.stage(), at.status());
      if (at.status().pausesClock()) {
        assertThat(moves).as("%s", at).contains(Move.RESUME).doesNotContain(Move.FORWARD);
        Moves.Position on = Moves.after(at.stage(), at.status(), Move.RESUME).orElseThrow();
        assertThat(on.status().pausesClock()).isFalse();
        assertThat(on.stage()).isEqualTo(at.stage());
      } else {
        assertThat(moves).doesNotContain(Move.RESUME);
      }
    }
  }

  @Test
  void endsAreThreeSevenAndTen() {
    for (Moves.Position at : reachable(BEGUN)) {
      boolean end = Set.of(3, 7, 10).contains(at.status().number());
      assertThat(Moves.allowed(at.stage(), at.status()).isEmpty()).as("%s", at).isEqualTo(end);
      assertThat(Moves.isEnd(at.status())).isEqualTo(end);
    }
  }

  @Test
  void nothingIsStoppedOrTakenBackAfterADecision() {
    for (PortalStatus status : PortalStatus.values()) {
      for (Stage stage : Set.of(Stage.SIGNING, Stage.RETURN)) {
        assertThat(Moves.allowed(stage, status)).doesNotContain(Move.STOP, Move.WITHDRAW);
      }
    }
    assertThat(Moves.allowed(Stage.APPROVAL, PortalStatus.PROCESSING)).contains(Move.STOP);
  }

  @Test
  void whatIsNotAllowedLeadsNowhere() {
    for (Stage stage : Stage.values()) {
      for (PortalStatus status : PortalStatus.values()) {
        for (Move move : Move.values()) {
          Optional<Moves.Position> to = Moves.after(stage, status, move);
          assertThat(to.isPresent()).isEqualTo(Moves.allowed(stage, status).contains(move));
        }
      }
    }
  }
}
