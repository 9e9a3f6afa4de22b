package vn.motcua.scanner.chip.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;
import net.sf.scuba.smartcards.CardServiceException;
import org.jmrtd.PACEKeySpec;
import org.jmrtd.lds.CardSecurityFile;
import org.jmrtd.lds.ChipAuthenticationPublicKeyInfo;
import org.jmrtd.lds.PACEInfo;
import org.jmrtd.protocol.PACECAMResult;
import org.jmrtd.protocol.PACEGMMappingResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** PACE of the simulated card with a terminal by others. */
class CardPaceTest {
  private final SimulatedCardProfile a = SimulatedCitizens.a();
  private final SimulatedIssuer issuer = SimulatedIssuer.shared();

  private static List<PaceOffer> variants() {
    // The terminal's integrated mapping stops by itself; see IntegratedMappingTest.
    return PaceOffer.all().stream().filter(offer -> !offer.mapping().integrated()).toList();
  }

  @ParameterizedTest
  @MethodSource("variants")
  void opensByEveryVariant(PaceOffer offer) throws Exception {
    JmrtdPeer peer = new JmrtdPeer(a.builder(issuer).pace(offer).build());
    peer.open(a.can(), offer);
    assertThat(peer.read(0x0101)).isEqualTo(a.dg1());
    assertThat(peer.read(0x010D)).isEqualTo(a.dg13());
  }

  @Test
  void opensByTheMachineReadableZoneToo() throws Exception {
    JmrtdPeer peer = new JmrtdPeer(a.card());
    peer.pace(PACEKeySpec.createMRZKey(JmrtdPeer.bacKey(a.mrzKey())), PaceOffer.USUAL);
    peer.service.sendSelectApplet(true);
    assertThat(peer.read(0x0101)).isEqualTo(a.dg1());
  }

  @Test
  void listsItsVariantsAndTakesEachOfThem() throws Exception {
    PaceOffer[] offers = {
      new PaceOffer(PaceOffer.Mapping.DH_GM, ChipCipher.TRIPLE_DES, 2),
      new PaceOffer(PaceOffer.Mapping.ECDH_GM, ChipCipher.AES_256, 18),
      new PaceOffer(PaceOffer.Mapping.ECDH_GM, ChipCipher.AES_256, 12),
      PaceOffer.USUAL
    };
    SimulatedCard card = a.builder(issuer).pace(offers).build();
    assertThat(
            new JmrtdPeer(card)
                .cardAccess().stream()
                    .filter(PACEInfo.class::isInstance)
                    .map(PACEInfo.class::cast)
                    .map(info -> info.getObjectIdentifier() + " " + info.getParameterId()))
        .containsExactlyInAnyOrder(
            "0.4.0.127.0.7.2.2.4.1.1 2",
            "0.4.0.127.0.7.2.2.4.2.4 18",
            "0.4.0.127.0.7.2.2.4.2.4 12",
            "0.4.0.127.0.7.2.2.4.2.2 13");
    for (PaceOffer offer : offers) {
      JmrtdPeer peer = new JmrtdPeer(card);
      peer.open(a.can(), offer);
      assertThat(peer.read(0x0101)).isEqualTo(a.dg1());
    }
  }

  @Test
  void refusesWhatItDoesNotOfferAndWrongPasswords() throws Exception {
    SimulatedCard card = a.card();
    assertThatThrownBy(() ->
            new JmrtdPeer(card)
                .open(a.can(), new PaceOffer(PaceOffer.Mapping.ECDH_GM, ChipCipher.AES_256, 13)))
        .isInstanceOf(CardServiceException.class);
    assertThatThrownBy(() -> new JmrtdPeer(card).open("000000", PaceOffer.USUAL))
        .isInstanceOf(CardServiceException.class)
        .hasMessageContaining("6300");
    new JmrtdPeer(card).open(a.can(), PaceOffer.USUAL);
  }

