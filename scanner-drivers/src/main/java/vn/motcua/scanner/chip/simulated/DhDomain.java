package vn.motcua.scanner.chip.simulated;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.List;
import javax.crypto.spec.DHParameterSpec;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.pkcs.DHParameter;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.util.BigIntegers;
import org.jmrtd.lds.PACEInfo;

/**
 * A subgroup of prime order in the numbers modulo a prime (RFC 5114 §2.1 to §2.3).
 *
 * @param prime the modulus
 * @param standard the generator as it was standardised
 * @param order of the generator
 * @param generator the base in use
 */
record DhDomain(BigInteger prime, BigInteger standard, BigInteger order, BigInteger generator)
    implements Domain {
  private static final List<String> ORDERS =
      List.of(
          "f518aa8781a8df278aba4e7d64b7cb9d49462353",
          "801c0d34c58d93fe997177101f80535a4738cebcbf389a99b36371eb",
          "8cf83642a709a097b447997640129da299b1a47d1eb3750ba308b0fe64f5fbd3");

  /**
   * A standardised group.
   *
   * @param id 0 to 2 (ICAO 9303-11 §9.5.1)
   */
  static DhDomain standard(int id) {
    if (id < 0 || id >= ORDERS.size()) {
      throw new IllegalArgumentException("no standardised parameters " + id);
    }
    // The primes are long: taken from the library that has them, tested by their orders.
    DHParameterSpec known = (DHParameterSpec) PACEInfo.toParameterSpec(id);
    return new DhDomain(
        known.getP(), known.getG(), new BigInteger(ORDERS.get(id), 16), known.getG());
  }

  @Override
  public BigInteger secret(SecureRandom random) {
    return BigIntegers.createRandomInRange(BigInteger.TWO, order.subtract(BigInteger.TWO), random);
  }

  @Override
  public byte[] publicKey(BigInteger secret) {
    return BigIntegers.asUnsignedByteArray(generator.modPow(secret, prime));
  }

  @Override
  public byte[] normal(byte[] theirs) {
    return BigIntegers.asUnsignedByteArray(decode(theirs));
  }

  @Override
  public byte[] agree(BigInteger secret, byte[] theirs) {
    return BigIntegers.asUnsignedByteArray(
        (prime.bitLength() + 7) / 8, proper(decode(theirs).modPow(secret, prime)));
  }

  @Override
  public DhDomain mapped(byte[] nonce, BigInteger own, byte[] theirs) {
    BigInteger shared = decode(theirs).modPow(own, prime);
    BigInteger base = generator.modPow(new BigInteger(1, nonce), prime).multiply(shared).mod(prime);
    return new DhDomain(prime, standard, order, proper(base));
  }

  @Override
  public DhDomain mapped(BigInteger pseudorandom) {
    BigInteger cofactor = prime.subtract(BigInteger.ONE).divide(order);
    return new DhDomain(prime, standard, order, proper(pseudorandom.modPow(cofactor, prime)));
  }

  @Override
  public int tag() {
    return 0x84;
  }

  @Override
  public boolean elliptic() {
    return false;
  }

  @Override
  public SubjectPublicKeyInfo info(BigInteger secret) {
    try {
      return new SubjectPublicKeyInfo(
          new AlgorithmIdentifier(
              PKCSObjectIdentifiers.dhKeyAgreement,
              new DHParameter(prime, standard, order.bitLength())),
          new ASN1Integer(new BigInteger(1, publicKey(secret))));
    } catch (java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A member of the subgroup that is not the neutral one. */
  private BigInteger decode(byte[] encoded) {
    BigInteger value = new BigInteger(1, encoded);
    if (value.compareTo(prime) >= 0 || !value.modPow(order, prime).equals(BigInteger.ONE)) {
      throw new IllegalArgumentException("not a member of the group");
    }
    return proper(value);
  }

  private static BigInteger proper(BigInteger value) {
    if (value.compareTo(BigInteger.ONE) <= 0) {
      throw new IllegalArgumentException("the neutral element");
    }
    return value;
  }
}
