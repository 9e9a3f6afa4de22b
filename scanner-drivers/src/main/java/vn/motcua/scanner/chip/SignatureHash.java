package vn.motcua.scanner.chip;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.bsi.BSIObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * The hash function that a signature rests on, for the algorithms with which documents are signed
 * (ICAO 9303-12 §4.4, BSI TR-03111 §5.2.1 for plain ECDSA). MD5 and whatever is older are none of
 * them.
 */
final class SignatureHash {
  private static final Map<ASN1ObjectIdentifier, String> NAMED =
      Map.ofEntries(
          Map.entry(PKCSObjectIdentifiers.sha1WithRSAEncryption, "SHA-1"),
          Map.entry(OIWObjectIdentifiers.sha1WithRSA, "SHA-1"),
          Map.entry(PKCSObjectIdentifiers.sha224WithRSAEncryption, "SHA-224"),
          Map.entry(PKCSObjectIdentifiers.sha256WithRSAEncryption, "SHA-256"),
          Map.entry(PKCSObjectIdentifiers.sha384WithRSAEncryption, "SHA-384"),
          Map.entry(PKCSObjectIdentifiers.sha512WithRSAEncryption, "SHA-512"),
          Map.entry(X9ObjectIdentifiers.ecdsa_with_SHA1, "SHA-1"),
          Map.entry(X9ObjectIdentifiers.ecdsa_with_SHA224, "SHA-224"),
          Map.entry(X9ObjectIdentifiers.ecdsa_with_SHA256, "SHA-256"),
          Map.entry(X9ObjectIdentifiers.ecdsa_with_SHA384, "SHA-384"),
          Map.entry(X9ObjectIdentifiers.ecdsa_with_SHA512, "SHA-512"),
          Map.entry(BSIObjectIdentifiers.ecdsa_plain_SHA1, "SHA-1"),
          Map.entry(BSIObjectIdentifiers.ecdsa_plain_SHA224, "SHA-224"),
          Map.entry(BSIObjectIdentifiers.ecdsa_plain_SHA256, "SHA-256"),
          Map.entry(BSIObjectIdentifiers.ecdsa_plain_SHA384, "SHA-384"),
          Map.entry(BSIObjectIdentifiers.ecdsa_plain_SHA512, "SHA-512"),
          Map.entry(X9ObjectIdentifiers.id_dsa_with_sha1, "SHA-1"),
          Map.entry(NISTObjectIdentifiers.dsa_with_sha224, "SHA-224"),
          Map.entry(NISTObjectIdentifiers.dsa_with_sha256, "SHA-256"),
          Map.entry(NISTObjectIdentifiers.dsa_with_sha384, "SHA-384"),
          Map.entry(NISTObjectIdentifiers.dsa_with_sha512, "SHA-512"));

  /** Name the kind of key alone: the hash is that of the content (RFC 3370 §3). */
  private static final Set<ASN1ObjectIdentifier> BARE =
      Set.of(
          PKCSObjectIdentifiers.rsaEncryption,
          X9ObjectIdentifiers.id_ecPublicKey,
          X9ObjectIdentifiers.id_dsa);

  private SignatureHash() {}

  /**
   * The one of a certificate's signature.
   *
   * @return a name of {@link SecurityObject#DIGESTS}; empty for an algorithm that is not accepted
   */
  static Optional<String> of(AlgorithmIdentifier signature) {
    if (PKCSObjectIdentifiers.id_RSASSA_PSS.equals(signature.getAlgorithm())) {
      return ofPss(signature);
    }
    return Optional.ofNullable(NAMED.get(signature.getAlgorithm()));
  }

  /**
   * The one of a message's signature.
   *
   * @param content object identifier of the hash function of the message
   */
  static Optional<String> of(AlgorithmIdentifier signature, String content) {
    return BARE.contains(signature.getAlgorithm())
        ? Optional.ofNullable(SecurityObject.DIGESTS.get(content))
        : of(signature);
  }

  private static Optional<String> ofPss(AlgorithmIdentifier signature) {
    try {
      RSASSAPSSparams parameters = RSASSAPSSparams.getInstance(signature.getParameters());
      // Without parameters everything is as RFC 4055 §3.1 presumes: SHA-1.
      return Optional.ofNullable(
          parameters == null
              ? "SHA-1"
              : SecurityObject.DIGESTS.get(parameters.getHashAlgorithm().getAlgorithm().getId()));
    } catch (RuntimeException malformed) {
      return Optional.empty();
    }
  }
}