  @Test
  void isBlockedAfterTooManyWrongPasswordsEvenWithoutPower() throws Exception {
    SimulatedCard card = a.builder(issuer).tries(3).build();
    for (String status : List.of("63C2", "63C1")) {
      assertThatThrownBy(() -> new JmrtdPeer(card).open("000000", PaceOffer.USUAL))
          .hasMessageContaining(status);
    }
    new JmrtdPeer(card).open(a.can(), PaceOffer.USUAL);
    for (String status : List.of("63C2", "63C1", "6983")) {
      assertThatThrownBy(() -> new JmrtdPeer(card).open("000000", PaceOffer.USUAL))
          .hasMessageContaining(status);
    }
    assertThatThrownBy(() -> new JmrtdPeer(card).open(a.can(), PaceOffer.USUAL))
        .hasMessageContaining("6983");
  }

  @Test
  void theOrdersOfThePrimeFieldsAreRight() {
    for (int id = 0; id <= 2; id++) {
      DhDomain group = DhDomain.standard(id);
      assertThat(group.standard().modPow(group.order(), group.prime())).isEqualTo(BigInteger.ONE);
      assertThat(group.order().isProbablePrime(100)).isTrue();
      assertThat(group.prime().subtract(BigInteger.ONE).mod(group.order())).isZero();
    }
  }

  /** ICAO 9303-11 §4.4.3.5: the answer proves the key of EF.CardSecurity. */
  @ParameterizedTest
  @CsvSource({"AES_128, 13, brainpoolP256r1", "AES_256, 12, secp256r1", "AES_192, 18, secp521r1"})
  void provesTheChipWithTheChipAuthenticationMapping(ChipCipher cipher, int id, String curve)
      throws Exception {
    ChipKey key = ChipKey.ec(curve, cipher);
    PaceOffer offer = new PaceOffer(PaceOffer.Mapping.ECDH_CAM, cipher, id);
    for (ChipKey inside : List.of(key, key.impostor())) {
      SimulatedCard card = a.builder(issuer).pace(offer).chipKeys(inside).build();
      JmrtdPeer peer = new JmrtdPeer(card);
      PACECAMResult result = (PACECAMResult) peer.pace(PACEKeySpec.createCANKey(a.can()), offer);
      ECPublicKey stated =
          (ECPublicKey)
              new CardSecurityFile(new ByteArrayInputStream(peer.read(0x011D)))
                  .getSecurityInfos().stream()
                      .filter(ChipAuthenticationPublicKeyInfo.class::isInstance)
                      .map(info -> ((ChipAuthenticationPublicKeyInfo) info).getSubjectPublicKey())
                      .findFirst()
                      .orElseThrow();
      ECPublicKey mapping =
          (ECPublicKey) ((PACEGMMappingResult) result.getMappingResult()).getPICCMappingPublicKey();
      var group = EcDomain.named(curve).parameters().getCurve();
      var proved =
          group
              .createPoint(stated.getW().getAffineX(), stated.getW().getAffineY())
              .multiply(new BigInteger(1, decrypted(result)))
              .normalize();
      assertThat(proved.getAffineXCoord().toBigInteger().equals(mapping.getW().getAffineX()))
          .isEqualTo(inside == key);
      JmrtdPeer again = new JmrtdPeer(card);
      again.open(a.can(), offer);
      assertThat(again.read(0x0101)).isEqualTo(a.dg1());
    }
  }

  /**
   * JMRTD 0.8.6 decrypts with an initial vector of ones where the standard wants these encrypted
   * (ICAO 9303-11 §4.4.3.5.4), so its own getChipAuthenticationData has a wrong first block.
   */
  private static byte[] decrypted(PACECAMResult result) throws GeneralSecurityException {
    SecretKey key = result.getWrapper().getEncryptionKey();
    byte[] ones = new byte[16];
    Arrays.fill(ones, (byte) 0xFF);
    Cipher block = Cipher.getInstance("AES/ECB/NoPadding");
    block.init(Cipher.ENCRYPT_MODE, key);
    Cipher chain = Cipher.getInstance("AES/CBC/NoPadding");
    chain.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(block.doFinal(ones)));
    return Ciphers.unpad(chain.doFinal(result.getEncryptedChipAuthenticationData()));
  }
}
