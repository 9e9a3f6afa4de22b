package vn.motcua.scanner.chip;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.SignerInformation;

/**
 * What a chip may make us compute. It chooses the key and the parameters of the signature that we
 * check, and three kilobytes can ask for ten seconds (an RSA modulus of 16384 bits) or for two
 * gigabytes (the length of a PSS salt).
 */
final class SignatureLimits {
  /**
   * Longest public key with its parameters, in bytes of DER. The longest that documents use are RSA
   * with 4096 bits (550) and a curve of 521 bits written out (about 620).
   */
  private static final int LONGEST_KEY = 800;

  /** The same with a prime field and its group written out: DSA with 3072 bits takes 1200. */
  private static final int LONGEST_FIELD_KEY = 1300;

  /**
   * Bits of a prime field. The group and the key can be small numbers, so that the length above
   * leaves room for a prime of 10000 bits, and an agreement in that field takes three seconds.
   */
  private static final int LARGEST_FIELD = 4096;

  private static final Set<ASN1ObjectIdentifier> FIELD_KEYS =
      Set.of(
          X9ObjectIdentifiers.id_dsa,
          X9ObjectIdentifiers.dhpublicnumber,
          PKCSObjectIdentifiers.dhKeyAgreement);

  /** As long as the longest modulus; documents use the length of the hash (ICAO 9303-12 §4.4.1). */
  private static final BigInteger LONGEST_SALT = BigInteger.valueOf(512);

  private SignatureLimits() {}

  /** Whether a signature can be checked at a bearable price. */
  static boolean bearable(SignerInformation signer, X509CertificateHolder certificate)
      throws IOException {
    return bearable(signer.toASN1Structure().getDigestEncryptionAlgorithm())
        && bearable(certificate.getSignatureAlgorithm())
        && bearable(certificate.getSubjectPublicKeyInfo());
  }

  /** Whether a key can be used at a bearable price. */
  static boolean bearable(SubjectPublicKeyInfo key) throws IOException {
    boolean field = FIELD_KEYS.contains(key.getAlgorithm().getAlgorithm());
    return field
        ? key.getEncoded().length <= LONGEST_FIELD_KEY
            && prime(key.getAlgorithm()).bitLength() <= LARGEST_FIELD
        : key.getEncoded().length <= LONGEST_KEY;
  }

  /** The prime, which comes first in all three kinds of parameters; zero if there are none. */
  private static BigInteger prime(AlgorithmIdentifier algorithm) {
    return algorithm.getParameters() instanceof ASN1Sequence group
            && group.size() > 0
            && group.getObjectAt(0) instanceof ASN1Integer prime
        ? prime.getPositiveValue()
        : BigInteger.ZERO;
  }

  private static boolean bearable(AlgorithmIdentifier algorithm) {
    if (!algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_RSASSA_PSS)
        || algorithm.getParameters() == null) {
      return true;
    }
    BigInteger salt = RSASSAPSSparams.getInstance(algorithm.getParameters()).getSaltLength();
    return salt.signum() >= 0 && salt.compareTo(LONGEST_SALT) <= 0;
  }
}
