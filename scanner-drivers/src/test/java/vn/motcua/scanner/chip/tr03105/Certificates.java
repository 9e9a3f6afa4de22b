package vn.motcua.scanner.chip.tr03105;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.Time;

/** Makes X.509 certificates element by element (ICAO 9303-12 §7.1). */
final class Certificates {
  static final X500Name STATE = new X500Name("C=VN,O=Mot Cua,CN=Test of cases");
  static final X500Name SIGNER = new X500Name("C=VN,O=Mot Cua,CN=Test signer of cases");
  static final ASN1Integer SERIAL = new ASN1Integer(4711);

  private static final Duration FIVE_YEARS = Duration.ofDays(1826);

  private Certificates() {}

  static byte[] keyIdentifier(Signing key) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(key.info().getPublicKeyData().getBytes());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The country signing certificate of a key. */
  static byte[] state(Signing state) {
    return state(state, STATE);
  }

  static byte[] state(Signing state, X500Name name) {
    Extensions extensions =
        new Extensions(
            new Extension[] {
              extension(Extension.basicConstraints.getId(), true, new BasicConstraints(0)),
              extension(
                  Extension.keyUsage.getId(),
                  true,
                  new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign)),
              extension(
                  Extension.subjectKeyIdentifier.getId(),
                  false,
                  new SubjectKeyIdentifier(keyIdentifier(state)))
            });
    return Bytes.der(
        signed(
            body(state, state, name, name, extensions)
                .with("validity", validity(Instant.EPOCH, Instant.now().plus(FIVE_YEARS))),
            state,
            Fields.Surgery.NONE));
  }

  static Extension extension(String oid, boolean critical, ASN1Encodable value) {
    return new Extension(
        new org.bouncycastle.asn1.ASN1ObjectIdentifier(oid), critical, Bytes.der(value));
  }

  static Extension authority(Signing state) {
    return extension(
        Extension.authorityKeyIdentifier.getId(),
        false,
        new AuthorityKeyIdentifier(keyIdentifier(state)));
  }

  static Extension usage(boolean critical, int bits) {
    return extension(Extension.keyUsage.getId(), critical, new KeyUsage(bits));
  }

  static Extension identifier(Signing signer) {
    return extension(
        Extension.subjectKeyIdentifier.getId(),
        false,
        new SubjectKeyIdentifier(keyIdentifier(signer)));
  }

  /** What a document signer's certificate says, unsigned. */
  static Fields signer(Signing state, Signing signer) {
    return body(
        state,
        signer,
        STATE,
        SIGNER,
        new Extensions(
            new Extension[] {
              authority(state), identifier(signer), usage(true, KeyUsage.digitalSignature)
            }));
  }

  /** Other extensions in it. */
  static Fields extended(Fields body, Extension... extensions) {
    return body.with("extensions", new DERTaggedObject(true, 3, new Extensions(extensions)));
  }

  static DERSequence validity(Instant from, Instant to) {
    return new DERSequence(
        new ASN1Encodable[] {new Time(Date.from(from)), new Time(Date.from(to))});
  }

  private static Fields body(
      Signing by, Signing of, X500Name issuer, X500Name subject, Extensions extensions) {
    Instant now = Instant.now();
    return new Fields()
        .with("version", new DERTaggedObject(true, 0, new ASN1Integer(2)))
        .with("serialNumber", SERIAL)
        .with("signature", by.identifier())
        .with("issuer", issuer)
        .with(
            "validity", validity(now.minus(Duration.ofDays(400)), now.plus(Duration.ofDays(3000))))
        .with("subject", subject)
        .with("subjectPublicKeyInfo", of.info())
        .with("extensions", new DERTaggedObject(true, 3, extensions));
  }

  /** Signs the body; then the outermost elements can be changed. */
  static DERSequence signed(Fields body, Signing by, Fields.Surgery surgery) {
    DERSequence encoded = body.sequence();
    return surgery
        .on(
            new Fields()
                .with("tbsCertificate", encoded)
                .with("signatureAlgorithm", by.identifier())
                .with("signatureValue", new DERBitString(by.sign(Bytes.der(encoded)))))
        .sequence();
  }
}
