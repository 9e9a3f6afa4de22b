package vn.motcua.scanner.chip.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.sf.scuba.smartcards.CardServiceException;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA224Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.engines.RSAEngine;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.ISO9796d2Signer;
import org.jmrtd.lds.ActiveAuthenticationInfo;
import org.jmrtd.lds.icao.DG14File;
import org.jmrtd.lds.icao.DG15File;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Active Authentication: JMRTD asks, BouncyCastle verifies. */
class CardActiveProofTest {
  private final SimulatedCardProfile c = SimulatedCitizens.c();
  private final SimulatedIssuer issuer = SimulatedIssuer.shared();
  private final byte[] challenge = new byte[8];

  CardActiveProofTest() {
    new Random(7).nextBytes(challenge);
  }

  private static Digest digest(String name) {
    return switch (name) {
      case "SHA-1" -> new SHA1Digest();
      case "SHA-224" -> new SHA224Digest();
      case "SHA-256" -> new SHA256Digest();
      case "SHA-384" -> new SHA384Digest();
      case "SHA-512" -> new SHA512Digest();
      default -> throw new IllegalArgumentException(name);
    };
  }

  private JmrtdPeer opened(ActiveKey key) throws CardServiceException {
    JmrtdPeer peer = new JmrtdPeer(c.builder(issuer).activeKey(key).build());
    peer.open(c.can(), PaceOffer.USUAL);
    return peer;
  }

  private byte[] answer(JmrtdPeer peer, PublicKey key) throws CardServiceException {
    return peer.service.doAA(key, "SHA-256", "any", challenge).getResponse();
  }

  private static PublicKey key(JmrtdPeer peer) throws Exception {
    return new DG15File(new ByteArrayInputStream(peer.read(0x010F))).getPublicKey();
  }

  private boolean verifies(RSAPublicKey key, String digest, byte[] signature) throws Exception {
    ISO9796d2Signer verifier =
        new ISO9796d2Signer(new RSAEngine(), digest(digest), digest.equals("SHA-1"));
    verifier.init(false, new RSAKeyParameters(false, key.getModulus(), key.getPublicExponent()));
    verifier.updateWithRecoveredMessage(signature);
    verifier.update(challenge, 0, challenge.length);
    return verifier.verifySignature(signature);
  }

  /**
   * Whether the verifier says no. With a stranger's key the recovered block is a random number: it
   * mostly lacks the form of ISO 9796-2, and now and then it is larger than the modulus.
   */
  private boolean isRefused(RSAPublicKey key, byte[] signature) {
    try {
      return !verifies(key, "SHA-1", signature);
    } catch (Exception noSignatureAtAll) {
      return true;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1024, SHA-1",
    "1024, SHA-512",
    "1536, SHA-224",
    "2048, SHA-256",
    "2048, SHA-384",
    "3072, SHA-512",
  })
  void signsWithRsa(int bits, String digest) throws Exception {
    signsWithRsaOf(bits, digest);
  }

  /** Two primes of 2048 bits are found in a second or in twenty. */
  @Test
  @Tag("long")
  void signsWithTheLargestRsa() throws Exception {
    signsWithRsaOf(4096, "SHA-256");
  }

  private void signsWithRsaOf(int bits, String digest) throws Exception {
    JmrtdPeer peer = opened(ActiveKey.rsa(bits, digest));
    RSAPublicKey key = (RSAPublicKey) key(peer);
    assertThat(key.getModulus().bitLength()).isEqualTo(bits);
    byte[] signature = answer(peer, key);
    assertThat(signature).hasSize(bits / 8);
    assertThat(verifies(key, digest, signature)).isTrue();
    challenge[0] ^= 1;
    // The recovered part no longer fits: the verifier may only say no.
    assertThat(verifies(key, digest, signature)).isFalse();
    assertThat(peer.read(0x0101)).isEqualTo(c.dg1());
  }

