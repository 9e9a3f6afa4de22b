package vn.motcua.scanner.chip;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.icao.ICAOObjectIdentifiers;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * A list of country signing certificates that a state or the ICAO compiled and signed (ICAO 9303-12
 * §8). The signature shows that the file is whole; that its maker is trusted is what a technician
 * says by installing it.
 *
 * @param certificates the usable country signing certificates in it
 * @param passedOver how many others it holds
 */
record MasterList(List<Csca> certificates, int passedOver) {
  /** id-icao-mrtd-security-masterListSigningKey. */
  private static final KeyPurposeId SIGNS_MASTER_LISTS =
      KeyPurposeId.getInstance(ICAOObjectIdentifiers.id_icao_cscaMasterListSigningKey);

  /** The largest that is known holds about a thousand. */
  private static final int MAX_CERTIFICATES = 10_000;

  /**
   * Decodes and verifies one.
   *
   * @throws IOException if anything about it is wrong, and then nothing of it is used; the message
   *     says what
   */
  static MasterList of(CMSSignedData cms) throws IOException {
    if (!ICAOObjectIdentifiers.id_icao_cscaMasterList.getId().equals(cms.getSignedContentTypeOID())
        || cms.getSignedContent() == null
        || !(cms.getSignedContent().getContent() instanceof byte[] content)) {
      throw new IOException("a signed message, but no master list");
    }
    if (cms.getSignerInfos().size() == 0) {
      throw new IOException("a master list that nobody signed");
    }
    MasterList list = decoded(content);
    for (SignerInformation signer : cms.getSignerInfos()) {
      list.requireSigned(cms, signer);
    }
    return list;
  }

  /** {@code SEQUENCE { version INTEGER, certList SET OF Certificate }}. */
  private static MasterList decoded(byte[] content) throws IOException {
    try {
      ASN1Sequence sequence = ASN1Sequence.getInstance(content);
      ASN1Set set = ASN1Set.getInstance(sequence.getObjectAt(sequence.size() - 1));
      if (set.size() > MAX_CERTIFICATES) {
        throw new IOException("a master list with too many certificates");
      }
      List<Csca> certificates = new ArrayList<>();
      int passedOver = 0;
      for (ASN1Encodable element : set) {
        try {
          certificates.add(Csca.of(element.toASN1Primitive().getEncoded()));
        } catch (IOException none) {
          passedOver++;
        }
      }
      return new MasterList(List.copyOf(certificates), passedOver);
    } catch (RuntimeException malformed) {
      throw new IOException("a master list whose content cannot be read", malformed);
    }
  }

  private void requireSigned(CMSSignedData cms, SignerInformation signer) throws IOException {
    try {
      @SuppressWarnings("unchecked") // BouncyCastle's selectors are raw.
      Collection<X509CertificateHolder> found = cms.getCertificates().getMatches(signer.getSID());
      if (found.size() != 1) {
        throw new IOException("a master list without its signer's certificate");
      }
      X509CertificateHolder certificate = found.iterator().next();
      boolean good =
          signer.verify(
              new JcaSimpleSignerInfoVerifierBuilder()
                  .setProvider(PassiveAuthentication.BC)
                  .build(
                      new JcaX509CertificateConverter()
                          .setProvider(PassiveAuthentication.BC)
                          .getCertificate(certificate)
                          .getPublicKey()));
      if (!good) {
        throw new IOException("a master list whose signature is wrong");
      }
      ExtendedKeyUsage usage = ExtendedKeyUsage.fromExtensions(certificate.getExtensions());
      boolean meant = usage != null && usage.hasKeyPurposeId(SIGNS_MASTER_LISTS);
      if (!meant && new CscaIndex(certificates).vouchingFor(certificate).isEmpty()) {
        throw new IOException("a master list whose signer may not sign such lists");
      }
    } catch (CMSException
        | OperatorCreationException
        | GeneralSecurityException
        | RuntimeException wrong) {
      throw new IOException("a master list whose signature is wrong", wrong);
    }
  }
}
