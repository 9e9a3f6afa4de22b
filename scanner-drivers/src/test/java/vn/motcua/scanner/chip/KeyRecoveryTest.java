package vn.motcua.scanner.chip;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.jce.interfaces.ECPublicKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The issuer's key is found again in what it signed, on every curve and under every name. */
class KeyRecoveryTest {
  private static byte[] point(TestState state, boolean compressed) {
    return ((ECPublicKey) state.keys.getPublic()).getQ().getEncoded(compressed);
  }

  private static List<KeyRecovery.Candidate> named(TestSigner signer) {
    return KeyRecovery.candidates(signer.certificate()).stream()
        .filter(KeyRecovery.Candidate::named)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "P-192, SHA1",
    "P-224, SHA224",
    "P-256, SHA256",
    "P-384, SHA384",
    "P-521, SHA512",
    "secp256k1, SHA256",
    "brainpoolP160r1, SHA1",
    "brainpoolP192r1, SHA224",
    "brainpoolP224r1, SHA256",
    "brainpoolP256r1, SHA512",
    "brainpoolP320r1, SHA256",
    "brainpoolP384r1, SHA384",
    "brainpoolP512r1, SHA512",
    "brainpoolP160t1, SHA256",
    "brainpoolP192t1, SHA256",
    "brainpoolP224t1, SHA224",
    "brainpoolP256t1, SHA256",
    "brainpoolP320t1, SHA384",
    "brainpoolP384t1, SHA384",
    "brainpoolP512t1, SHA512"
  })
  void findsTheKeyOnEveryCurve(String curve, String hash) {
    TestState state = TestState.ecdsa(curve, hash);
    for (int round = 0; round < 3; round++) {
      List<KeyRecovery.Candidate> found = named(state.signer());
      assertThat(found).hasSize(1);
      assertThat(found.getFirst().curve()).isEqualTo(curve);
      assertThat(
              SubjectPublicKeyInfo.getInstance(found.getFirst().key().encoded()).getPublicKeyData())
          .isEqualTo(state.info().getPublicKeyData());
      assertThat(found.getFirst().key().signed(state.signer().certificate())).isTrue();
      assertThat(found.getFirst().key().signed(TestState.ecdsa(curve, hash).signer().certificate()))
          .isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"brainpoolP512r1", "P-256", "P-521"})
  void findsAKeyWhoseCurveIsWrittenOut(String curve) throws Exception {
    TestState state = TestState.explicit(curve);
    assertThat(named(state.signer())).hasSize(1);
    byte[] whole = MessageDigest.getInstance("SHA-1").digest(state.info().getEncoded());
    assertThat(named(state.spec().authority(whole).make())).hasSize(1);
  }

  @Test
  void knowsTheUsualWaysOfNamingAKey() throws Exception {
    TestState state = TestState.ecdsa("brainpoolP384r1", "SHA384");
    Map<String, byte[]> names = new TreeMap<>();
    for (boolean compressed : new boolean[] {false, true}) {
      byte[] point = point(state, compressed);
      byte[] sha1 = MessageDigest.getInstance("SHA-1").digest(point);
      names.put("RFC 5280 method 1 " + compressed, sha1);
      byte[] method2 = Arrays.copyOfRange(sha1, 12, 20);
      method2[0] = (byte) (method2[0] & 0x0F | 0x40);
      names.put("RFC 5280 method 2 " + compressed, method2);
      for (String hash : List.of("SHA-256", "SHA-384", "SHA-512")) {
        byte[] full = MessageDigest.getInstance(hash).digest(point);
        names.put("RFC 7093 " + hash + compressed, Arrays.copyOf(full, 20));
        names.put("whole " + hash + compressed, full);
      }
    }
    names.put("SHA-1 of all", MessageDigest.getInstance("SHA-1").digest(state.info().getEncoded()));
    names.put(
        "SHA-256 of all", MessageDigest.getInstance("SHA-256").digest(state.info().getEncoded()));
    names.forEach(
        (way, name) -> assertThat(named(state.spec().authority(name).make())).as(way).hasSize(1));
    assertThat(named(state.spec().authority(new byte[20]).make())).isEmpty();
    assertThat(named(state.spec().noAuthority().make())).isEmpty();
  }

  @Test
  void findsNothingInOtherSignatures() {
    assertThat(KeyRecovery.candidates(TestState.rsa().signer().certificate())).isEmpty();
    assertThat(KeyRecovery.possible(TestState.rsaPss().signer().certificate())).isFalse();
  }

  @Test
  void takesLittleTime() {
    TestSigner signer = TestState.ecdsa("brainpoolP512r1", "SHA512").signer();
    KeyRecovery.candidates(signer.certificate());
    // Its own time at the processor: how busy the machine is elsewhere does not count.
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long begun = threads.getCurrentThreadCpuTime();
    KeyRecovery.candidates(signer.certificate());
    assertThat((threads.getCurrentThreadCpuTime() - begun) / 1_000_000).isLessThan(2000);
  }
}
