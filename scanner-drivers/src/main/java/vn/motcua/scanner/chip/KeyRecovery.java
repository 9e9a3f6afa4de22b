package vn.motcua.scanner.chip;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECPoint;

/**
 * Computes, from an ECDSA signature alone, the few public keys that can have made it (SEC 1 v2.0
 * §4.1.6). Any certificate has such keys, so one of them means nothing until the certificate's
 * authority key identifier names it <em>and</em> it verifies another certificate.
 */
final class KeyRecovery {
  /** Prime curves of cofactor 1 that states use (BSI TR-03111, FIPS 186, RFC 5639). */
  private static final List<String> CURVES =
      List.of(
          "brainpoolP512r1",
          "brainpoolP384r1",
          "brainpoolP256r1",
          "P-521",
          "P-384",
          "P-256",
          "brainpoolP320r1",
          "brainpoolP224r1",
          "brainpoolP192r1",
          "brainpoolP160r1",
          "brainpoolP512t1",
          "brainpoolP384t1",
          "brainpoolP320t1",
          "brainpoolP256t1",
          "brainpoolP224t1",
          "brainpoolP192t1",
          "brainpoolP160t1",
          "P-224",
          "P-192",
          "secp256k1");

  private static final Map<String, String> HASHES =
      Map.of(
          "1.2.840.10045.4.1", "SHA-1",
          "1.2.840.10045.4.3.1", "SHA-224",
          "1.2.840.10045.4.3.2", "SHA-256",
          "1.2.840.10045.4.3.3", "SHA-384",
          "1.2.840.10045.4.3.4", "SHA-512");

  /**
   * How much shorter than the curve's order both halves of a signature may be by chance: once in
   * 2⁴⁸ signatures they are shorter.
   */
  private static final int SHORT_BY_CHANCE = 24;

  /**
   * A key that can have signed.
   *
   * @param curve the name of its curve
   * @param named whether the certificate's authority key identifier is a name of it
   * @param key the key, its curve named
   */
  record Candidate(String curve, boolean named, IssuerKey key) {}

  private KeyRecovery() {}

  /** Whether its signature is one of those from which keys can be computed. */
  static boolean possible(X509CertificateHolder certificate) {
    return HASHES.containsKey(algorithm(certificate));
  }

  private static String algorithm(X509CertificateHolder certificate) {
    return certificate.getSignatureAlgorithm().getAlgorithm().getId();
  }

  /** Every key on a standard curve that can have signed this certificate, named ones first. */
  static List<Candidate> candidates(X509CertificateHolder certificate) {
    String hash = HASHES.get(algorithm(certificate));
    if (hash == null) {
      return List.of();
    }
    BigInteger r;
    BigInteger s;
    byte[] digest;
    try {
      ASN1Sequence signature = ASN1Sequence.getInstance(certificate.getSignature());
      r = ASN1Integer.getInstance(signature.getObjectAt(0)).getValue();
      s = ASN1Integer.getInstance(signature.getObjectAt(1)).getValue();
      digest =
          MessageDigest.getInstance(hash)
              .digest(certificate.toASN1Structure().getTBSCertificate().getEncoded("DER"));
    } catch (IOException | RuntimeException malformed) {
      return List.of();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(hash + " is missing", e);
    }
    Optional<ASN1OctetString> identifier = KeyIdentifiers.authority(certificate);
    List<Candidate> named = new ArrayList<>();
    List<Candidate> others = new ArrayList<>();
    for (String curve : CURVES) {
      X9ECParameters parameters = ECNamedCurveTable.getByName(curve);
      if (!fits(r, s, parameters.getN())) {
        continue;
      }
      ASN1ObjectIdentifier oid = ECNamedCurveTable.getOID(curve);
      for (ECPoint point : points(r, s, digest, parameters)) {
        boolean match =
            identifier.isPresent()
                && KeyIdentifiers.names(identifier.get().getOctets(), point, oid, parameters);
        (match ? named : others).add(new Candidate(curve, match, key(oid, point)));
      }
    }
    named.addAll(others);
    return named;
  }

  private static boolean fits(BigInteger r, BigInteger s, BigInteger n) {
    return r.signum() > 0
        && s.signum() > 0
        && r.compareTo(n) < 0
        && s.compareTo(n) < 0
        && Math.max(r.bitLength(), s.bitLength()) > n.bitLength() - SHORT_BY_CHANCE;
  }

  private static IssuerKey key(ASN1ObjectIdentifier curve, ECPoint point) {
    return new IssuerKey(
        new SubjectPublicKeyInfo(
            new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve),
            point.getEncoded(false)));
  }

  /** Q = r⁻¹(sR − eG) for every point R whose x is r or r + n. */
  private static List<ECPoint> points(
      BigInteger r, BigInteger s, byte[] digest, X9ECParameters parameters) {
    BigInteger n = parameters.getN();
    BigInteger e = new BigInteger(1, digest);
    int excess = digest.length * 8 - n.bitLength();
    if (excess > 0) {
      e = e.shiftRight(excess);
    }
    BigInteger inverse = r.modInverse(n);
    BigInteger forR = s.multiply(inverse).mod(n);
    BigInteger forG = e.negate().multiply(inverse).mod(n);
    List<ECPoint> found = new ArrayList<>();
    BigInteger p = parameters.getCurve().getField().getCharacteristic();
    for (BigInteger x = r; x.compareTo(p) < 0; x = x.add(n)) {
      for (int odd = 0; odd <= 1; odd++) {
        Optional<ECPoint> point = decompressed(parameters.getCurve(), x, odd);
        if (point.isPresent()) {
          ECPoint key =
              ECAlgorithms.sumOfTwoMultiplies(parameters.getG(), forG, point.get(), forR)
                  .normalize();
          if (!key.isInfinity()) {
            found.add(key);
          }
        }
      }
    }
    return found;
  }

  private static Optional<ECPoint> decompressed(ECCurve curve, BigInteger x, int odd) {
    int length = (curve.getFieldSize() + 7) / 8;
    byte[] encoded = new byte[length + 1];
    encoded[0] = (byte) (2 + odd);
    byte[] bytes = org.bouncycastle.util.BigIntegers.asUnsignedByteArray(length, x);
    System.arraycopy(bytes, 0, encoded, 1, length);
    try {
      return Optional.of(curve.decodePoint(encoded));
    } catch (RuntimeException notOnCurve) {
      return Optional.empty();
    }
  }
}
