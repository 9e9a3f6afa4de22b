package vn.motcua.scanner.chip.simulated;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateKey;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.util.BigIntegers;

/**
 * The key of Active Authentication (ICAO 9303-11 §6.1): the chip signs what the terminal made up. A
 * value; the {@code with…} methods give changed copies.
 */
public final class ActiveKey {
  private static final List<String> DIGESTS =
      List.of("SHA-1", "SHA-224", "SHA-256", "SHA-384", "SHA-512");

  /** Trailers of ISO/IEC 9796-2 by the digests above (ISO/IEC 10118-3). */
  private static final byte[][] TRAILERS = {
    {(byte) 0xBC},
    {0x38, (byte) 0xCC},
    {0x34, (byte) 0xCC},
    {0x36, (byte) 0xCC},
    {0x35, (byte) 0xCC}
  };

  /** What signs, and what DG15 says of it. */
  private sealed interface Secret {
    /** A number field. */
    record Rsa(RSAPrivateKey key) implements Secret {}

    /** A curve. */
    record Ec(EcDomain domain, BigInteger key, boolean der) implements Secret {}
  }

  private final Secret secret;
  private final byte[] dg15;
  private final int digest;

  private ActiveKey(Secret secret, byte[] dg15, int digest) {
    this.secret = secret;
    this.dg15 = dg15;
    this.digest = digest;
  }

  /**
   * A new RSA key: signs by ISO/IEC 9796-2 scheme 1 with partial recovery.
   *
   * @param bits 1024 to 4096, a multiple of 8
   * @param digest {@code SHA-1} (trailer BC), {@code SHA-224}, -256, -384 or -512
   */
  public static ActiveKey rsa(int bits, String digest) {
    if (bits < 1024 || bits > 4096 || bits % 8 != 0) {
      throw new IllegalArgumentException("1024 to 4096 bits, a multiple of 8");
    }
    KeyPair pair = pair(bits);
    return new ActiveKey(
        new Secret.Rsa((RSAPrivateKey) pair.getPrivate()),
        Der.tlv(0x6F, pair.getPublic().getEncoded()),
        index(digest));
  }

  /**
   * A new key on a curve: signs in the plain form, r and s side by side.
   *
   * @param curve its usual name
   * @param digest as for RSA; DG14 has to tell it, see {@link CardBuilder}
   */
  public static ActiveKey ecdsa(String curve, String digest) {
    EcDomain domain = EcDomain.named(curve);
    BigInteger key = domain.secret(new SecureRandom());
    return new ActiveKey(new Secret.Ec(domain, key, false), dg15(domain, key), index(digest));
  }

  /** With signatures as a DER sequence, against the standard, as some cards have them. */
  public ActiveKey withDerSignatures() {
    return secret instanceof Secret.Ec(EcDomain domain, BigInteger key, _)
        ? new ActiveKey(new Secret.Ec(domain, key, true), dg15, digest)
        : this;
  }

  /** With the curve spelled out in DG15. */
  public ActiveKey withExplicitCurve() {
    return secret instanceof Secret.Ec(EcDomain domain, BigInteger key, boolean der)
        ? new ActiveKey(
            new Secret.Ec(domain.spelledOut(), key, der), dg15(domain.spelledOut(), key), digest)
        : this;
  }

  /** What a copyist has: the same DG15, but another private key of the same kind. */
  public ActiveKey impostor() {
    Secret other =
        switch (secret) {
          case Secret.Rsa(RSAPrivateKey key) ->
              new Secret.Rsa((RSAPrivateKey) pair(key.getModulus().bitLength()).getPrivate());
          case Secret.Ec(EcDomain domain, _, boolean der) ->
              new Secret.Ec(domain, domain.secret(new SecureRandom()), der);
        };
    return new ActiveKey(other, dg15, digest);
  }

  /** The data group that states the public key. */
  public byte[] dg15() {
    return dg15.clone();
  }

  /** ActiveAuthenticationInfo for DG14: a curve's key needs it, RSA's trailer says it itself. */
  Optional<byte[]> info() {
    if (!(secret instanceof Secret.Ec(_, _, boolean der))) {
      return Optional.empty();
    }
    ASN1ObjectIdentifier algorithm =
        der
            ? digest == 0
                ? X9ObjectIdentifiers.ecdsa_with_SHA1
                : X9ObjectIdentifiers.ecdsa_with_SHA2.branch(String.valueOf(digest))
            : new ASN1ObjectIdentifier("0.4.0.127.0.7.1.1.4.1." + (digest + 1));
    byte[] active = {6, 6, 0x67, (byte) 0x81, 8, 1, 1, 5};
    return Optional.of(Der.tlv(0x30, active, Der.integer(1), Der.oid(algorithm.getId())));
  }

  /**
   * The answer to INTERNAL AUTHENTICATE.
   *
   * @param challenge what the terminal made up, eight bytes
   */
  byte[] sign(byte[] challenge, SecureRandom random) {
    return switch (secret) {
      case Secret.Rsa(RSAPrivateKey key) -> iso9796(key, challenge, random);
      case Secret.Ec(EcDomain domain, BigInteger key, boolean der) ->
          ecdsa(domain, key, der, challenge);
    };
  }

  /** ISO/IEC 9796-2 scheme 1: 6A, the recoverable part, the digest, the trailer. */
  private byte[] iso9796(RSAPrivateKey key, byte[] challenge, SecureRandom random) {
    int length = key.getModulus().bitLength() / 8;
    byte[] trailer = TRAILERS[digest];
    int hash = Ciphers.digest(DIGESTS.get(digest), new byte[0]).length;
    byte[] own = new byte[length - 1 - hash - trailer.length];
    random.nextBytes(own);
    byte[] block =
        Der.join(
            new byte[] {0x6A},
            own,
            Ciphers.digest(DIGESTS.get(digest), Der.join(own, challenge)),
            trailer);
    return BigIntegers.asUnsignedByteArray(
        length, new BigInteger(1, block).modPow(key.getPrivateExponent(), key.getModulus()));
  }

  private byte[] ecdsa(EcDomain domain, BigInteger key, boolean der, byte[] challenge) {
    var curve = domain.parameters();
    ECDSASigner signer = new ECDSASigner();
    signer.init(
        true,
        new ECPrivateKeyParameters(
            key,
            new ECDomainParameters(curve.getCurve(), curve.getG(), curve.getN(), curve.getH())));
    BigInteger[] pair = signer.generateSignature(Ciphers.digest(DIGESTS.get(digest), challenge));
    if (der) {
      return Der.tlv(
          0x30, Der.tlv(0x02, pair[0].toByteArray()), Der.tlv(0x02, pair[1].toByteArray()));
    }
    int length = (curve.getN().bitLength() + 7) / 8;
    return Der.join(
        BigIntegers.asUnsignedByteArray(length, pair[0]),
        BigIntegers.asUnsignedByteArray(length, pair[1]));
  }

  private static byte[] dg15(EcDomain domain, BigInteger key) {
    try {
      return Der.tlv(0x6F, domain.info(key).getEncoded("DER"));
    } catch (java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair pair(int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JVM cannot make keys", e);
    }
  }

  private static int index(String digest) {
    int found = DIGESTS.indexOf(digest);
    if (found < 0) {
      throw new IllegalArgumentException("one of " + DIGESTS + ", not " + digest);
    }
    return found;
  }

  @Override
  public String toString() {
    return "ActiveKey[" + Arrays.hashCode(dg15) + "]";
  }
}