  private static List<String> curves() {
    List<String> all = new ArrayList<>();
    for (String digest : SignatureScheme.DIGESTS) {
      all.add("secp256r1 " + digest);
      all.add("brainpoolP512r1 " + digest);
    }
    Domain.CURVES.values().forEach(curve -> all.add(curve + " SHA-256"));
    return all;
  }

  @ParameterizedTest
  @MethodSource("curves")
  void signsOnCurves(String curveAndDigest) throws Exception {
    String[] parts = curveAndDigest.split(" ");
    ActiveKey key = ActiveKey.ecdsa(parts[0], parts[1]);
    for (Map.Entry<ActiveKey, String> form :
        Map.of(
                key,
                "withPLAIN-ECDSA",
                key.withDerSignatures(),
                "withECDSA",
                key.withExplicitCurve(),
                "withPLAIN-ECDSA")
            .entrySet()) {
      JmrtdPeer peer = opened(form.getKey());
      PublicKey stated = key(peer);
      Signature verifier =
          Signature.getInstance(parts[1].replace("-", "") + form.getValue(), IssuerParts.BC);
      verifier.initVerify(stated);
      verifier.update(challenge);
      assertThat(verifier.verify(answer(peer, stated))).isTrue();
    }
  }

  @Test
  void tellsTheDigestInDg14() throws Exception {
    JmrtdPeer peer = opened(ActiveKey.ecdsa("secp384r1", "SHA-384"));
    DG14File dg14 = new DG14File(new ByteArrayInputStream(peer.read(0x010E)));
    assertThat(
            dg14.getSecurityInfos().stream()
                .filter(ActiveAuthenticationInfo.class::isInstance)
                .map(info -> ((ActiveAuthenticationInfo) info).getSignatureAlgorithmOID()))
        .containsExactly("0.4.0.127.0.7.1.1.4.1.4");
  }

  @Test
  void aCopySignsWithAnotherKey() throws Exception {
    ActiveKey genuine = ActiveKey.rsa(1024, "SHA-1");
    assertThat(genuine.impostor().dg15()).isEqualTo(genuine.dg15());
    JmrtdPeer peer = opened(genuine.impostor());
    RSAPublicKey key = (RSAPublicKey) key(peer);
    byte[] signature = answer(peer, key);
    assertThat(isRefused(key, signature)).isTrue();

    ActiveKey curve = ActiveKey.ecdsa("secp256r1", "SHA-256");
    JmrtdPeer other = opened(curve.impostor());
    Signature verifier = Signature.getInstance("SHA256withPLAIN-ECDSA", IssuerParts.BC);
    verifier.initVerify(key(other));
    verifier.update(challenge);
    assertThat(verifier.verify(answer(other, key(other)))).isFalse();
  }

  @Test
  void givesALongSignatureInPartsWhereOnlyShortAnswersFit() throws Exception {
    ActiveKey key = ActiveKey.rsa(4096, "SHA-256");
    SimulatedCard open = c.builder(issuer).activeKey(key).open().shortApdusOnly().build();
    open.process(new byte[] {0, (byte) 0xA4, 4, 12, 7, (byte) 0xA0, 0, 0, 2, 0x47, 0x10, 1});
    byte[] first =
        open.process(Der.join(new byte[] {0, (byte) 0x88, 0, 0, 8}, challenge, new byte[] {0}));
    assertThat(first).hasSize(258).endsWith((byte) 0x61, (byte) 0);
    byte[] second = open.process(new byte[] {0, (byte) 0xC0, 0, 0, 0});
    assertThat(second).hasSize(258).endsWith((byte) 0x90, (byte) 0);
    byte[] signature = Der.join(Arrays.copyOf(first, 256), Arrays.copyOf(second, 256));
    RSAPublicKey stated =
        (RSAPublicKey) new DG15File(new ByteArrayInputStream(key.dg15())).getPublicKey();
    assertThat(verifies(stated, "SHA-256", signature)).isTrue();
  }
}
