package vn.motcua.kiosk.paper.sign;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;

/** What a certificate is for. */
final class Purpose {
  private static final int DIGITAL_SIGNATURE = 0;
  private static final int CONTENT_COMMITMENT = 1;

  /** Purposes that speak of machines only; a certificate for nothing else signs no documents. */
  private static final Set<String> MACHINES =
      Set.of(
          "1.3.6.1.5.5.7.3.1", // server
          "1.3.6.1.5.5.7.3.2", // client of a server
          "1.3.6.1.5.5.7.3.3", // code
          "1.3.6.1.5.5.7.3.8", // timestamps
          "1.3.6.1.5.5.7.3.9"); // OCSP

  private Purpose() {}

  /**
   * Whether it signs documents: its key usage allows signatures (RFC 5280 §4.2.1.3; without one it
   * may be used for everything), it is not an authority's, and not only for machines.
   */
  static boolean signsDocuments(X509Certificate signer) {
    boolean[] usage = signer.getKeyUsage();
    if (usage != null && !usage[DIGITAL_SIGNATURE] && !usage[CONTENT_COMMITMENT]) {
      return false;
    }
    if (signer.getBasicConstraints() >= 0) {
      return false;
    }
    try {
      List<String> purposes = signer.getExtendedKeyUsage();
      return purposes == null || !MACHINES.containsAll(purposes);
    } catch (CertificateParsingException e) {
      return false;
    }
  }
}
