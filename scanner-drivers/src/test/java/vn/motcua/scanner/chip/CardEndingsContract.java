package vn.motcua.scanner.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.scanner.chip.Reading.card;
import static vn.motcua.scanner.chip.Reading.fault;
import static vn.motcua.scanner.chip.Reading.read;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.chip.simulated.SimulatedCardProfile;
import vn.motcua.scanner.chip.simulated.SimulatedCitizens;
import vn.motcua.scanner.chip.simulated.VirtualCard;

/** How a reading may end, and that nothing of it is left for the next citizen. */
abstract class CardEndingsContract extends CardReadersFixture {
  private final SimulatedCardProfile a = SimulatedCitizens.a();
  private final AccessKeys can = AccessKeys.can(a.can());

  private ChipOutcome readWith(Consumer<ChipStep> progress, Cancellation cancellation) {
    return readers().read(name(), can, ReadPurpose.LOOKUP, progress, cancellation);
  }

  @Test
  void resetsTheCardHoweverTheSessionEnds() throws Exception {
    WatchedCard card = new WatchedCard(a.card());
    present(card);
    card(read(readers(), name(), can));
    Eventually.so("reset after success", card::lastWasReset);

    fault(read(readers(), name(), AccessKeys.can("000000")));
    Eventually.so("reset after a wrong key", card::lastWasReset);

    Cancellation cancellation = new Cancellation();
    ChipOutcome cancelled =
        readWith(
            step -> {
              if (step == ChipStep.READ) {
                cancellation.cancel();
              }
            },
            cancellation);
    assertThat(cancelled).isEqualTo(new ChipOutcome.Cancelled());
    Eventually.so("reset after cancelling", card::lastWasReset);

    for (Throwable bug : List.of(new IllegalStateException("bug"), new StackOverflowError())) {
      assertThatThrownBy(() ->
              readWith(
                  step -> {
                    if (step == ChipStep.READ) {
                      sneak(bug);
                    }
                  },
                  new Cancellation()))
          .hasCause(bug);
      Eventually.so("reset after a bug", card::lastWasReset);
    }
    assertThat(card.commands()).isGreaterThan(40);
    card(read(readers(), name(), can));
  }

  private static void sneak(Throwable bug) {
    if (bug instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) bug;
  }

  @Test
  void resetsACardThatBroughtNonsenseAndOneThatCameBack() throws Exception {
    WatchedCard nonsense =
        new WatchedCard(Cards.answering(command -> new byte[] {0x12, 0x34, (byte) 0x90, 0}));
    present(nonsense);
    assertThat(fault(read(readers(), name(), can))).isEqualTo(new ChipFault.Nonsense());
    Eventually.so("reset after nonsense", nonsense::lastWasReset);
    takeAway();

    AtomicLong exchanges = new AtomicLong();
    WatchedCard watched = new WatchedCard(a.card());
    present(
        Cards.tampered(
            watched,
            (n, command, answer) -> {
              if (exchanges.incrementAndGet() == 9) {
                remove();
              }
              return answer;
            }));
    assertThat(fault(read(readers(), name(), can))).isEqualTo(new ChipFault.Removed());
    await(new CardEvent.CardLeft(name()));
    present(watched);
    Eventually.so("reset before the next session", watched::lastWasReset);
    card(read(readers(), name(), can));
  }

