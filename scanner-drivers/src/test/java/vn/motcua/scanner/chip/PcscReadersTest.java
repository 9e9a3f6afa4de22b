package vn.motcua.scanner.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.scanner.chip.Reading.IMPATIENT;
import static vn.motcua.scanner.chip.Reading.card;
import static vn.motcua.scanner.chip.Reading.read;
import static vn.motcua.scanner.chip.Reading.reader;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.motcua.scanner.chip.simulated.SimulatedCardProfile;
import vn.motcua.scanner.chip.simulated.SimulatedCitizens;
import vn.motcua.scanner.chip.simulated.VirtualCard;
import vn.motcua.scanner.chip.simulated.VpcdCard;

/** Through the real pcscd, libpcsclite and vpcd. */
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PcscReadersTest {
  private static final String FIRST = "Virtual PCD 00 00";
  private static final String SECOND = "Virtual PCD 00 01";

  private static Pcscd pcscd;

  @BeforeAll
  static void start() throws Exception {
    pcscd = Pcscd.start();
  }

  @AfterAll
  static void stop() throws Exception {
    pcscd.close();
  }

  /** Readers that are listened to. */
  private static final class Watched implements AutoCloseable {
    final PcscReaders readers = new PcscReaders(reader(), IMPATIENT);
    final BlockingQueue<CardEvent> events = new LinkedBlockingQueue<>();

    Watched() {
      readers.listen(events::add);
    }

    void await(CardEvent wanted) throws InterruptedException {
      await(wanted.toString(), wanted::equals);
    }

    void await(String what, Predicate<CardEvent> wanted) throws InterruptedException {
      CardEvent event;
      do {
        event = events.poll(20, TimeUnit.SECONDS);
        assertThat(event).as("waiting for " + what).isNotNull();
      } while (!wanted.test(event));
    }

    @Override
    public void close() {
      readers.close();
    }
  }

  private static VpcdCard insert(VirtualCard card) throws Exception {
    return VpcdCard.insert(card, "127.0.0.1", pcscd.port());
  }

  @Test
  void readsTheThreeCitizensThroughPcsc() throws Exception {
    try (Watched watched = new Watched()) {
      for (SimulatedCardProfile citizen : SimulatedCitizens.all()) {
        try (VpcdCard _ = insert(citizen.card())) {
          watched.await(new CardEvent.CardArrived(FIRST));
          ChipRecord card = card(read(watched.readers, FIRST, AccessKeys.can(citizen.can())));
          assertThat(card.mrz().citizenNumber()).isEqualTo(citizen.number());
          assertThat(card.mrz().birth()).isEqualTo(citizen.birth());
          assertThat(card.national().orElseThrow().name()).contains(citizen.name());
          assertThat(card.trust().trust()).isEqualTo(Trust.SIGNED_UNKNOWN_ISSUER);
          assertThat(card.cost().access()).isEqualTo("PACE-CAN");
          System.out.println(card.cost());
        }
        watched.await(new CardEvent.CardLeft(FIRST));
      }
    }
  }
}
