package vn.motcua.scanner.chip;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * An installed country signing certificate, self-signed or a link from an older one (ICAO 9303-12
 * §7.1). What makes it trusted is that a technician installed it, so its own signature is not
 * looked at.
 */
final class Csca {
  private final X509CertificateHolder certificate;
  private final IssuerKey key;
  private final String id;

  private Csca(X509CertificateHolder certificate, String id) {
    this.certificate = certificate;
    this.key = new IssuerKey(certificate.getSubjectPublicKeyInfo());
    this.id = id;
  }

  /**
   * Decodes one.
   *
   * @throws IOException if it is no certificate of a certification authority; the message says why
   */
  static Csca of(byte[] der) throws IOException {
    try {
      X509CertificateHolder certificate = decoded(der);
      BasicConstraints basic = BasicConstraints.fromExtensions(certificate.getExtensions());
      KeyUsage usage = KeyUsage.fromExtensions(certificate.getExtensions());
      if (basic == null || !basic.isCA()) {
        throw new IOException("not the certificate of a certification authority");
      }
      if (usage != null && !usage.hasUsages(KeyUsage.keyCertSign)) {
        throw new IOException("its key may not sign certificates");
      }
      return new Csca(certificate, fingerprint(der).substring(0, 16));
    } catch (RuntimeException wrong) {
      throw new IOException("not an X.509 certificate", wrong);
    }
  }

  private static X509CertificateHolder decoded(byte[] der) throws IOException {
    try {
      return new X509CertificateHolder(der);
    } catch (IOException wrong) {
      throw new IOException("not an X.509 certificate", wrong);
    }
  }

  /** SHA-256 in hexadecimal digits. */
  static String fingerprint(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("SHA-256 is missing", e);
    }
  }

  /** The first sixteen hexadecimal digits of the SHA-256 of the certificate. */
  String id() {
    return id;
  }

  X509CertificateHolder certificate() {
    return certificate;
  }

  X500Name subject() {
    return certificate.getSubject();
  }

  IssuerKey key() {
    return key;
  }

  boolean validOn(Instant time) {
    return certificate.isValidOn(Date.from(time));
  }

  /** How certificates name its key, if it says so. */
  Optional<ASN1OctetString> keyIdentifier() {
    try {
      SubjectKeyIdentifier found = SubjectKeyIdentifier.fromExtensions(certificate.getExtensions());
      return found == null
          ? Optional.empty()
          : Optional.of(new org.bouncycastle.asn1.DEROctetString(found.getKeyIdentifier()));
    } catch (RuntimeException malformed) {
      return Optional.empty();
    }
  }
}
