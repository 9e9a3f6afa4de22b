package vn.motcua.scanner.chip.simulated;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.bouncycastle.jce.spec.ECParameterSpec;

/** How an authority signs, and with what kind of key (ICAO 9303-12 §4.4). */
public sealed interface SignatureScheme {
  /** Digests that a signature or a list of hashes can be made with. */
  List<String> DIGESTS = List.of("SHA-1", "SHA-224", "SHA-256", "SHA-384", "SHA-512");

  /**
   * RSA.
   *
   * @param bits of the modulus, 1024 to 4096
   * @param pss probabilistic padding; else PKCS #1 version 1.5
   * @param digest one of {@link #DIGESTS}
   */
  record Rsa(int bits, boolean pss, String digest) implements SignatureScheme {
    public Rsa {
      check(bits >= 1024 && bits <= 4096, "RSA takes 1024 to 4096 bits");
      check(DIGESTS.contains(digest), "the digest must be one of " + DIGESTS);
    }
  }

  /**
   * ECDSA.
   *
   * @param curve its usual name, for example {@code brainpoolP384r1}
   * @param explicit the certificate spells the curve out instead of naming it
   * @param digest one of {@link #DIGESTS}
   */
  record Ec(String curve, boolean explicit, String digest) implements SignatureScheme {
    public Ec {
      check(ECNamedCurveTable.getParameterSpec(curve) != null, "no curve is called " + curve);
      check(DIGESTS.contains(digest), "the digest must be one of " + DIGESTS);
    }
  }

  /** ECDSA on a named curve. */
  static SignatureScheme ecdsa(String curve, String digest) {
    return new Ec(curve, false, digest);
  }

  /** ECDSA on a curve that is spelled out. */
  static SignatureScheme ecdsaExplicit(String curve, String digest) {
    return new Ec(curve, true, digest);
  }

  /** RSA with the padding of PKCS #1 version 1.5. */
  static SignatureScheme rsa(int bits, String digest) {
    return new Rsa(bits, false, digest);
  }

  /** RSA with probabilistic padding. */
  static SignatureScheme rsaPss(int bits, String digest) {
    return new Rsa(bits, true, digest);
  }

  /**
   * Reads {@code RSA 2048 SHA-256}, {@code RSA-PSS 3072 SHA-512}, {@code ECDSA secp384r1 SHA-384}
   * or {@code ECDSA-EXPLICIT brainpoolP512r1 SHA-512}.
   *
   * @throws IllegalArgumentException if it is none of these
   */
  static SignatureScheme parse(String text) {
    String[] parts = text.strip().split("\\s+");
    check(parts.length == 3, "a signature is written like: ECDSA brainpoolP256r1 SHA-256");
    return switch (parts[0]) {
      case "RSA" -> rsa(bits(parts[1]), parts[2]);
      case "RSA-PSS" -> rsaPss(bits(parts[1]), parts[2]);
      case "ECDSA" -> ecdsa(parts[1], parts[2]);
      case "ECDSA-EXPLICIT" -> ecdsaExplicit(parts[1], parts[2]);
      default ->
          throw new IllegalArgumentException(
              "a signature is RSA, RSA-PSS, ECDSA or ECDSA-EXPLICIT, not " + parts[0]);
    };
  }

  private static int bits(String text) {
    check(text.matches("[0-9]{1,5}"), "RSA takes 1024 to 4096 bits");
    return Integer.parseInt(text);
  }

  private static void check(boolean good, String otherwise) {
    if (!good) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /** The form that {@link #parse} reads. */
  default String text() {
    return switch (this) {
      case Rsa(int bits, boolean pss, String digest) ->
          (pss ? "RSA-PSS " : "RSA ") + bits + " " + digest;
      case Ec(String curve, boolean explicit, String digest) ->
          (explicit ? "ECDSA-EXPLICIT " : "ECDSA ") + curve + " " + digest;
    };
  }

  /** What the provider calls it. */
  default String algorithm() {
    return switch (this) {
      case Rsa(_, boolean pss, String digest) ->
          digest.replace("-", "") + "withRSA" + (pss ? "andMGF1" : "");
      case Ec(_, _, String digest) -> digest.replace("-", "") + "withECDSA";
    };
  }

  /** A new key. */
  default KeyPair keys() {
    try {
      KeyPairGenerator generator =
          KeyPairGenerator.getInstance(this instanceof Rsa ? "RSA" : "EC", IssuerParts.BC);
      switch (this) {
        case Rsa(int bits, _, _) -> generator.initialize(bits);
        case Ec(String curve, boolean explicit, _) -> {
          var named = ECNamedCurveTable.getParameterSpec(curve);
          generator.initialize(
              explicit
                  ? new ECParameterSpec(named.getCurve(), named.getG(), named.getN(), named.getH())
                  : named);
        }
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JVM cannot make keys", e);
    }
  }
}
