package vn.motcua.kiosk.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
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

  /** 20,000 lives of dossiers, whatever is done to them. */
  @Test
  void noWalkLosesAClockOrAsksTwiceOrStaysInAPause() {
    Random random = new Random(118);
    Set<Integer> forms = new HashSet<>();
    for (int life = 0; life < 20_000; life++) {
      Moves.Position at = BEGUN;
      Past past = new Past(false, false, random.nextBoolean(), false);
      int asked = 0;
      int steps = 0;
      Set<Move> moves = Moves.allowed(at, past);
      while (!moves.isEmpty() && steps++ < 200) {
        Move move = List.copyOf(moves).get(random.nextInt(moves.size()));
        MoveRule rule = Moves.rule(move).orElseThrow();
        boolean decided = at.stage() == Stage.SIGNING || at.stage() == Stage.RETURN;
        boolean posted = past.posted();
        at = Moves.after(at, past, move).orElseThrow();
        past = past.after(move);
        asked += move == Move.ASK_FOR_PAPERS ? 1 : 0;
        rule.form().ifPresent(forms::add);
        moves = Moves.allowed(at, past);
        assertThat(asked).as("papers are asked for once").isLessThanOrEqualTo(1);
        assertThat(decided && Set.of(Move.STOP, Move.ISSUE_STOP, Move.WITHDRAW).contains(move))
            .isFalse();
        assertThat(move == Move.POST_OUT && posted).isFalse();
        MoveRule.Clock clock = Moves.clock(at.status(), past);
        assertThat(clock).as("%s", rule).isEqualTo(rule.clock());
        assertThat(moves.isEmpty()).as("%s %s", at, past).isEqualTo(Moves.isEnd(at.status(), past));
        assertThat(moves.contains(Move.RESUME)).isEqualTo(clock == MoveRule.Clock.STANDS);
        if (clock == MoveRule.Clock.ENDED && !moves.isEmpty()) {
          assertThat(at.status()).isEqualTo(PortalStatus.FINISHED);
          assertThat(moves).contains(Move.HAND_OUT);
        }
      }
      assertThat(steps).as("a life ends").isLessThan(200);
    }
    assertThat(forms).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7);
  }

  @Test
  void aStopIsAPauseUntilForm05IsIssued() {
    Moves.Position stopped = new Moves.Position(Stage.APPRAISAL, PortalStatus.STOPPED);
    assertThat(Moves.allowed(stopped, Past.NONE))
        .containsExactlyInAnyOrder(Move.RESUME, Move.ISSUE_STOP, Move.WITHDRAW);
    Past issued = Past.NONE.after(Move.ISSUE_STOP);
    assertThat(Moves.allowed(stopped, issued)).isEmpty();
    assertThat(Moves.clock(PortalStatus.STOPPED, Past.NONE)).isEqualTo(MoveRule.Clock.STANDS);
    assertThat(Moves.clock(PortalStatus.STOPPED, issued)).isEqualTo(MoveRule.Clock.ENDED);
    assertThat(Moves.rule(Move.ISSUE_STOP).orElseThrow().form()).hasValue(5);
  }

  @Test
  void aResultThatThePostBringsBackIsHandedOutAtTheCounter() {
    Moves.Position ready = new Moves.Position(Stage.RETURN, PortalStatus.FINISHED);
    Past byPost = new Past(false, false, true, false);
    assertThat(Moves.allowed(ready, Past.NONE)).containsExactly(Move.HAND_OUT);
    assertThat(Moves.allowed(ready, byPost)).contains(Move.POST_OUT).doesNotContain(Move.POST_BACK);
    Past posted = byPost.after(Move.POST_OUT);
    assertThat(Moves.allowed(ready, posted))
        .containsExactlyInAnyOrder(Move.POST_BACK, Move.HAND_OUT);
    assertThat(Moves.allowed(ready, posted.after(Move.POST_BACK))).contains(Move.POST_OUT);
  }

  @Test
  void everyRowSaysWhoDoesItAndWhatTheCitizenIsTold() {
    assertThat(Moves.TABLE).extracting(MoveRule::move).doesNotHaveDuplicates().hasSize(15);
    for (MoveRule rule : Moves.TABLE) {
      assertThat(rule.who()).as("%s", rule.move()).isNotEmpty();
      assertThat(rule.from()).as("%s", rule.move()).isNotEmpty();
      String vietnamese = rule.sentence(Locale.of("vi"));
      assertThat(vietnamese).isNotBlank();
      assertThat(rule.sentence(Locale.ENGLISH)).isNotBlank().isNotEqualTo(vietnamese);
    }
    assertThat(Moves.rule(Move.REGISTER)).isEmpty();
  }
}
