package vn.motcua.kiosk.paper.sign;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.DefaultAlgorithmNameFinder;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * Looks at the CMS container of a signature: whose it is, and whether it is a signature over these
 * bytes.
 *
 * @param signer whose certificate
 * @param certificates all that came along
 * @param intact whether digest and signature hold
 * @param weak the name of a weak algorithm in it; empty if none
 * @param pades whether it names its certificate under the signature, as the baseline demands
 * @param value the signature value, which a timestamp covers
 * @param stamps tokens of timestamps, as they came
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record CmsCheck(
    X509Certificate signer,
    List<X509Certificate> certificates,
    boolean intact,
    String weak,
    boolean pades,
    byte[] value,
    List<byte[]> stamps) {
  CmsCheck {
    certificates = List.copyOf(certificates);
    stamps = List.copyOf(stamps);
  }

  /**
   * Looks.
   *
   * @param contents the container with its padding
   * @param covered the signed bytes, read once
   * @throws GeneralSecurityException if it is no container with one signer and the signer's
   *     certificate
   */
  static CmsCheck of(byte[] contents, InputStream covered)
      throws GeneralSecurityException, IOException {
    try {
      CMSSignedData signed =
          new CMSSignedData(new Cms.Content(covered), new ByteArrayInputStream(contents));
      if (signed.getSignerInfos().size() != 1) {
        throw new GeneralSecurityException("not exactly one signer");
      }
      SignerInformation info = Cms.signer(signed);
      JcaX509CertificateConverter converter = new JcaX509CertificateConverter();
      List<X509Certificate> all = new ArrayList<>();
      for (X509CertificateHolder each : signed.getCertificates().getMatches(null)) {
        all.add(converter.getCertificate(each));
      }
      @SuppressWarnings("unchecked")
      Collection<X509CertificateHolder> own = signed.getCertificates().getMatches(info.getSID());
      if (own.isEmpty()) {
        throw new GeneralSecurityException("the signer's certificate is missing");
      }
      X509CertificateHolder holder = own.iterator().next();
      X509Certificate signer = converter.getCertificate(holder);
      String digest =
          new DefaultAlgorithmNameFinder().getAlgorithmName(info.getDigestAlgorithmID());
      Optional<Boolean> named = names(info.getSignedAttributes(), signer);
      boolean intact = holds(info, signer) && named.orElse(true);
      return new CmsCheck(
          signer,
          all,
          intact,
          weak(digest, info, signer),
          named.orElse(false),
          info.getSignature(),
          stamps(info));
    } catch (CMSException | OperatorCreationException | RuntimeException e) {
      throw new GeneralSecurityException("the signature cannot be understood", e);
    }
  }

  private static boolean holds(SignerInformation info, X509Certificate signer)
      throws OperatorCreationException {
    try {
      return info.verify(
          new JcaSimpleSignerInfoVerifierBuilder()
              .setProvider(Cms.provider())
              .build(signer.getPublicKey()));
    } catch (CMSException e) {
      return false; // its way of saying that digest or attributes do not fit
    }
  }

  /** Whether the signed attributes name this certificate; empty if they name none (v2). */
  private static Optional<Boolean> names(
      @org.jspecify.annotations.Nullable AttributeTable attributes, X509Certificate signer)
      throws GeneralSecurityException {
    Attribute attribute =
        attributes == null
            ? null
            : attributes.get(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
    if (attribute == null) {
      return Optional.empty();
    }
    ESSCertIDv2 first = SigningCertificateV2.getInstance(Cms.first(attribute)).getCerts()[0];
    String digest = new DefaultAlgorithmNameFinder().getAlgorithmName(first.getHashAlgorithm());
    return Optional.of(
        Arrays.equals(
            MessageDigest.getInstance(digest, Cms.provider()).digest(signer.getEncoded()),
            first.getCertHash()));
  }

  private static String weak(String digest, SignerInformation info, X509Certificate signer) {
    if (KeyScheme.isWeak(digest)) {
      return digest;
    }
    String scheme =
        new DefaultAlgorithmNameFinder()
            .getAlgorithmName(info.toASN1Structure().getDigestEncryptionAlgorithm());
    if (KeyScheme.isWeak(scheme)) {
      return scheme;
    }
    if (KeyScheme.isWeak(signer.getPublicKey())) {
      return "a short " + signer.getPublicKey().getAlgorithm() + " key";
    }
    return !TrustFolder.isSelfSigned(signer) && KeyScheme.isWeak(signer.getSigAlgName())
        ? signer.getSigAlgName() + " in the certificate"
        : "";
  }

  private static List<byte[]> stamps(SignerInformation info) throws IOException {
    List<byte[]> found = new ArrayList<>();
    AttributeTable unsigned = info.getUnsignedAttributes();
    Attribute attribute =
        unsigned == null ? null : unsigned.get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
    if (attribute != null) {
      for (int i = 0; i < Math.min(attribute.getAttrValues().size(), 8); i++) {
        found.add(attribute.getAttrValues().getObjectAt(i).toASN1Primitive().getEncoded());
      }
    }
    return found;
  }
}
