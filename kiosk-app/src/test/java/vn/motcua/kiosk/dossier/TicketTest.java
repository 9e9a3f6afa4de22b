package vn.motcua.kiosk.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Queue numbers, in which order they are called, and how long that takes. */
class TicketTest {
  private static final LocalDateTime EIGHT = LocalDateTime.of(2026, 11, 26, 8, 0);

  @Test
  void aNumberSaysItselfAndNeverContradictsItself() {
    Ticket ticket = waiting(12, TicketPriority.NONE);
    assertThat(ticket.label()).isEqualTo("A012");
    assertThat(
            new Ticket(
                    ticket.day(),
                    'C',
                    1234,
                    TicketService.ASK,
                    TicketPriority.NONE,
                    EIGHT,
                    TicketState.WAITING,
                    "",
                    Optional.empty(),
                    Optional.empty())
                .label())
        .isEqualTo("C1234");
    assertThat(ticket.isSame(called(12, TicketPriority.NONE, 5))).isTrue();
    assertThat(ticket.isSame(waiting(13, TicketPriority.NONE))).isFalse();
    assertThatThrownBy(() -> waiting(0, TicketPriority.NONE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ticket(1, TicketState.SERVED, 5, -1, TicketPriority.NONE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ticket(1, TicketState.CALLED, -1, -1, TicketPriority.NONE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Set.of(TicketService.values()).stream().map(TicketService::series))
        .as("a series of its own each")
        .doesNotHaveDuplicates();
  }

  @Test
  void priorityAndOthersGoTurnByTurn() {
    List<Ticket> today = new ArrayList<>();
    for (int i = 1; i <= 6; i++) {
      today.add(waiting(i, i > 3 ? TicketPriority.ELDERLY : TicketPriority.NONE));
    }
    assertThat(labels(CallOrder.TURN_BY_TURN, today)).containsExactly(4, 1, 5, 2, 6, 3);
    assertThat(labels(new CallOrder(2, 1), today)).containsExactly(4, 5, 1, 6, 2, 3);
    assertThat(labels(new CallOrder(1, 2), today)).containsExactly(4, 1, 2, 5, 3, 6);
  }

  @Test
  void whoWasCalledBeforeSaysWhoseTurnItIs() {
    List<Ticket> today =
        new ArrayList<>(
            List.of(
                called(1, TicketPriority.PREGNANT, 3),
                waiting(2, TicketPriority.DISABLED),
                waiting(3, TicketPriority.NONE)));
    assertThat(labels(CallOrder.TURN_BY_TURN, today)).containsExactly(3, 2);
    today.add(called(4, TicketPriority.NONE, 4));
    assertThat(labels(CallOrder.TURN_BY_TURN, today)).containsExactly(2, 3);
    assertThat(labels(CallOrder.TURN_BY_TURN, List.of())).isEmpty();
    assertThatThrownBy(() -> new CallOrder(1, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aWaitIsGuessedFromTheMedianAndOnlyIfSomethingIsKnown() {
    List<Ticket> today = new ArrayList<>();
    today.add(ticket(1, TicketState.SERVED, 0, 6, TicketPriority.NONE));
    today.add(ticket(2, TicketState.SERVED, 6, 12, TicketPriority.NONE));
    assertThat(WaitGuess.of(today, 4, 1)).as("two say nothing").isEmpty();
    today.add(ticket(3, TicketState.SERVED, 12, 112, TicketPriority.NONE));
    today.add(ticket(4, TicketState.ABSENT, 12, 13, TicketPriority.NONE));
    assertThat(WaitGuess.of(today, 4, 1)).as("4 × 6, not × 37").contains(Duration.ofMinutes(25));
    assertThat(WaitGuess.of(today, 4, 2)).contains(Duration.ofMinutes(15));
    assertThat(WaitGuess.of(today, 0, 1)).isEmpty();
  }

  @Test
  void ofFewAnswersNothingIsToldButTheirNumber() {
    LocalDate day = EIGHT.toLocalDate();
    RatingCounts few =
        new RatingCounts(day, 9, 4, Map.of(Rating.Face.BAD, 4), Map.of(Rating.Reason.TIME, 1));
    assertThat(few.faces()).isEmpty();
    assertThat(few.reasons()).isEmpty();
    assertThat(new RatingCounts(day, 9, 5, Map.of(Rating.Face.BAD, 5), Map.of()).faces())
        .containsEntry(Rating.Face.BAD, 5);
    assertThat(Rating.Face.VERY_GOOD.points()).isEqualTo(5);
    assertThat(Rating.Face.VERY_BAD.points()).isEqualTo(1);
  }

  @Test
  void aSlipSaysSomethingOnEveryLine() {
    assertThatThrownBy(() -> new SlipText("x", "vi", List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SlipText.Line(SlipText.Kind.BODY, " "))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<Integer> labels(CallOrder order, List<Ticket> today) {
    return order.ahead(today).stream().map(Ticket::number).toList();
  }

  private static Ticket waiting(int number, TicketPriority priority) {
    return ticket(number, TicketState.WAITING, -1, -1, priority);
  }

  private static Ticket called(int number, TicketPriority priority, int at) {
    return ticket(number, TicketState.CALLED, at, -1, priority);
  }

  private static Ticket ticket(
      int number, TicketState state, int called, int ended, TicketPriority priority) {
    return new Ticket(
        EIGHT.toLocalDate(),
        'A',
        number,
        TicketService.SUBMIT,
        priority,
        EIGHT.plusSeconds(number),
        state,
        called < 0 ? "" : "2",
        called < 0 ? Optional.empty() : Optional.of(EIGHT.plusMinutes(called)),
        ended < 0 ? Optional.empty() : Optional.of(EIGHT.plusMinutes(ended)));
  }
}
