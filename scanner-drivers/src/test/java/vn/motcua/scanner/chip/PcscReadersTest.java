package vn.motcua.scanner.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.scanner.chip.Reading.PATIENT;
import static vn.motcua.scanner.chip.Reading.card;
import static vn.motcua.scanner.chip.Reading.fault;
import static vn.motcua.scanner.chip.Reading.read;
import static vn.motcua.scanner.chip.Reading.reader;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.chip.simulated.SimulatedCardProfile;
import vn.motcua.scanner.chip.simulated.SimulatedCitizens;
import vn.motcua.scanner.chip.simulated.VirtualCard;
import vn.motcua.scanner.chip.simulated.VpcdCard;

/**
 * The contract through the real pcscd, libpcsclite and vpcd, and what only they can do to us. pcscd
 * looks for cards every 400 ms only, so what the contract repeats at many places of a reading is
 * done here at some of them, and at all of them in the long proofs; {@link SimulatedReadersTest}
 * does it at all of them always.
 */
class PcscReadersTest extends CardReadersContract {
  private static final String FIRST = "Virtual PCD 00 00";
  private static final String SECOND = "Virtual PCD 00 01";

  private static Pcscd pcscd;
  private final AtomicReference<VpcdCard> inserted = new AtomicReference<>();

  @BeforeAll
  static void start() throws Exception {
    pcscd = Pcscd.start();
  }

  @AfterAll
  static void stop() throws Exception {
    if (pcscd != null) {
      pcscd.close();
    }
  }

  @Override
  CardReaders open(ChipReader chips, ReaderWorker.Limits limits) {
    return new PcscReaders(chips, limits);
  }

  @Override
  String name() {
    return FIRST;
  }

  @Override
  void insert(VirtualCard card) throws Exception {
    inserted.set(VpcdCard.insert(card, "127.0.0.1", pcscd.port()));
  }

  @Override
  void remove() {
    VpcdCard card = inserted.getAndSet(null);
    if (card != null) {
      card.close();
    }
  }

  @Override
  void settle() throws Exception {
    pcscd.settle(FIRST);
  }

  @Override
  @Test
  void endsWithRemovedWhenTheCardIsTakenOffAndReadsTheNext() throws Exception {
    takenOffAt(3, 9);
  }

  @Test
  @Tag("long")
  void endsWithRemovedWhereverTheCardIsTakenOff() throws Exception {
    takenOffAt(1, 3, 6, 9, 14);
  }

  @Override
  @Test
  void neverMixesACardWithTheOneThatTookItsPlace() throws Exception {
    swappedAt(5, 10);
  }

  @Test
  @Tag("long")
  void neverMixesThemWhereverItTookItsPlace() throws Exception {
    swappedAt(2, 5, 8, 10, 14);
  }

  @Override
  @Test
  void isReadySoonAfterTheCardCameBackWhereverItLeft() throws Exception {
    assertThat(medianUntilReady(8)).isLessThan(5000);
  }

  @Override
  @ParameterizedTest
  @EnumSource(names = {"KNOWS_NO_CLASS", "LETS_SELECT_ANYTHING_BUT_READ_NOTHING"})
  void tellsABankCard(Bank bank) throws Exception {
    super.tellsABankCard(bank);
  }

  @ParameterizedTest
  @EnumSource
  @Tag("long")
  void tellsEveryBankCard(Bank bank) throws Exception {
    super.tellsABankCard(bank);
  }

  @Test
  void comesBackWhenTheServiceIsRestartedUnderUs() throws Exception {
    pcscd.mustBeOurs();
    SimulatedCardProfile citizen = SimulatedCitizens.a();
    insert(citizen.card());
    await(new CardEvent.CardArrived(FIRST));
    card(read(readers(), FIRST, AccessKeys.can(citizen.can())));

    pcscd.stop();
    await(new CardEvent.ReaderLeft(FIRST));
    assertThat(fault(read(readers(), FIRST, AccessKeys.can(citizen.can()))))
        .isEqualTo(new ChipFault.NoService());
    assertThat(readers().readers()).isEmpty();

    pcscd.launch();
    await(new CardEvent.ReaderArrived(FIRST));
    insert(citizen.card());
    await(new CardEvent.CardArrived(FIRST));
    card(read(readers(), FIRST, AccessKeys.can(citizen.can())));
  }

