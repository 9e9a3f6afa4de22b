package vn.motcua.scanner.chip.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.SecretKey;
import javax.crypto.spec.DHParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import org.jmrtd.PACEKeySpec;
import org.jmrtd.Util;
import org.jmrtd.lds.PACEInfo;
import org.jmrtd.protocol.PACEProtocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The integrated mapping of PACE against ICAO's example and the mappings of JMRTD 0.8.6. JMRTD's
 * own run of this variant stops with an InvalidKeyException before its second step is sent, so the
 * steps are taken here with its building blocks; triple DES is compared with nobody.
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

  /** A whole run: every value of the terminal is computed by JMRTD and the security providers. */
  @ParameterizedTest
  @CsvSource({
    "ECDH_IM, AES_128, 13, ECDH",
    "ECDH_IM, AES_192, 15, ECDH",
    "ECDH_IM, AES_256, 18, ECDH",
    "DH_IM, AES_128, 0, DH",
    "DH_IM, AES_256, 2, DH"
  })
  void opensByAWholeRun(PaceOffer.Mapping mapping, ChipCipher cipher, int id, String agreement)
      throws Exception {
    SimulatedCardProfile a = SimulatedCitizens.a();
    PaceOffer offer = new PaceOffer(mapping, cipher, id);
    SimulatedCard card = a.builder(SimulatedIssuer.shared()).pace(offer).build();
    String oid = offer.protocol();
    send(card, 0x22, 0xC1A4, Der.join(Der.tlv(0x80, offer.oid()), Der.tlv(0x83, new byte[] {2})));

    SecretKey password = PACEProtocol.deriveStaticPACEKey(PACEKeySpec.createCANKey(a.can()), oid);
    Cipher aes = Cipher.getInstance("AES/CBC/NoPadding");
    aes.init(Cipher.DECRYPT_MODE, password, new IvParameterSpec(new byte[16]));
    byte[] s = aes.doFinal(step(card, new byte[0], 0x80));
    byte[] t = noise(77, cipher.keyLength());
    step(card, Der.tlv(0x81, t), 0x82);
    AlgorithmParameterSpec standard = PACEInfo.toParameterSpec(id);
    AlgorithmParameterSpec mapped =
        agreement.equals("DH")
            ? PACEProtocol.mapNonceIMWithDH(s, t, "AES", (DHParameterSpec) standard)
            : PACEProtocol.mapNonceIMWithECDH(s, t, "AES", (ECParameterSpec) standard);

    KeyPairGenerator generator =
        KeyPairGenerator.getInstance(agreement.equals("DH") ? "DH" : "EC", IssuerParts.BC);
    generator.initialize(mapped);
    KeyPair mine = generator.generateKeyPair();
    byte[] sent = PACEProtocol.encodePublicKeyForSmartCard(mine.getPublic());
    PublicKey theirs =
        PACEProtocol.decodePublicKeyFromSmartCard(step(card, Der.tlv(0x83, sent), 0x84), mapped);
    KeyAgreement shared = KeyAgreement.getInstance(agreement, IssuerParts.BC);
    shared.init(mine.getPrivate());
    shared.doPhase(theirs, true);
    SecretKey mac =
        Util.deriveKey(
            shared.generateSecret(),
            PACEInfo.toCipherAlgorithm(oid),
            PACEInfo.toKeyLength(oid),
            Util.MAC_MODE);
    byte[] token = PACEProtocol.generateAuthenticationToken(oid, mac, theirs);
    assertThat(step(card, Der.tlv(0x85, token), 0x86))
        .isEqualTo(PACEProtocol.generateAuthenticationToken(oid, mac, mine.getPublic()));
  }

  private static byte[] step(SimulatedCard card, byte[] content, int wanted) {
    byte[] answer = send(card, 0x86, 0, Der.tlv(0x7C, content));
    return CardTlv.value(CardTlv.value(answer, 0x7C), wanted);
  }

  private static byte[] send(SimulatedCard card, int instruction, int p1p2, byte[] data) {
    byte[] head = {0, (byte) instruction, (byte) (p1p2 >> 8), (byte) p1p2, 0};
    byte[] length = {(byte) (data.length >> 8), (byte) data.length};
    byte[] answer = card.process(Der.join(head, length, data, new byte[] {0, 0}));
    assertThat(answer).endsWith((byte) 0x90, (byte) 0);
    return Arrays.copyOf(answer, answer.length - 2);
  }
}
