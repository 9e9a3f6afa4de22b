package vn.motcua.scanner.chip.simulated;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X962Parameters;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ECPoint;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.math.ec.ECPoint;

/**
 * A curve over a prime field.
 *
 * @param parameters the curve as it was standardised
 * @param explicit whether a certificate or DG14 spells the curve out instead of naming it
 * @param generator the base point in use
 */
record EcDomain(String name, X9ECParameters parameters, boolean explicit, ECPoint generator)
    implements Domain {
  /** A curve by its usual name, for example {@code brainpoolP256r1} or {@code secp521r1}. */
  static EcDomain named(String name) {
    X9ECParameters parameters = ECNamedCurveTable.getByName(name);
    if (parameters == null) {
      throw new IllegalArgumentException("no curve is called " + name);
    }
    return new EcDomain(name, parameters, false, parameters.getG());
  }

  EcDomain spelledOut() {
    return new EcDomain(name, parameters, true, generator);
  }

  @Override
  public BigInteger secret(SecureRandom random) {
    BigInteger k;
    do {
      k = new BigInteger(order().bitLength(), random);
    } while (k.signum() == 0 || k.compareTo(order()) >= 0);
    return k;
  }

  @Override
  public byte[] publicKey(BigInteger secret) {
    return generator.multiply(secret).normalize().getEncoded(false);
  }

  @Override
  public byte[] normal(byte[] theirs) {
    return decode(theirs).getEncoded(false);
  }

  @Override
  public byte[] agree(BigInteger secret, byte[] theirs) {
    return x(decode(theirs).multiply(secret).normalize());
  }

  @Override
  public EcDomain mapped(byte[] nonce, BigInteger own, byte[] theirs) {
    ECPoint shared = decode(theirs).multiply(own);
    ECPoint base = generator.multiply(new BigInteger(1, nonce)).add(shared).normalize();
    return new EcDomain(name, parameters, explicit, proper(base));
  }

  @Override
  public EcDomain mapped(BigInteger pseudorandom) {
    return new EcDomain(name, parameters, explicit, Icart.encode(pseudorandom, parameters));
  }

  @Override
  public BigInteger order() {
    return parameters.getN();
  }

  @Override
  public BigInteger prime() {
    return parameters.getCurve().getField().getCharacteristic();
  }

  @Override
  public int tag() {
    return 0x86;
  }

  @Override
  public boolean elliptic() {
    return true;
  }

  @Override
  public SubjectPublicKeyInfo info(BigInteger secret) {
    ASN1ObjectIdentifier known = ECNamedCurveTable.getOID(name);
    X962Parameters written =
        explicit || known == null
            ? new X962Parameters(
                new X9ECParameters(
                    parameters.getCurve(),
                    new X9ECPoint(parameters.getG(), false),
                    parameters.getN(),
                    parameters.getH()))
            : new X962Parameters(known);
    return new SubjectPublicKeyInfo(
        new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, written), publicKey(secret));
  }

  /** A point of the curve that is not the neutral one. */
  private ECPoint decode(byte[] encoded) {
    // One octet would be the neutral element; compressed points are not allowed here.
    if (encoded.length < 3 || encoded[0] != 4) {
      throw new IllegalArgumentException("not an uncompressed point");
    }
    return proper(parameters.getCurve().decodePoint(encoded).normalize());
  }

  private static ECPoint proper(ECPoint point) {
    if (point.isInfinity()) {
      throw new IllegalArgumentException("the neutral element");
    }
    return point;
  }

  private byte[] x(ECPoint point) {
    byte[] raw = proper(point).getAffineXCoord().getEncoded();
    int field = (prime().bitLength() + 7) / 8;
    return raw.length == field ? raw : Arrays.copyOf(raw, field);
  }
}
