package vn.motcua.kiosk.paper.sign;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Asking by OCSP, and what an answer says of one certificate (RFC 6960). */
final class OcspAnswer {
  private static final SecureRandom RANDOM = new SecureRandom();

  private OcspAnswer() {}

  /**
   * A request with a nonce.
   *
   * @param der the OCSPRequest
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Question(byte[] der, byte[] nonce) {
    /** Whether a nonce in the answer is ours; responders may leave it out (RFC 6960 §4.4.1). */
    boolean isAnsweredBy(byte[] answer) {
      try {
        Extension nonceBack =
            basic(answer)
                .map(b -> b.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce))
                .orElse(null);
        return nonceBack == null
            || java.util.Arrays.equals(
                nonceBack.getExtnValue().getOctets(), new DEROctetString(nonce).getEncoded());
      } catch (IOException e) {
        return false;
      }
    }
  }

  static Question question(X509Certificate certificate, X509Certificate issuer) throws IOException {
    try {
      byte[] nonce = new byte[16];
      RANDOM.nextBytes(nonce);
      OCSPReqBuilder builder = new OCSPReqBuilder();
      // SHA-1 only names the issuer here; it is what every responder understands (RFC 5019 §2.1.1).
      builder.addRequest(
          new CertificateID(
              digests().get(new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1)),
              new JcaX509CertificateHolder(issuer),
              certificate.getSerialNumber()));
      builder.setRequestExtensions(
          new Extensions(
              new Extension(
                  OCSPObjectIdentifiers.id_pkix_ocsp_nonce,
                  false,
                  new DEROctetString(new DEROctetString(nonce).getEncoded()))));
      return new Question(builder.build().getEncoded(), nonce);
    } catch (OCSPException | OperatorCreationException | GeneralSecurityException e) {
      throw new IOException("no question could be made", e);
    }
  }

  /** Empty, with a reason if it was about this certificate, when it says nothing that counts. */
  static Optional<Revocation> judge(
      byte[] answer,
      X509Certificate certificate,
      X509Certificate issuer,
      Instant when,
      List<String> reasons) {
    try {
      Optional<BasicOCSPResp> basic = basic(answer);
      if (basic.isEmpty()) {
        reasons.add("the responder gave no answer");
        return Optional.empty();
      }
      for (SingleResp single : basic.get().getResponses()) {
        CertificateID id = single.getCertID();
        if (id.getSerialNumber().equals(certificate.getSerialNumber())
            && id.matchesIssuer(new JcaX509CertificateHolder(issuer), digests())) {
          return judge(basic.get(), single, answer, issuer, when, reasons);
        }
      }
      return Optional.empty();
    } catch (IOException
        | OCSPException
        | OperatorCreationException
        | GeneralSecurityException
        | RuntimeException e) {
      reasons.add("the responder's answer cannot be understood");
      return Optional.empty();
    }
  }

  private static Optional<Revocation> judge(
      BasicOCSPResp basic,
      SingleResp single,
      byte[] answer,
      X509Certificate issuer,
      Instant when,
      List<String> reasons)
      throws GeneralSecurityException, OperatorCreationException, OCSPException {
    Instant produced = basic.getProducedAt().toInstant();
    Optional<List<X509Certificate>> signers = signers(basic, issuer, produced);
    if (signers.isEmpty()) {
      reasons.add("the responder's answer is not signed by its authority");
      return Optional.empty();
    }
    RevocationEvidence evidence =
        new RevocationEvidence(RevocationEvidence.Kind.OCSP, answer, signers.get());
    CertificateStatus status = single.getCertStatus();
    if (status instanceof RevokedStatus revoked) {
      return Optional.of(new Revocation.Revoked(revoked.getRevocationTime().toInstant(), evidence));
    }
    if (status != null) { // null is how Bouncy Castle says good (CertificateStatus.GOOD)
      reasons.add("the responder does not know the certificate");
      return Optional.empty();
    }
    // Without nextUpdate newer information is available at all times: it speaks for its own moment.
    Instant until = single.getNextUpdate() == null ? produced : single.getNextUpdate().toInstant();
    if (until.isBefore(when.minus(CrlAnswer.SKEW))) {
      reasons.add("the responder's answer is out of date");
      return Optional.empty();
    }
    return Optional.of(new Revocation.Good(evidence));
  }

  /** The responder's own certificate if the issuer delegated to one; empty if nobody signed. */
  private static Optional<List<X509Certificate>> signers(
      BasicOCSPResp basic, X509Certificate issuer, Instant produced)
      throws GeneralSecurityException, OperatorCreationException, OCSPException {
    if (isSignedBy(basic, issuer)) {
      return Optional.of(List.of());
    }
    for (X509CertificateHolder holder : basic.getCerts()) {
      X509Certificate delegate = new JcaX509CertificateConverter().getCertificate(holder);
      List<String> purposes = delegate.getExtendedKeyUsage();
      if (purposes != null
          && purposes.contains(KeyPurposeId.id_kp_OCSPSigning.getId())
          && Chain.isValid(delegate, produced)
          && isIssuedBy(delegate, issuer)
          && isSignedBy(basic, delegate)) {
        return Optional.of(new ArrayList<>(List.of(delegate)));
      }
    }
    return Optional.empty();
  }

  private static boolean isSignedBy(BasicOCSPResp basic, X509Certificate signer)
      throws OperatorCreationException {
    try {
      return basic.isSignatureValid(new JcaContentVerifierProviderBuilder().build(signer));
    } catch (OCSPException e) {
      return false; // another kind of key
    }
  }

  private static boolean isIssuedBy(X509Certificate certificate, X509Certificate issuer) {
    try {
      certificate.verify(issuer.getPublicKey());
      return certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal());
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static Optional<BasicOCSPResp> basic(byte[] answer) throws IOException {
    try {
      OCSPResp response = new OCSPResp(answer);
      return response.getStatus() == OCSPResp.SUCCESSFUL
              && response.getResponseObject() instanceof BasicOCSPResp basic
          ? Optional.of(basic)
          : Optional.empty();
    } catch (OCSPException | RuntimeException e) {
      throw new IOException("no OCSP response", e);
    }
  }

  private static DigestCalculatorProvider digests() throws OperatorCreationException {
    return new JcaDigestCalculatorProviderBuilder().build();
  }
}