  @Test
  void doesNotNoticeARestartThatIsFasterThanItsLooks() throws Exception {
    pcscd.mustBeOurs();
    SimulatedCardProfile citizen = SimulatedCitizens.c();
    for (int i = 0; i < 2; i++) {
      pcscd.stop();
      pcscd.launch();
      insert(citizen.card());
      await(new CardEvent.CardArrived(FIRST));
      card(read(readers(), FIRST, AccessKeys.can(citizen.can())));
      remove();
      await(new CardEvent.CardLeft(FIRST));
    }
  }

  @Test
  void waitsForAServiceThatStartsLater() throws Exception {
    pcscd.mustBeOurs();
    pcscd.stop();
    try (PcscReaders late = new PcscReaders(reader(), PATIENT)) {
      assertThat(late.readers()).isEmpty();
      assertThat(fault(read(late, FIRST, AccessKeys.can("123456"))))
          .isEqualTo(new ChipFault.NoService());
      CountDownLatch arrived = new CountDownLatch(2);
      late.listen(event -> {
        if (event instanceof CardEvent.ReaderArrived) {
          arrived.countDown();
        }
      });
      pcscd.launch();
      arrived.await();
      assertThat(late.readers()).extracting(CardReader::name).containsExactly(FIRST, SECOND);
    }
  }

