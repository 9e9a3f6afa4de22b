package vn.motcua.scanner.chip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SlotWatchTest {
  private static final CardEvent ARRIVED = new CardEvent.CardArrived("slot");
  private static final CardEvent LEFT = new CardEvent.CardLeft("slot");

  private CardPresence next = new CardPresence(false, 0);
  private boolean readerGone;
  private final TestClock clock = new TestClock();
  private final AtomicInteger changes = new AtomicInteger();
  private final List<CardEvent> heard = new ArrayList<>();
  private final CardEvents events = new CardEvents();
  private final SlotWatch watch =
      new SlotWatch(
          new CardSlot() {
            @Override
            public String name() {
              return "slot";
            }

            @Override
            public boolean cardPresent() {
              return next.card();
            }

            @Override
            public CardPresence look() throws LinkException {
              if (readerGone) {
                throw new LinkException(LinkException.Why.READER_GONE);
              }
              return next;
            }

            @Override
            public CardConnection connect() throws LinkException {
              throw new LinkException(LinkException.Why.NO_CARD);
            }
          },
          events,
          clock,
          changes::incrementAndGet);

  private void look(boolean card, long count) {
    next = new CardPresence(card, count);
    watch.look();
  }

  @Test
  void tellsEveryChangeOnce() {
    events.listen(heard::add);
    look(false, 0);
    look(true, 1);
    look(true, 1);
    look(false, 2);
    look(false, 2);
    assertThat(heard).containsExactly(ARRIVED, LEFT);
    assertThat(changes).hasValue(2);
  }

  @Test
  void tellsOfACardThatWasSwappedBetweenTwoLooks() {
    events.listen(heard::add);
    look(true, 1);
    Instant first = watch.lyingSince().orElseThrow();
    clock.advance(Duration.ofSeconds(5));
    look(true, 3);
    assertThat(heard).containsExactly(ARRIVED, LEFT, ARRIVED);
    assertThat(watch.lyingSince()).contains(first.plusSeconds(5));
  }

  @Test
  void takesAReaderThatIsGoneForEmpty() {
    events.listen(heard::add);
    look(true, 1);
    readerGone = true;
    watch.look();
    assertThat(heard).containsExactly(ARRIVED, LEFT);
    assertThat(watch.lyingSince()).isEmpty();
  }

  @Test
  void tellsOfACardThatLeftInTheMiddleAndLiesThereAgain() {
    events.listen(heard::add);
    look(true, 1);
    watch.left();
    look(true, 1);
    assertThat(heard).containsExactly(ARRIVED, LEFT, ARRIVED);
  }

  @Test
  void isSilentAfterItsEnd() {
    events.listen(heard::add);
    watch.end();
    look(true, 1);
    assertThat(heard).isEmpty();
  }
}
