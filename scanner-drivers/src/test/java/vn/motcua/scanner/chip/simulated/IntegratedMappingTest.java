package vn.motcua.scanner.chip.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.spec.ECParameterSpec;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import javax.crypto.spec.DHParameterSpec;
import org.jmrtd.lds.PACEInfo;
import org.jmrtd.protocol.PACEProtocol;
import org.junit.jupiter.api.Test;

/**
 * The integrated mapping of PACE against ICAO's example and the mappings of JMRTD 0.8.6. JMRTD's
 * own run of this variant stops with an InvalidKeyException before its second step is sent, so the
 * mapping is compared by itself; triple DES is compared with nobody.
 */
class IntegratedMappingTest {
  private static final List<ChipCipher> AES =
      List.of(ChipCipher.AES_128, ChipCipher.AES_192, ChipCipher.AES_256);

  private static byte[] noise(int seed, int length) {
    byte[] noise = new byte[length];
    new Random(seed).nextBytes(noise);
    return noise;
  }

  private static byte[] nonce(ChipCipher cipher, int seed) {
    return noise(seed, cipher.keyLength() > 16 ? 32 : 16);
  }

  /** ICAO 9303-11 appendix H.1. */
  @Test
  void mapsTheExampleOfTheStandard() {
    byte[] s = HexFormat.of().parseHex("2923be84e16cd6ae529049f1f1bbe9eb");
    byte[] t = HexFormat.of().parseHex("5dd4cbfc96f5453b130d890a1cdbae32");
    EcDomain curve = EcDomain.named("brainpoolP256r1");
    BigInteger number = PseudoRandom.number(ChipCipher.AES_128, s, t, curve.prime());
    assertThat(curve.mapped(number).generator().getAffineXCoord().toBigInteger().toString(16))
        .isEqualTo("8e82d31559ed0fde92a4d0498add3c23baba94fb77691e31e90aea77fb17d427");
  }

  @Test
  void mapsToTheSamePointsAsOthers() throws Exception {
    for (ChipCipher cipher : AES) {
      for (int id : new int[] {8, 9, 11, 12, 13, 14, 15, 16, 17, 18}) {
        byte[] s = nonce(cipher, id);
        byte[] t = noise(100 + id, cipher.keyLength());
        EcDomain curve = (EcDomain) Domain.standard(id);
        ECParameterSpec theirs =
            (ECParameterSpec)
                PACEProtocol.mapNonceIMWithECDH(
                    s, t, "AES", (ECParameterSpec) PACEInfo.toParameterSpec(id));
        EcDomain ours = curve.mapped(PseudoRandom.number(cipher, s, t, curve.prime()));
        assertThat(ours.generator().getAffineXCoord().toBigInteger())
            .as(cipher + " " + id)
            .isEqualTo(theirs.getGenerator().getAffineX());
        assertThat(ours.generator().getAffineYCoord().toBigInteger())
            .isEqualTo(theirs.getGenerator().getAffineY());
      }
    }
  }

  @Test
  void mapsToTheSameNumbersAsOthers() throws Exception {
    for (ChipCipher cipher : AES) {
      for (int id = 0; id <= 2; id++) {
        byte[] s = nonce(cipher, id);
        byte[] t = noise(100 + id, cipher.keyLength());
        DhDomain group = DhDomain.standard(id);
        DHParameterSpec theirs =
            (DHParameterSpec)
                PACEProtocol.mapNonceIMWithDH(
                    s, t, "AES", (DHParameterSpec) PACEInfo.toParameterSpec(id));
        assertThat(group.mapped(PseudoRandom.number(cipher, s, t, group.prime())).generator())
            .as(cipher + " " + id)
            .isEqualTo(theirs.getG());
      }
    }
  }

  @Test
  void refusesANonceOfAnotherLengthAndTheCurveThatCannotBeMappedTo() {
    BigInteger p = EcDomain.named("brainpoolP256r1").prime();
    assertThatThrownBy(() -> PseudoRandom.number(ChipCipher.AES_128, new byte[16], new byte[8], p))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PaceOffer(PaceOffer.Mapping.ECDH_IM, ChipCipher.AES_128, 10))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