  @Test
  void stopsWithAFaultWhenTheServiceDiesInTheMiddle() throws Exception {
    pcscd.mustBeOurs();
    SimulatedCardProfile citizen = SimulatedCitizens.a();
    insert(
        Cards.tampered(
            citizen.card(),
            (n, command, genuine) -> {
              if (n == 8) {
                try {
                  pcscd.stop();
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              }
              return genuine;
            }));
    await(new CardEvent.CardArrived(FIRST));
    assertThat(fault(read(readers(), FIRST, AccessKeys.can(citizen.can()))))
        .isIn(new ChipFault.NoService(), new ChipFault.NoReader(), new ChipFault.Removed());
    pcscd.launch();
    await(new CardEvent.ReaderArrived(FIRST));
    insert(citizen.card());
    await(new CardEvent.CardArrived(FIRST));
    card(read(readers(), FIRST, AccessKeys.can(citizen.can())));
  }

  @Test
  void readsOneReaderWhileTheCardOnTheOtherIsMute() throws Exception {
    impatient();
    SimulatedCardProfile citizen = SimulatedCitizens.b();
    CountDownLatch end = new CountDownLatch(1);
    insert(
        Cards.answering(command -> {
          try {
            end.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return Cards.status(0x6D00);
        }));
    await(new CardEvent.CardArrived(FIRST));
    try (VpcdCard _ = VpcdCard.insert(citizen.card(), "127.0.0.1", pcscd.secondPort())) {
      await(new CardEvent.CardArrived(SECOND));
      assertThat(fault(read(readers(), FIRST, AccessKeys.can("123456"))))
          .isEqualTo(new ChipFault.Mute());
      card(read(readers(), SECOND, AccessKeys.can(citizen.can())));
    } finally {
      end.countDown();
    }
  }

  @Test
  void readsOnTwoReadersAtOnceEachOnItsOwnThread() throws Exception {
    SimulatedCardProfile a = SimulatedCitizens.a();
    SimulatedCardProfile b = SimulatedCitizens.b();
    insert(a.card());
    await(new CardEvent.CardArrived(FIRST));
    assertThat(readers().readerWithCard("")).isEqualTo(FIRST);
    try (VpcdCard _ = VpcdCard.insert(b.card(), "127.0.0.1", pcscd.secondPort())) {
      await(new CardEvent.CardArrived(SECOND));
      assertThatThrownBy(() -> readers().readerWithCard(""))
          .isInstanceOfSatisfying(
              FaultException.class,
              two -> assertThat(two.fault()).isEqualTo(new ChipFault.TwoCards()));
      assertThat(readers().readerWithCard("00 01")).isEqualTo(SECOND);

      Map<String, Thread> threads = new ConcurrentHashMap<>();
      CyclicBarrier bothOpen = new CyclicBarrier(2);
      try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
        Future<ChipOutcome> first = callers.submit(() -> readBeside(FIRST, a, threads, bothOpen));
        Future<ChipOutcome> second = callers.submit(() -> readBeside(SECOND, b, threads, bothOpen));
        assertThat(card(first.get()).mrz().citizenNumber()).isEqualTo(a.number());
        assertThat(card(second.get()).mrz().citizenNumber()).isEqualTo(b.number());
      }
      assertThat(Set.copyOf(threads.values())).hasSize(2).noneMatch(Thread::isVirtual);
    }
  }

  private ChipOutcome readBeside(
      String reader,
      SimulatedCardProfile citizen,
      Map<String, Thread> threads,
      CyclicBarrier bothOpen) {
    return readers()
        .read(
            reader,
            AccessKeys.can(citizen.can()),
            ReadPurpose.LOOKUP,
            step -> {
              threads.put(reader, Thread.currentThread());
              if (step == ChipStep.READ) {
                try {
                  bothOpen.await(60, TimeUnit.SECONDS);
                } catch (Exception e) {
                  throw new IllegalStateException("the other one is not read meanwhile", e);
                }
              }
            },
            new Cancellation());
  }

  @Test
  void comesBackOnBothReadersWhenTheServiceDiesInTheMiddleOfPace() throws Exception {
    diesInTheMiddleOfPace(6);
  }

  @Test
  @Tag("long")
  void comesBackOnBothReadersWhereverInPaceTheServiceDies() throws Exception {
    diesInTheMiddleOfPace(5, 6, 7);
  }

  private void diesInTheMiddleOfPace(int... exchanges) throws Exception {
    pcscd.mustBeOurs();
    SimulatedCardProfile citizen = SimulatedCitizens.c();
    AccessKeys can = AccessKeys.can(citizen.can());
    for (int at : exchanges) {
      CyclicBarrier bothInPace = new CyclicBarrier(2, pcscd::stopQuietly);
      insert(dyingWith(citizen, at, bothInPace));
      await(new CardEvent.CardArrived(FIRST));
      try (VpcdCard _ =
              VpcdCard.insert(dyingWith(citizen, at, bothInPace), "127.0.0.1", pcscd.secondPort());
          ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
        await(new CardEvent.CardArrived(SECOND));
        Future<ChipOutcome> first = callers.submit(() -> read(readers(), FIRST, can));
        Future<ChipOutcome> second = callers.submit(() -> read(readers(), SECOND, can));
        for (Future<ChipOutcome> outcome : List.of(first, second)) {
          assertThat(fault(outcome.get()))
              .isIn(new ChipFault.NoService(), new ChipFault.NoReader(), new ChipFault.Removed());
        }
      }
      await(new CardEvent.ReaderLeft(SECOND));
      pcscd.launch();
      await(new CardEvent.ReaderArrived(SECOND));
      insert(citizen.card());
      await(new CardEvent.CardArrived(FIRST));
      try (VpcdCard _ = VpcdCard.insert(citizen.card(), "127.0.0.1", pcscd.secondPort())) {
        await(new CardEvent.CardArrived(SECOND));
        card(read(readers(), FIRST, can));
        card(read(readers(), SECOND, can));
      }
      remove();
      // pcscd would not see a card that takes another's place between two of its looks.
      Eventually.so(
          "both readers are empty",
          () -> readers().readers().stream().noneMatch(CardReader::cardPresent));
    }
  }

  private static VirtualCard dyingWith(
      SimulatedCardProfile citizen, int at, CyclicBarrier bothInPace) {
    return Cards.tampered(
        citizen.card(),
        (n, command, answer) -> {
          if (n == at) {
            try {
              bothInPace.await(60, TimeUnit.SECONDS);
            } catch (Exception e) {
              throw new IllegalStateException(e);
            }
          }
          return answer;
        });
  }

  @Test
  void tellsOfReadersThatArePluggedAndUnplugged() throws Exception {
    pcscd.mustBeOurs();
    // vpcd's readers cannot be unplugged alone: the service starts again with others, and quickly.
    String plugged = "Another PCD 00 00";
    pcscd.plug("Another PCD");
    pcscd.stop();
    pcscd.launch();
    await(new CardEvent.ReaderArrived(plugged));
    assertThat(readers().readers()).extracting(CardReader::name).contains(plugged, FIRST, SECOND);
    assertThat(fault(read(readers(), plugged, AccessKeys.can("123456"))))
        .isEqualTo(new ChipFault.NoCard());
    pcscd.unplug("Another PCD");
    pcscd.stop();
    pcscd.launch();
    await(new CardEvent.ReaderLeft(plugged));
    assertThat(fault(read(readers(), plugged, AccessKeys.can("123456"))))
        .isIn(new ChipFault.NoReader(), new ChipFault.NoService());
    SimulatedCardProfile citizen = SimulatedCitizens.a();
    Eventually.so(
        "the first reader is there",
        () -> readers().readers().stream().anyMatch(known -> known.name().equals(FIRST)));
    insert(citizen.card());
    await(new CardEvent.CardArrived(FIRST));
    card(read(readers(), FIRST, AccessKeys.can(citizen.can())));
  }
}
