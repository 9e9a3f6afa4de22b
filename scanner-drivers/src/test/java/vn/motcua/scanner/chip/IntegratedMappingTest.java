package vn.motcua.scanner.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.scanner.chip.Reading.PATIENT;
import static vn.motcua.scanner.chip.Reading.fault;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.spec.ECParameterSpec;
import java.util.HexFormat;
import javax.crypto.spec.DHParameterSpec;
import org.jmrtd.lds.PACEInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.motcua.scanner.chip.simulated.ChipCipher;
import vn.motcua.scanner.chip.simulated.PaceOffer;
import vn.motcua.scanner.chip.simulated.SimulatedCitizens;
import vn.motcua.scanner.chip.simulated.SimulatedIssuer;
import vn.motcua.scanner.chip.simulated.SimulatedReaders;

/** Whole runs of every variant stand in {@link CardVarietyTest}. */
class IntegratedMappingTest {
  private static final String ECDH_IM = "0.4.0.127.0.7.2.2.4.4.";

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  private static BigInteger number(String digits) {
    return new BigInteger(digits, 16);
  }

  /** ICAO 9303-11 appendix H.1. */
  @Test
  void mapsToTheCurveAsTheExampleOfTheStandard() throws Exception {
    IntegratedMapping mapping = IntegratedMapping.of(ECDH_IM + 2);
    byte[] s = hex("2923be84e16cd6ae529049f1f1bbe9eb");
    byte[] t = hex("5dd4cbfc96f5453b130d890a1cdbae32");
    ECParameterSpec standard = (ECParameterSpec) PACEInfo.toParameterSpec(13);
    ECParameterSpec mapped = (ECParameterSpec) mapping.map(standard, s, t);
    assertThat(mapped.getGenerator().getAffineX())
        .isEqualTo(number("8e82d31559ed0fde92a4d0498add3c23baba94fb77691e31e90aea77fb17d427"));
    assertThat(mapped.getGenerator().getAffineY())
        .isEqualTo(number("4c1ae14bd0c3dbac0c871b7f3608169364437ca30ac243a089d3f266c1e60fad"));
    assertThat(mapped.getCurve()).isEqualTo(standard.getCurve());
    assertThat(mapped.getOrder()).isEqualTo(standard.getOrder());
  }

  /** A generator of the subgroup of prime order, and of nothing else. */
  @Test
  void mapsIntoTheSubgroup() throws Exception {
    for (int id = 0; id <= 2; id++) {
      var standard = (PACEInfo.DHCParameterSpec) PACEInfo.toParameterSpec(id);
      DHParameterSpec mapped =
          (DHParameterSpec)
              new IntegratedMapping("AES", 16).map(standard, new byte[16], new byte[16]);
      assertThat(mapped.getG()).isNotEqualTo(standard.getG()).isGreaterThan(BigInteger.ONE);
      assertThat(mapped.getG().modPow(standard.getQ(), standard.getP())).isEqualTo(BigInteger.ONE);
    }
  }

  @ParameterizedTest
  @EnumSource(ChipCipher.class)
  void takesNoncesOfTheLengthsOfTheStandardOnly(ChipCipher cipher) throws Exception {
    IntegratedMapping mapping =
        IntegratedMapping.of(new PaceOffer(PaceOffer.Mapping.ECDH_IM, cipher, 13).protocol());
    boolean small = cipher == ChipCipher.TRIPLE_DES || cipher == ChipCipher.AES_128;
    int s = small ? 16 : 32;
    int t = mapping.keyLength();
    BigInteger prime = BigInteger.ONE.shiftLeft(255).nextProbablePrime();
    assertThat(t).isEqualTo(small ? 16 : cipher == ChipCipher.AES_192 ? 24 : 32);
    assertThat(mapping.number(new byte[s], new byte[t], prime)).isBetween(BigInteger.TWO, prime);
    for (int[] wrong : new int[][] {{s - 16, t}, {s + 16, t}, {s, t - 8}, {s, t + 8}}) {
      assertThatThrownBy(() -> mapping.number(new byte[wrong[0]], new byte[wrong[1]], prime))
          .isInstanceOf(GeneralSecurityException.class);
    }
  }

  @Test
  void refusesWhatCannotBeMappedTo() {
    assertThatThrownBy(() ->
            IntegratedMapping.of(ECDH_IM + 2)
                .map(PACEInfo.toParameterSpec(10), new byte[16], new byte[16]))
        .isInstanceOf(RuntimeException.class);
    DHParameterSpec unknown = new DHParameterSpec(BigInteger.valueOf(23), BigInteger.TWO);
    assertThatThrownBy(
            () -> IntegratedMapping.of(ECDH_IM + 2).map(unknown, new byte[16], new byte[16]))
        .isInstanceOf(GeneralSecurityException.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = PaceOffer.Mapping.class,
      names = {"DH_IM", "ECDH_IM"})
  void tellsAWrongNumberFromABrokenCard(PaceOffer.Mapping mapping) {
    for (ChipCipher cipher : ChipCipher.values()) {
      PaceOffer offer = new PaceOffer(mapping, cipher, mapping.name().startsWith("EC") ? 12 : 0);
      try (SimulatedReaders readers = new SimulatedReaders(Reading.reader(), PATIENT)) {
        readers.insert(
            SimulatedCitizens.a().builder(SimulatedIssuer.shared()).pace(offer).noBac().build());
        assertThat(
                fault(Reading.read(readers, SimulatedReaders.NAME, AccessKeys.can("000000")))
                    .code())
            .as(offer.toString())
            .isEqualTo("CHIP-WRONG-CAN");
      }
    }
  }
}
