package vn.motcua.kiosk.paper.sign;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;

/** What a revocation list says of one certificate (RFC 5280 §5 and §6.3). */
final class CrlAnswer {
  /** Clocks differ. */
  static final Duration SKEW = Duration.ofMinutes(5);

  private static final int CRL_SIGN = 6;

  private CrlAnswer() {}

  /** Empty, with a reason if the list should have known, when it says nothing that counts. */
  static Optional<Revocation> judge(
      X509CRL list,
      X509Certificate certificate,
      X509Certificate issuer,
      Instant when,
      List<String> reasons) {
    if (!list.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
      return Optional.empty();
    }
    try {
      list.verify(issuer.getPublicKey());
      boolean[] usage = issuer.getKeyUsage();
      if (usage != null && !usage[CRL_SIGN]) {
        reasons.add("the issuer may not sign revocation lists");
        return Optional.empty();
      }
      if (!isFor(list, certificate)) {
        return Optional.empty();
      }
    } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
      reasons.add("a revocation list is not signed by its issuer");
      return Optional.empty();
    }
    byte[] der;
    try {
      der = list.getEncoded();
    } catch (GeneralSecurityException e) {
      reasons.add("a revocation list cannot be kept");
      return Optional.empty();
    }
    RevocationEvidence evidence =
        new RevocationEvidence(RevocationEvidence.Kind.CRL, der, List.of());
    X509CRLEntry entry = list.getRevokedCertificate(certificate);
    if (entry != null) {
      // Once revoked, always revoked: an old list proves it as well as a new one.
      return Optional.of(new Revocation.Revoked(entry.getRevocationDate().toInstant(), evidence));
    }
    if (list.getNextUpdate() == null
        || list.getNextUpdate().toInstant().isBefore(when.minus(SKEW))) {
      reasons.add("a revocation list is out of date");
      return Optional.empty();
    }
    return Optional.of(new Revocation.Good(evidence));
  }

  /** Whether the list's scope holds the certificate; indirect and partial lists are not used. */
  private static boolean isFor(X509CRL list, X509Certificate certificate) throws IOException {
    Set<String> critical = list.getCriticalExtensionOIDs();
    String scope = Extension.issuingDistributionPoint.getId();
    if (critical != null && critical.stream().anyMatch(oid -> !oid.equals(scope))) {
      return false;
    }
    byte[] wrapped = list.getExtensionValue(scope);
    if (wrapped == null) {
      return true;
    }
    IssuingDistributionPoint point =
        IssuingDistributionPoint.getInstance(ASN1OctetString.getInstance(wrapped).getOctets());
    boolean authority = certificate.getBasicConstraints() >= 0;
    return !point.isIndirectCRL()
        && !point.onlyContainsAttributeCerts()
        && point.getOnlySomeReasons() == null
        && !(point.onlyContainsCACerts() && !authority)
        && !(point.onlyContainsUserCerts() && authority);
  }
}
