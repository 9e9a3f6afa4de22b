package vn.motcua.scanner.chip;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.cert.X509CRLEntryHolder;
import org.bouncycastle.cert.X509CRLHolder;

/** A certificate revocation list that was found in the trust folder (ICAO 9303-12 §7.1.4). */
final class InstalledCrl {
  private final X509CRLHolder list;
  private final Set<BigInteger> revoked = new HashSet<>();
  private final Map<IssuerKey, Boolean> signedBy = new ConcurrentHashMap<>();

  private InstalledCrl(X509CRLHolder list) {
    this.list = list;
    for (Object entry : list.getRevokedCertificates()) {
      revoked.add(((X509CRLEntryHolder) entry).getSerialNumber());
    }
  }

  /**
   * Decodes one; its signature is looked at when it is used.
   *
   * @throws IOException if it is none, or one of a kind that states do not issue
   */
  static InstalledCrl of(byte[] der) throws IOException {
    try {
      X509CRLHolder list = new X509CRLHolder(der);
      Extension point = list.getExtension(Extension.issuingDistributionPoint);
      if (point != null
          && IssuingDistributionPoint.getInstance(point.getParsedValue()).isIndirectCRL()) {
        throw new IOException("a revocation list on behalf of others");
      }
      return new InstalledCrl(list);
    } catch (RuntimeException wrong) {
      throw new IOException("not a revocation list", wrong);
    }
  }

  X500Name issuer() {
    return list.getIssuer();
  }

  Instant issued() {
    return list.getThisUpdate().toInstant();
  }

  /** Whether a newer one should have come before {@code now}. */
  boolean outOfDate(Instant now) {
    Date next = list.getNextUpdate();
    return next != null && next.toInstant().isBefore(now);
  }

  boolean revokes(BigInteger serial) {
    return revoked.contains(serial);
  }

  /** How many certificates it revokes. */
  int size() {
    return revoked.size();
  }

  /** Whether one of these keys signed it. */
  boolean signedByAny(List<IssuerKey> keys) {
    for (IssuerKey key : keys) {
      if (signedBy.computeIfAbsent(key, k -> k.signed(list))) {
        return true;
      }
    }
    return false;
  }
}
