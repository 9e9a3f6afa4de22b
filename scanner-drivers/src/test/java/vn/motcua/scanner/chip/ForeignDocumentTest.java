package vn.motcua.scanner.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.scanner.chip.Reading.PATIENT;
import static vn.motcua.scanner.chip.Reading.card;
import static vn.motcua.scanner.chip.Reading.is;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.chip.simulated.SimulatedCardProfile;
import vn.motcua.scanner.chip.simulated.SimulatedCitizens;
import vn.motcua.scanner.chip.simulated.SimulatedIssuer;
import vn.motcua.scanner.chip.simulated.SimulatedReaders;

/**
 * A master list brings the anchors of all states, and each of them could sign what it likes: none
 * but Viet Nam's may make a Vietnamese citizen.
 */
class ForeignDocumentTest {
  private final SimulatedCardProfile victim = SimulatedCitizens.c();

  private ChipRecord read(String state, String country) throws Exception {
    SimulatedIssuer issuer =
        SimulatedIssuer.builder()
            .name("C=" + country + ",O=Elsewhere,CN=CSCA")
            .signerName("C=" + country + ",O=Elsewhere,CN=Signer")
            .build();
    // The state stands outside of every check digit of the card's zone.
    byte[] dg1 =
        new String(victim.dg1(), StandardCharsets.ISO_8859_1)
            .replace("IDVNM", "ID" + state)
            .getBytes(StandardCharsets.ISO_8859_1);
    ChipReader chips = new ChipReader(TrustStore.of(List.of(issuer.anchor())), Clock.systemUTC());
    try (SimulatedReaders readers = new SimulatedReaders(chips, PATIENT)) {
      readers.insert(victim.builder(issuer).group(1, dg1).build());
      return card(
          readers.read(
              SimulatedReaders.NAME,
              AccessKeys.can(victim.can()),
              ReadPurpose.INTAKE,
              step -> {},
              new Cancellation()));
    }
  }

  @Test
  void makesNoVietnameseCitizen() throws Exception {
    ChipRecord record = read("D<<", "DE");
    assertThat(record.trust()).satisfies(is(Trust.VERIFIED));
    assertThat(record.mrz().isVietnamese()).isFalse();
    assertThat(record.mrz().citizenNumber()).isEmpty();
    assertThat(record.national()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"VNM,DE", "XXX,DE", "VNX,UT", "VNX,VN", "D<<,VN", "UTO,VN"})
  void isNotVouchedForByAnotherState(String state, String country) throws Exception {
    assertThat(read(state, country).trust())
        .satisfies(is(Trust.SIGNED_UNKNOWN_ISSUER, "ISSUER_OF_ANOTHER_STATE", "CHIP_PROVEN"));
  }
}