  @Test
  void returnsAtOnceWhenCancelledWhileTheCardKeepsSilent() throws Exception {
    CountDownLatch silent = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    present(
        Cards.tampered(
            a.card(),
            (n, command, answer) -> {
              if (n == 6) {
                silent.countDown();
                awaitQuietly(end);
              }
              return answer;
            }));
    Cancellation cancellation = new Cancellation();
    AtomicLong cancelledAt = new AtomicLong();
    Thread citizen =
        Thread.ofPlatform()
            .start(() -> {
              awaitQuietly(silent);
              cancelledAt.set(System.nanoTime());
              cancellation.cancel();
            });
    assertThat(readWith(step -> {}, cancellation)).isEqualTo(new ChipOutcome.Cancelled());
    assertThat(System.nanoTime() - cancelledAt.get())
        .as("long before the card counts as mute")
        .isLessThan(Reading.PATIENT.mute().dividedBy(3).toNanos());
    citizen.join();
    end.countDown();
    takeAway();
    present(a.card());
    card(read(readers(), name(), can));
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void worksOnOnePlatformThreadOfItsOwn() throws Exception {
    present(a.card());
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    for (int i = 0; i < 3; i++) {
      card(readWith(step -> threads.add(Thread.currentThread()), new Cancellation()));
    }
    assertThat(threads)
        .hasSize(1)
        .noneMatch(Thread::isVirtual)
        .doesNotContain(Thread.currentThread());
  }

  @Test
  void saysSinceWhenACardLiesThere() throws Exception {
    Instant before = Instant.now();
    present(a.card());
    Instant since = here().lyingSince().orElseThrow();
    assertThat(since).isBetween(before, Instant.now());
    card(read(readers(), name(), can));
    assertThat(here().lyingSince()).contains(since);
    takeAway();
    assertThat(here().lyingSince()).isEmpty();
  }

  private CardReader here() {
    return readers().readers().stream()
        .filter(known -> known.name().equals(name()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void neverMixesACardWithTheOneThatTookItsPlace() throws Exception {
    swappedAt(2, 5, 8, 10, 14);
  }

  final void swappedAt(int... exchanges) throws Exception {
    SimulatedCardProfile b = SimulatedCitizens.b();
    for (int at : exchanges) {
      WatchedCard next = new WatchedCard(b.card());
      present(
          Cards.tampered(
              a.card(),
              (n, command, answer) -> {
                if (n == at) {
                  swap(next);
                }
                return answer;
              }));
      assertThat(fault(read(readers(), name(), can)))
          .as("swapped at exchange " + at)
          // The reader may not see so quick a swap: then the new card itself refuses the digits.
          .isIn(new ChipFault.Removed(), new ChipFault.WrongKey());
      assertThat(next.tries("PACE-CAN")).isLessThanOrEqualTo(1);
      Eventually.so("the new card lies there", () -> here().cardPresent());
      assertThat(card(read(readers(), name(), AccessKeys.can(b.can()))).mrz().citizenNumber())
          .isEqualTo(b.number());
      takeAway();
    }
  }

  private void swap(VirtualCard next) {
    remove();
    try {
      insert(next);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Some of the places; the bound is wide, since the machine may be busy elsewhere. */
  @Test
  void isReadySoonAfterTheCardCameBackWhereverItLeft() throws Exception {
    assertThat(medianUntilReady(4)).isLessThan(5000);
  }

  @Test
  @Tag("long")
  void isReadyHalfASecondAfterTheCardCameBackWhereverItLeft() throws Exception {
    assertThat(medianUntilReady(1)).isLessThan(500);
  }

  /**
   * Milliseconds from putting the card back to its being ready.
   *
   * @param step 1 for taking it off at every exchange of a reading, 2 for every second one
   */
  final long medianUntilReady(int step) throws Exception {
    present(a.card());
    int exchanges = card(read(readers(), name(), can)).cost().apdus();
    takeAway();
    List<Long> milliseconds = new ArrayList<>();
    for (int i = 1; i <= exchanges; i += step) {
      int at = i;
      present(
          Cards.tampered(
              a.card(),
              (n, command, answer) -> {
                if (n == at) {
                  remove();
                }
                return answer;
              }));
      assertThat(fault(read(readers(), name(), can)))
          .as("taken off at exchange " + at)
          .isEqualTo(new ChipFault.Removed());
      await(new CardEvent.CardLeft(name()));
      long back = System.nanoTime();
      present(a.card());
      milliseconds.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - back));
      remove();
      await(new CardEvent.CardLeft(name()));
    }
    milliseconds.sort(null);
    return milliseconds.get(milliseconds.size() / 2);
  }

  /** What cards that are no identity cards say to whoever asks for one. */
  enum Bank {
    KNOWS_NO_FILE,
    KNOWS_NO_INSTRUCTION,
    KNOWS_NO_CLASS,
    IS_LOCKED,
    IS_BLOCKED,
    HAS_ONLY_ITS_PAYMENT_ENVIRONMENT,
    LETS_SELECT_ANYTHING_BUT_READ_NOTHING,
    TELLS_OF_ITSELF_WHEN_SELECTED;

    byte[] answer(byte[] command) {
      boolean select = command[1] == (byte) 0xA4;
      boolean byName = select && command[2] == 4;
      return switch (this) {
        case KNOWS_NO_FILE -> Cards.status(0x6A82);
        case KNOWS_NO_INSTRUCTION -> Cards.status(select ? 0x6A82 : 0x6D00);
        case KNOWS_NO_CLASS -> Cards.status(0x6E00);
        case IS_LOCKED -> Cards.status(0x6985);
        case IS_BLOCKED -> Cards.status(select ? 0x6A81 : 0x6983);
        case HAS_ONLY_ITS_PAYMENT_ENVIRONMENT ->
            byName && command.length > 10 && command[5] == '2'
                ? Cards.status(0x9000)
                : Cards.status(0x6A82);
        case LETS_SELECT_ANYTHING_BUT_READ_NOTHING ->
            Cards.status(byName ? 0x6A82 : select ? 0x9000 : 0x6D00);
        case TELLS_OF_ITSELF_WHEN_SELECTED ->
            byName
                ? Cards.status(0x6A82)
                : select
                    ? new byte[] {0x6F, 2, (byte) 0x84, 0, (byte) 0x90, 0}
                    : new byte[] {0x70, 2, 0x57, 0, (byte) 0x90, 0};
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void tellsABankCard(Bank bank) throws Exception {
    present(Cards.answering(bank::answer));
    assertThat(fault(read(readers(), name(), AccessKeys.can("123456"))))
        .isEqualTo(new ChipFault.NotIdentityCard());
    assertThat(fault(read(readers(), name(), AccessKeys.mrz(a.mrzKey()))))
        .isEqualTo(new ChipFault.NotIdentityCard());
  }
}
