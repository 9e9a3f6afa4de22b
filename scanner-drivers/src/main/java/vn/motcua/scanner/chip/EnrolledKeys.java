package vn.motcua.scanner.chip;

import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;

/** The learnt issuers that count, ready to be asked. */
final class EnrolledKeys {
  static final EnrolledKeys NONE = new EnrolledKeys(List.of());

  private final List<Entry> entries;

  private EnrolledKeys(List<Entry> entries) {
    this.entries = entries;
  }

  /** One of them, with its issuer's name and the key or certificate decoded. */
  record Entry(EnrolledAnchor anchor, X500Name issuer, byte[] content, Optional<IssuerKey> key) {
    /** By the key that was learnt, or by being that very certificate; names prove nothing. */
    boolean vouchesFor(X509CertificateHolder signer) {
      if (!issuer.equals(signer.getIssuer())) {
        return false;
      }
      try {
        return key.isPresent()
            ? key.get().signed(signer)
            : Arrays.equals(content, signer.getEncoded());
      } catch (IOException malformed) {
        return false;
      }
    }
  }

  static EnrolledKeys of(EnrolledAnchors anchors) {
    return new EnrolledKeys(
        anchors.active().stream()
            .map(anchor -> {
              byte[] content = Base64.getDecoder().decode(anchor.content());
              Optional<IssuerKey> key =
                  anchor.kind() == EnrolledAnchor.Kind.KEY
                      ? Optional.of(new IssuerKey(SubjectPublicKeyInfo.getInstance(content)))
                      : Optional.empty();
              return new Entry(anchor, anchor.name(), content, key);
            })
            .toList());
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  Optional<Entry> vouchingFor(X509CertificateHolder signer) {
    return entries.stream().filter(entry -> entry.vouchesFor(signer)).findFirst();
  }

  /** The learnt keys of this issuer: they also sign its revocation lists. */
  List<IssuerKey> keysOf(X500Name issuer) {
    return entries.stream()
        .filter(entry -> entry.issuer.equals(issuer))
        .flatMap(entry -> entry.key.stream())
        .toList();
  }
}
