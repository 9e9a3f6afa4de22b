package vn.motcua.scanner.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.scanner.chip.Reading.IMPATIENT;
import static vn.motcua.scanner.chip.Reading.card;
import static vn.motcua.scanner.chip.Reading.fault;
import static vn.motcua.scanner.chip.Reading.is;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.chip.simulated.Hostile;
import vn.motcua.scanner.chip.simulated.HostileCard;
import vn.motcua.scanner.chip.simulated.SimulatedCardProfile;
import vn.motcua.scanner.chip.simulated.SimulatedCitizens;
import vn.motcua.scanner.chip.simulated.SimulatedIssuer;
import vn.motcua.scanner.chip.simulated.VirtualCard;
import vn.motcua.scanner.chip.simulated.VpcdCard;

/**
 * Some cards that mean harm, through the real pcscd, libpcsclite, vpcd and the JDK above them. Not
 * in the short run: on a machine under heavy load it was seen to fail, with a genuine card's key
 * refused, and it is not known yet whether another program on the same service was the cause.
 */
@Tag("long")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostilePcscTest {
  private static final String NAME = "Virtual PCD 00 00";
  private static final SimulatedIssuer ISSUER = SimulatedIssuer.shared();
  private static final SimulatedCardProfile A = SimulatedCitizens.a();

  private static Pcscd pcscd;
  private static PcscReaders readers;

  @BeforeAll
  static void start() throws Exception {
    pcscd = Pcscd.start();
    TrustStore trust = TrustStore.of(List.of(ISSUER.anchor()));
    readers = new PcscReaders(new ChipReader(trust, Clock.systemUTC()), IMPATIENT);
    awaitCard(false);
  }

  @AfterAll
  static void stop() throws Exception {
    if (readers != null) {
      readers.close();
    }
    if (pcscd != null) {
      pcscd.close();
    }
  }

  private static void awaitCard(boolean present) throws InterruptedException {
    Eventually.so(
        present ? "the card is seen" : "the reader is there and empty",
        () ->
            readers.readers().stream()
                .anyMatch(known -> known.name().equals(NAME) && known.cardPresent() == present));
  }

  private static ChipOutcome read(VirtualCard card) throws IOException, InterruptedException {
    try (VpcdCard _ = VpcdCard.insert(card, "127.0.0.1", pcscd.port())) {
      awaitCard(true);
      long begun = System.nanoTime();
      ChipOutcome outcome =
          readers.read(
              NAME, AccessKeys.can(A.can()), ReadPurpose.INTAKE, step -> {}, new Cancellation());
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
      return outcome;
    } finally {
      awaitCard(false);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ENDLESS_MORE, false, CHIP-MUTE",
    "ENDLESS_AGAIN, false, CHIP-MUTE",
    "NO_BYTE, false, CHIP-NONSENSE CHIP-MUTE",
    "ONE_BYTE, true, CHIP-NONSENSE CHIP-MUTE",
    "OVERSIZE, false, CHIP-NONSENSE CHIP-MUTE",
    "NOISE, false, CHIP-NONSENSE",
    "MUTE, false, CHIP-MUTE",
    "ONE_BYTE_READS, false, CHIP-NONSENSE"
  })
  void endsTheReadingAndReadsTheNextCard(Hostile how, boolean atOnce, String codes)
      throws Exception {
    HostileCard card = how.card(A.builder(ISSUER));
    ChipFault fault = fault(read(atOnce ? card.fromExchange(1) : card));
    assertThat(fault.code()).isIn((Object[]) codes.split(" "));
    ChipRecord next = card(read(A.builder(ISSUER).build()));
    assertThat(next.national().orElseThrow().name()).contains(A.name());
    assertThat(next.trust()).satisfies(is(Trust.VERIFIED));
  }
}
