package vn.motcua.scanner.chip.tr03105;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.scanner.chip.AccessKeys;
import vn.motcua.scanner.chip.simulated.CardBuilder;
import vn.motcua.scanner.chip.simulated.EndOfFile;
import vn.motcua.scanner.chip.simulated.SimulatedCard;

/**
 * Instead of the units LDS_D, LDS_E and ISO7816_E: whatever a card offers, nobody asks it for
 * fingerprints or irises, also not where it says that they are there or where files are selected.
 */
class NeverAskedTest {
  static Stream<CardBuilder> cards() {
    return Stream.of(
        Base.bac(),
        Base.pace(),
        Base.bac().noShortFileIds(0x6A82),
        Base.bac().endOfFile(EndOfFile.SAYS_HOW_MUCH),
        Base.bac().group(4, Bytes.tlv(0x76, Bytes.hex("7F6103020100"))),
        Base.bac().withoutFile(0x011D),
        Base.bac().withoutFile(0x011E));
  }

  @ParameterizedTest
  @MethodSource("cards")
  void nobodyAsksForFingersOrIrises(CardBuilder builder) {
    SimulatedCard card = builder.build();
    Inspection.of(card).with(new AccessKeys(Base.CAN.can(), Base.BAC.mrz())).run();
    assertThat(card.asked()).contains(0x0101).doesNotContain(0x0103, 0x0104);
  }
}
