package vn.motcua.scanner.chip;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.icao.DataGroupHash;
import org.bouncycastle.asn1.icao.ICAOObjectIdentifiers;
import org.bouncycastle.asn1.icao.LDSSecurityObject;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;

/** EF.SOD (ICAO 9303-10 §4.6.2): the issuer's signature over the hashes of the data groups. */
sealed interface SecurityObject {
  /** The chip has none, or does not give it out. */
  SecurityObject MISSING = new Unusable("NO_SOD");

  /** There is one that breaks a rule. */
  SecurityObject UNREADABLE = new Unusable("SOD_UNREADABLE");

  /**
   * Nothing can be proved with it.
   *
   * @param reason the stable code
   */
  record Unusable(String reason) implements SecurityObject {}

  /**
   * Readable; whether the signature is good is another question.
   *
   * @param cms the signed message
   * @param signer its only signer
   * @param digest name of the hash function
   * @param hashes number of a data group → hash
   */
  record Signed(
      CMSSignedData cms, SignerInformation signer, String digest, Map<Integer, byte[]> hashes)
      implements SecurityObject {}

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
      LDSSecurityObject lds = LDSSecurityObject.getInstance(content);
      String oid = lds.getDigestAlgorithmIdentifier().getAlgorithm().getId();
      String digest = DIGESTS.get(oid);
      if (digest == null) {
        return new Unusable("DIGEST_UNKNOWN");
      }
      Map<Integer, byte[]> hashes = new HashMap<>();
      for (DataGroupHash hash : lds.getDatagroupHash()) {
        byte[] before =
            hashes.put(hash.getDataGroupNumber(), hash.getDataGroupHashValue().getOctets());
        if (before != null) {
          return UNREADABLE;
        }
      }
      return new Signed(
          cms, cms.getSignerInfos().getSigners().iterator().next(), digest, Map.copyOf(hashes));
    } catch (Exception wrong) {
      // BouncyCastle answers malformed input with exceptions of many kinds, unchecked ones too.
      return UNREADABLE;
    }
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
