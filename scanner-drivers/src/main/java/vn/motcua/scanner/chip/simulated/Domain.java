package vn.motcua.scanner.chip.simulated;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Map;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * Domain parameters of a key agreement, with the generator in use. Whatever a terminal sends that
 * is no public key of the group is an {@link IllegalArgumentException}.
 */
sealed interface Domain permits EcDomain, DhDomain {
  /** The standardised domain parameters of ICAO 9303-11 §9.5.1 on curves: id → name. */
  Map<Integer, String> CURVES =
      Map.ofEntries(
          Map.entry(8, "secp192r1"),
          Map.entry(9, "brainpoolP192r1"),
          Map.entry(10, "secp224r1"),
          Map.entry(11, "brainpoolP224r1"),
          Map.entry(12, "secp256r1"),
          Map.entry(13, "brainpoolP256r1"),
          Map.entry(14, "brainpoolP320r1"),
          Map.entry(15, "secp384r1"),
          Map.entry(16, "brainpoolP384r1"),
          Map.entry(17, "brainpoolP512r1"),
          Map.entry(18, "secp521r1"));

  /**
   * A standardised set.
   *
   * @param id 0 to 2 or 8 to 18 (ICAO 9303-11 §9.5.1)
   */
  static Domain standard(int id) {
    String curve = CURVES.get(id);
    return curve == null ? DhDomain.standard(id) : EcDomain.named(curve);
  }

  /** A private key. */
  BigInteger secret(SecureRandom random);

  /** The public key as the data objects of the protocols carry it. */
  byte[] publicKey(BigInteger secret);

  /** The other side's key in the form in which {@link #publicKey} would have given it. */
  byte[] normal(byte[] theirs);

  /** The shared secret: the x coordinate, or the whole number, in the length of the field. */
  byte[] agree(BigInteger secret, byte[] theirs);

  /** The same group with the generator of the generic mapping (ICAO 9303-11 §4.4.3.3.1). */
  Domain mapped(byte[] nonce, BigInteger own, byte[] theirs);

  /**
   * The same group with the generator of the integrated mapping (ICAO 9303-11 §4.4.3.3.2).
   *
   * @param pseudorandom the outcome of R(s,t), longer than the field by at least 64 bits
   */
  Domain mapped(BigInteger pseudorandom);

  /** The order of the generator. */
  BigInteger order();

  /** The prime of the field. */
  BigInteger prime();

  /** The tag of a public value in a public key's data object (ICAO 9303-11 §9.4). */
  int tag();

  /** Whether it lies on a curve. */
  boolean elliptic();

  /** The public key as DG14 states it. */
  SubjectPublicKeyInfo info(BigInteger secret);
}
