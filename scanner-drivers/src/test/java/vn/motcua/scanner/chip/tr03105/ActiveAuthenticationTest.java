package vn.motcua.scanner.chip.tr03105;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.RSAPrivateKey;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.util.BigIntegers;
import vn.motcua.scanner.chip.simulated.ActiveKey;

/** ISO7816_F: active authentication. */
class ActiveAuthenticationTest extends Unit {
  /** A key whose signatures the test makes itself. */
  private static final class Own {
    static final KeyPair KEYS = pair();

    private static KeyPair pair() {
      try {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        return generator.generateKeyPair();
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
            Stream.of(
                Case.of("ISO7816_F_01", key(() -> ActiveKey.rsa(1024, "SHA-1"))),
                Case.of("ISO7816_F_04", key(() -> ActiveKey.rsa(1280, "SHA-224"))),
                Case.of("ISO7816_F_05", key(() -> ActiveKey.rsa(2048, "SHA-256"))),
                Case.of("ISO7816_F_06", key(() -> ActiveKey.rsa(1536, "SHA-384"))),
                Case.of("ISO7816_F_07", key(() -> ActiveKey.rsa(2048, "SHA-512")))),
            Stream.of("SHA-1", "SHA-224", "SHA-256", "SHA-384", "SHA-512")
                .map(digest ->
                    new Case(
                        "ISO7816_F_02",
                        digest,
                        key(() -> ActiveKey.ecdsa("brainpoolP256r1", digest)))),
            Case.forms(
                "ISO7816_F_08",
                signing("SHA-1", "BB"),
                signing("SHA-256", "38CC"),
                signing("SHA-256", "3FCC"),
                signing("SHA-256", "BC")),
            Stream.of(
                // Shows that the signatures above fail for their trailer alone.
                Case.of("MC_AA_TRAILER", signing("SHA-256", "34CC")),
                Case.of("ISO7816_F_09", ActiveAuthenticationTest::strangeAlgorithm)),
            Case.forms(
                "MC_AA_WRONG_KEY",
                key(() -> ActiveKey.rsa(1024, "SHA-1").impostor()),
                key(() -> ActiveKey.ecdsa("brainpoolP256r1", "SHA-256").impostor())))
        .flatMap(cases -> cases);
  }

  private static Supplier<Inspection> key(Supplier<ActiveKey> key) {
    return Base.card(b -> b.chipKeys().activeKey(key.get()));
  }

  /** The algorithm that DG14 names for the curve's key is none. */
  private static Inspection strangeAlgorithm() {
    byte[] dg14 =
        Infos.dg14(
            List.of(
                Infos.info(
                    "2.23.136.1.1.5",
                    Infos.number(1),
                    new ASN1ObjectIdentifier("0.4.0.127.0.7.1.1.4.1.99"))));
    return Base.card(b ->
            b.chipKeys().activeKey(ActiveKey.ecdsa("brainpoolP256r1", "SHA-256")).group(14, dg14))
        .get();
  }

  /** A chip that stands open, so that its signature can be made outside of it. */
  private static Supplier<Inspection> signing(String digest, String trailer) {
    return () ->
        Inspection.of(
            Base.tampered(
                Base.bac()
                    .noBac()
                    .open()
                    .chipKeys()
                    .group(15, Bytes.tlv(0x6F, Own.KEYS.getPublic().getEncoded()))
                    .build(),
                (command, answer) ->
                    command[1] == (byte) 0x88
                        ? Bytes.join(
                            sign(challenge(command), digest, Bytes.hex(trailer)),
                            Bytes.status(0x9000))
                        : answer));
  }

  private static byte[] challenge(byte[] command) {
    int from = command[4] == 0 ? 7 : 5;
    return Arrays.copyOfRange(command, from, from + 8);
  }

  private static byte[] sign(byte[] challenge, String digest, byte[] trailer) {
    RSAPrivateKey key = (RSAPrivateKey) Own.KEYS.getPrivate();
    try {
      MessageDigest hash = MessageDigest.getInstance(digest);
      int length = key.getModulus().bitLength() / 8;
      byte[] own = new byte[length - 1 - hash.getDigestLength() - trailer.length];
      Arrays.fill(own, (byte) 0x5A);
      byte[] block =
          Bytes.join(Bytes.hex("6A"), own, hash.digest(Bytes.join(own, challenge)), trailer);
      return BigIntegers.asUnsignedByteArray(
          length, new BigInteger(1, block).modPow(key.getPrivateExponent(), key.getModulus()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
