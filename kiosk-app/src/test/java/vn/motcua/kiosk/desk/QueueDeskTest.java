package vn.motcua.kiosk.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.dossier.CallOrder;
import vn.motcua.kiosk.dossier.Ticket;
import vn.motcua.kiosk.dossier.TicketPriority;
import vn.motcua.kiosk.dossier.TicketService;
import vn.motcua.kiosk.dossier.TicketState;
import vn.motcua.kiosk.store.DataFolder;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.scanner.FaultException;

/** Queue numbers through a day, over the real store. */
class QueueDeskTest {
  @TempDir Path folder;
  private final Hands clock = new Hands(Samples.at("2026-11-26T07:30:00").instant());
  private DataFolder data;
  private DossierStore store;
  private QueueDesk desk;

  /** A clock that the test turns on. */
  private static final class Hands extends Clock {
    private Instant now;

    Hands(Instant now) {
      this.now = now;
    }

    void on(Duration by) {
      now = now.plus(by);
    }

    @Override
    public ZoneId getZone() {
      return Samples.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  @BeforeEach
  void open() throws FaultException {
    data = DataFolder.open(folder);
    store = DossierStore.open(data, clock);
    desk = new QueueDesk(store, CallOrder.TURN_BY_TURN, clock);
  }

  @AfterEach
  void close() {
    store.close();
    data.close();
  }

  private QueueDesk.Taken take(TicketService service, TicketPriority priority)
      throws FaultException {
    clock.on(Duration.ofSeconds(1));
    return desk.take(service, priority);
  }

  @Test
  void numbersAreCalledShownAndEnded() throws Exception {
    List<String> heard = new ArrayList<>();
    List<QueueState> states = new ArrayList<>();
    Runnable end =
        desk.listen(
            new QueueDesk.Listener() {
              @Override
              public void changed(QueueState state) {
                states.add(state);
              }

              @Override
              public void called(Ticket ticket) {
                heard.add(ticket.label() + "→" + ticket.counter());
              }
            });
    assertThat(take(TicketService.SUBMIT, TicketPriority.NONE).ticket().label()).isEqualTo("A001");
    assertThat(take(TicketService.RESULT, TicketPriority.NONE))
        .satisfies(taken -> {
          assertThat(taken.ticket().label()).isEqualTo("B001");
          assertThat(taken.before()).isEqualTo(1);
          assertThat(taken.about()).as("nothing is known yet").isEmpty();
        });
    assertThat(take(TicketService.SUBMIT, TicketPriority.ELDERLY))
        .satisfies(taken -> {
          assertThat(taken.ticket().label()).isEqualTo("A002");
          assertThat(taken.before()).as("goes first").isZero();
        });
    Ticket first = desk.next("2").orElseThrow();
    assertThat(first.label()).isEqualTo("A002");
    Ticket second = desk.next("3").orElseThrow();
    assertThat(second.label()).isEqualTo("A001");
    desk.again(first);
    assertThat(heard).containsExactly("A002→2", "A001→3", "A002→2");
    assertThat(desk.state().at("2").orElseThrow().isSame(first)).isTrue();
    assertThat(desk.state().called()).extracting(Ticket::label).contains("A001", "A002");

    clock.on(Duration.ofMinutes(4));
    assertThat(desk.served(second).state()).isEqualTo(TicketState.SERVED);
    Ticket absent = desk.absent(first);
    assertThat(desk.state().absent()).isEqualTo(1);
    assertThat(desk.next("2").orElseThrow().label()).isEqualTo("B001");
    assertThat(desk.back(absent).state()).isEqualTo(TicketState.WAITING);
    assertThat(desk.next("2").orElseThrow().label())
        .as("the one before is served")
        .isEqualTo("A002");
    assertThat(desk.state().served()).isEqualTo(2);
    assertThat(desk.next("2")).isEmpty();
    assertThat(states).isNotEmpty();
    assertThat(states.getLast().ahead()).isEmpty();
    end.run();
    int before = states.size();
    take(TicketService.ASK, TicketPriority.NONE);
    assertThat(states).hasSize(before);
  }

  @Test
  void whatAnotherCounterEndedIsGone() throws Exception {
    take(TicketService.SUBMIT, TicketPriority.NONE);
    Ticket ticket = desk.next("2").orElseThrow();
    desk.served(ticket);
    assertThat(fault(() -> desk.absent(ticket))).isEqualTo("QUEUE-GONE");
    assertThat(fault(() -> desk.again(ticket))).isEqualTo("QUEUE-GONE");
    assertThat(fault(() -> desk.back(ticket))).isEqualTo("QUEUE-GONE");
    assertThat(fault(() -> desk.next(" "))).isEqualTo("INTAKE-INCOMPLETE");
  }

  @Test
  void aWaitIsToldOnceThreeWereServed() throws Exception {
    for (int i = 0; i < 3; i++) {
      take(TicketService.SUBMIT, TicketPriority.NONE);
      Ticket ticket = desk.next("2").orElseThrow();
      clock.on(Duration.ofMinutes(7));
      desk.served(ticket);
    }
    assertThat(take(TicketService.SUBMIT, TicketPriority.NONE).about()).as("is next").isEmpty();
    take(TicketService.SUBMIT, TicketPriority.NONE);
    assertThat(take(TicketService.SUBMIT, TicketPriority.NONE).about())
        .as("two before, seven minutes each")
        .contains(Duration.ofMinutes(15));
  }

  @Test
  void aDayEndsAndTheNextBeginsWithOne() throws Exception {
    take(TicketService.SUBMIT, TicketPriority.NONE);
    take(TicketService.SUBMIT, TicketPriority.NONE);
    desk.next("2");
    assertThat(desk.closeDay()).isEqualTo(2);
    assertThat(desk.state().ahead()).isEmpty();
    assertThat(take(TicketService.SUBMIT, TicketPriority.NONE).ticket().label())
        .as("not given out again on the same day")
        .isEqualTo("A003");
    clock.on(Duration.ofDays(1));
    assertThat(take(TicketService.SUBMIT, TicketPriority.NONE).ticket().label()).isEqualTo("A001");
    assertThat(desk.state().ahead()).hasSize(1);
    assertThat(store.tickets(desk.state().day().minusDays(1)))
        .as("whom nobody closed is closed by the next day")
        .allSatisfy(ticket -> assertThat(ticket.state()).isEqualTo(TicketState.CLOSED));
  }

  @Test
  void manyHandsAtOnceNeverGetTheSameNumber() throws Exception {
    ExecutorService hands = Executors.newFixedThreadPool(4);
    try {
      List<Callable<String>> presses = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        presses.add(() -> desk.take(TicketService.SUBMIT, TicketPriority.NONE).ticket().label());
      }
      Set<String> labels = new HashSet<>();
      for (Future<String> each : hands.invokeAll(presses)) {
        labels.add(each.get(60, TimeUnit.SECONDS));
      }
      assertThat(labels).hasSize(40);
      Set<String> called = new HashSet<>();
      List<Callable<Optional<Ticket>>> calls = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        String counter = String.valueOf(i % 4 + 1);
        calls.add(() -> desk.next(counter));
      }
      for (Future<Optional<Ticket>> each : hands.invokeAll(calls)) {
        called.add(each.get(60, TimeUnit.SECONDS).orElseThrow().label());
      }
      assertThat(called).as("nobody is called to two counters").hasSize(40);
    } finally {
      hands.shutdownNow();
    }
  }

