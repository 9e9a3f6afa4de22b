package vn.motcua.kiosk.paper.sign;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The certificates from a signer up to an installed authority (RFC 5280 §6, by the JDK's validator,
 * with Java's list of disabled algorithms).
 *
 * @param certificates the signer first; the anchor last
 */
record Chain(List<X509Certificate> certificates) {
  private static final int LONGEST = 8;

  Chain {
    certificates = List.copyOf(certificates);
  }

  /**
   * Builds the chain as it was at {@code when}. Self-signed anchors are preferred, so that the
   * authorities below them are checked for revocation too.
   *
   * @param known certificates that may help, trusted or not
   */
  static Optional<Chain> build(
      X509Certificate signer, Collection<X509Certificate> known, TrustFolder trust, Instant when) {
    List<X509Certificate> helpers = new ArrayList<>(known);
    helpers.addAll(trust.authorities());
    Optional<Chain> whole = build(signer, helpers, trust.anchors(), when);
    return whole.isPresent() ? whole : build(signer, helpers, trust.authorities(), when);
  }

  private static Optional<Chain> build(
      X509Certificate signer,
      List<X509Certificate> helpers,
      List<X509Certificate> anchors,
      Instant when) {
    Set<TrustAnchor> valid =
        anchors.stream()
            .filter(anchor -> isValid(anchor, when))
            .map(anchor -> new TrustAnchor(anchor, null))
            .collect(Collectors.toSet());
    if (valid.isEmpty()) {
      return Optional.empty();
    }
    if (anchors.contains(signer)) {
      return isValid(signer, when) ? Optional.of(new Chain(List.of(signer))) : Optional.empty();
    }
    try {
      X509CertSelector target = new X509CertSelector();
      target.setCertificate(signer);
      PKIXBuilderParameters parameters = new PKIXBuilderParameters(valid, target);
      List<X509Certificate> all = new ArrayList<>(helpers);
      all.add(signer);
      parameters.addCertStore(
          CertStore.getInstance("Collection", new CollectionCertStoreParameters(all)));
      parameters.setRevocationEnabled(false); // asked by ourselves, each answer with its own name
      parameters.setDate(Date.from(when));
      parameters.setMaxPathLength(LONGEST);
      PKIXCertPathBuilderResult result =
          (PKIXCertPathBuilderResult) CertPathBuilder.getInstance("PKIX").build(parameters);
      List<X509Certificate> chain = new ArrayList<>();
      result.getCertPath().getCertificates().forEach(c -> chain.add((X509Certificate) c));
      chain.add(result.getTrustAnchor().getTrustedCert());
      return Optional.of(new Chain(chain));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  static boolean isValid(X509Certificate certificate, Instant when) {
    return !when.isBefore(certificate.getNotBefore().toInstant())
        && !when.isAfter(certificate.getNotAfter().toInstant());
  }

  /** The issuer of the certificate at {@code place}; the anchor has none. */
  X509Certificate issuer(int place) {
    return certificates.get(place + 1);
  }

  /** How many certificates stand below the anchor. */
  int below() {
    return certificates.size() - 1;
  }
}
