package vn.motcua.scanner.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.scanner.chip.Reading.IMPATIENT;
import static vn.motcua.scanner.chip.Reading.card;
import static vn.motcua.scanner.chip.Reading.fault;
import static vn.motcua.scanner.chip.Reading.read;
import static vn.motcua.scanner.chip.Reading.reader;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.scanner.chip.simulated.SimulatedCardProfile;
import vn.motcua.scanner.chip.simulated.SimulatedCitizens;
import vn.motcua.scanner.chip.simulated.VirtualCard;
import vn.motcua.scanner.chip.simulated.VpcdCard;

/** The contract through the real pcscd, libpcsclite and vpcd, and what only they can do to us. */
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
    try (PcscReaders late = new PcscReaders(reader(), IMPATIENT)) {
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
}
