package vn.motcua.kiosk.paper.sign;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;

/**
 * What an authority answered, to be kept in the document.
 *
 * @param kind which protocol
 * @param der the CertificateList (RFC 5280) or the OCSPResponse (RFC 6960)
 * @param signers certificates beside the chain that its signature needs
 */
@SuppressWarnings("ArrayRecordComponent") // equals is written out
record RevocationEvidence(Kind kind, byte[] der, List<X509Certificate> signers) {
  RevocationEvidence {
    signers = List.copyOf(signers);
  }

  enum Kind {
    OCSP,
    CRL
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RevocationEvidence that
        && kind == that.kind
        && Arrays.equals(der, that.der);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(der);
  }
}
