package vn.motcua.scanner.chip;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.icao.DataGroupHash;
import org.bouncycastle.asn1.icao.ICAOObjectIdentifiers;
import org.bouncycastle.asn1.icao.LDSSecurityObject;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import vn.motcua.scanner.chip.TrustReason.Kind;

/** EF.SOD (ICAO 9303-10 §4.6.2): the issuer's signature over the hashes of the data groups. */
sealed interface SecurityObject {
  /** The chip has none, or does not give it out. */
  SecurityObject MISSING = new Unusable(Kind.NO_SOD);

  /** There is one that breaks a rule. */
  SecurityObject UNREADABLE = new Unusable(Kind.SOD_UNREADABLE);

  /**
   * Nothing can be proved with it.
   *
   * @param reason why
   */
  record Unusable(Kind reason) implements SecurityObject {}

  /**
   * Readable; whether the signature is good is another question.
   *
   * @param cms the signed message
   * @param signer its only signer
   * @param digest name of the hash function
   * @param hashes number of a data group, 1 to 16 → hash
   */
  record Signed(
      CMSSignedData cms, SignerInformation signer, String digest, Map<Integer, byte[]> hashes)
      implements SecurityObject {
    /** The certificate of the signer, which the message carries. Empty unless there is just one. */
    Optional<X509CertificateHolder> certificate() {
      try {
        @SuppressWarnings("unchecked") // BouncyCastle's selectors are raw.
        Collection<X509CertificateHolder> found = cms.getCertificates().getMatches(signer.getSID());
        return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
      } catch (RuntimeException wrong) {
        return Optional.empty();
      }
    }

    /** Whether the hashes of the groups, of their list, and of the signature resist a forger. */
    boolean strong() {
      return STRONG.contains(digest)
          && STRONG.contains(DIGESTS.getOrDefault(signer.getDigestAlgOID(), ""))
          && STRONG.contains(signatureHash(signer).orElse(""));
    }

    /** When it was signed, as the signer says in the signed attributes (RFC 5652 §11.3). */
    Optional<Instant> signed() {
      try {
        AttributeTable attributes = signer.getSignedAttributes();
        Attribute time = attributes == null ? null : attributes.get(CMSAttributes.signingTime);
        return time == null
            ? Optional.empty()
            : Optional.of(
                Time.getInstance(time.getAttrValues().getObjectAt(0)).getDate().toInstant());
      } catch (RuntimeException malformed) {
        return Optional.empty();
      }
    }
  }

  /** Reads the file; whatever is wrong with it makes it {@link Unusable}. */
  static SecurityObject parse(byte[] file) {
    try {
      CMSSignedData cms = new CMSSignedData(Tlv.single(file, 0x77).value());
      if (!ICAOObjectIdentifiers.id_icao_ldsSecurityObject
              .getId()
              .equals(cms.getSignedContentTypeOID())
          || cms.getSignedContent() == null
          || cms.getSignerInfos().size() != 1
          || !(cms.getSignedContent().getContent() instanceof byte[] content)) {
        return UNREADABLE;
      }
      SignerInformation signer = cms.getSignerInfos().getSigners().iterator().next();
      LDSSecurityObject lds = LDSSecurityObject.getInstance(content);
      if (!wellFormed(cms, signer, content)) {
        return UNREADABLE;
      }
      if (!DIGESTS.containsKey(signer.getDigestAlgOID())
          || cms.getDigestAlgorithmIDs().stream()
              .anyMatch(listed -> !DIGESTS.containsKey(listed.getAlgorithm().getId()))) {
        return new Unusable(Kind.DIGEST_UNKNOWN);
      }
      if (signatureHash(signer).isEmpty()) {
        return new Unusable(Kind.SIGNATURE_UNREADABLE);
      }
      String oid = lds.getDigestAlgorithmIdentifier().getAlgorithm().getId();
      String digest = DIGESTS.get(oid);
      if (digest == null) {
        return new Unusable(Kind.DIGEST_UNKNOWN);
      }
      Map<Integer, byte[]> hashes = new HashMap<>();
      for (DataGroupHash hash : lds.getDatagroupHash()) {
        byte[] before =
            hashes.put(hash.getDataGroupNumber(), hash.getDataGroupHashValue().getOctets());
        if (before != null || !isGroup(hash.getDataGroupNumber())) {
          return UNREADABLE;
        }
      }
      Signed signed = new Signed(cms, signer, digest, Map.copyOf(hashes));
      Optional<X509CertificateHolder> certificate = signed.certificate();
      return certificate.isPresent() && !SignatureLimits.bearable(signer, certificate.get())
          ? new Unusable(Kind.SIGNATURE_UNREADABLE)
          : signed;
    } catch (Exception wrong) {
      // BouncyCastle answers malformed input with exceptions of many kinds, unchecked ones too.
      return UNREADABLE;
    }
  }

  private static Optional<String> signatureHash(SignerInformation signer) {
    return SignatureHash.of(
        signer.toASN1Structure().getDigestEncryptionAlgorithm(), signer.getDigestAlgOID());
  }

  /**
   * The version of the message follows from what it holds (RFC 5652 §5.1), that of the signer
   * information from how it names its certificate (§5.3), that of the security object from whether
   * it names the version of the whole application (ICAO 9303-10 §4.6.2.3).
   */
  private static boolean wellFormed(CMSSignedData cms, SignerInformation signer, byte[] content) {
    boolean byKey = signer.getSID().getSubjectKeyIdentifier() != null;
    ASN1Sequence lds = ASN1Sequence.getInstance(content);
    int version = ASN1Integer.getInstance(lds.getObjectAt(0)).intValueExact();
    return cms.getVersion() == 3
        && !cms.getDigestAlgorithmIDs().isEmpty()
        && signer.getVersion() == (byKey ? 3 : 1)
        && (version == 0 ? lds.size() == 3 : version == 1 && lds.size() == 4);
  }

  /** There are sixteen data groups (ICAO 9303-10 §4.6.2.3). */
  private static boolean isGroup(int number) {
    return number >= 1 && number <= 16;
  }

  /** The hash functions of ICAO 9303-12 §4.4, and SHA-1, which old chips carry. */
  Map<String, String> DIGESTS =
      Map.of(
          "1.3.14.3.2.26", "SHA-1",
          "2.16.840.1.101.3.4.2.4", "SHA-224",
          "2.16.840.1.101.3.4.2.1", "SHA-256",
          "2.16.840.1.101.3.4.2.2", "SHA-384",
          "2.16.840.1.101.3.4.2.3", "SHA-512");

  /** Those of them that still resist a forger who may choose the data. */
  Set<String> STRONG = Set.of("SHA-224", "SHA-256", "SHA-384", "SHA-512");
}