  @Test
  void aSeriesThatIsUsedUpIsNamed() throws Exception {
    Ticket last = desk.take(TicketService.ASK, TicketPriority.NONE).ticket();
    store.write(transaction -> {
      for (int i = last.number() + 1; i <= Ticket.LAST; i++) {
        transaction.tickets().take(TicketService.ASK, TicketPriority.NONE, last.made());
      }
      return true;
    });
    assertThat(fault(() -> desk.take(TicketService.ASK, TicketPriority.NONE)))
        .isEqualTo("QUEUE-FULL");
    assertThat(desk.take(TicketService.SUBMIT, TicketPriority.NONE).ticket().number()).isOne();
  }

  private static String fault(ThrowingCallable call) {
    FaultException[] caught = new FaultException[1];
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(FaultException.class, fault -> caught[0] = fault);
    return caught[0].fault().code();
  }

  @Test
  void aClockThatWasSetBackPutsNobodyBeforeWhoeverWasThereFirst() throws Exception {
    take(TicketService.SUBMIT, TicketPriority.NONE);
    take(TicketService.SUBMIT, TicketPriority.NONE);
    clock.on(Duration.ofMinutes(-70));
    assertThat(take(TicketService.ASK, TicketPriority.NONE).before()).isEqualTo(2);
    assertThat(take(TicketService.SUBMIT, TicketPriority.NONE).before()).isEqualTo(3);
    assertThat(desk.next("1").orElseThrow().label()).isEqualTo("A001");
    assertThat(desk.next("1").orElseThrow().label()).isEqualTo("A002");
    assertThat(desk.next("1").orElseThrow().service()).isEqualTo(TicketService.ASK);
  }
}
