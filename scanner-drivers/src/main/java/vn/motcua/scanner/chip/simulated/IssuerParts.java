package vn.motcua.scanner.chip.simulated;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes the certificates of an issuer (ICAO 9303-12 §7.1). */
final class IssuerParts {
  static final Provider BC = new BouncyCastleProvider();

  /** Who may do what with a key. */
  enum Role {
    /** Country signing certificate authority. */
    STATE,
    /** Document signer. */
    SIGNER,
    /** Signer of master lists (ICAO 9303-12 §9: its extended key usage). */
    LIST_SIGNER
  }

  /** A key with the certificate about it. */
  record Holder(X509CertificateHolder certificate, PrivateKey key, SignatureScheme scheme) {
    ContentSigner signer() {
      return IssuerParts.signer(scheme, key);
    }
  }

  /**
   * What is to be certified.
   *
   * @param identifiers whether the key identifiers of subject and authority are stated
   */
  record Subject(
      Role role, X500Name name, PublicKey key, Instant from, Instant to, boolean identifiers) {}

  private static final KeyPurposeId MASTER_LIST_SIGNING =
      KeyPurposeId.getInstance(new org.bouncycastle.asn1.ASN1ObjectIdentifier("2.23.136.1.1.3"));

  private IssuerParts() {}

  static ContentSigner signer(SignatureScheme scheme, PrivateKey key) {
    try {
      return new JcaContentSignerBuilder(scheme.algorithm()).setProvider(BC).build(key);
    } catch (OperatorCreationException e) {
      throw new IllegalStateException("cannot sign", e);
    }
  }

  /**
   * A certificate.
   *
   * @param issuer the name of who signs
   * @param issuerKey the public key of who signs
   */
  static X509CertificateHolder certify(
      Subject subject, X500Name issuer, PublicKey issuerKey, ContentSigner signs) {
    try {
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              issuer,
              new BigInteger(63, new SecureRandom()).setBit(62),
              Date.from(subject.from),
              Date.from(subject.to),
              subject.name,
              subject.key);
      if (subject.identifiers) {
        JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
        builder
            .addExtension(
                Extension.authorityKeyIdentifier,
                false,
                identifiers.createAuthorityKeyIdentifier(issuerKey))
            .addExtension(
                Extension.subjectKeyIdentifier,
                false,
                identifiers.createSubjectKeyIdentifier(subject.key));
      }
      switch (subject.role) {
        case STATE ->
            builder
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                .addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        case SIGNER -> usage(builder);
        case LIST_SIGNER ->
            usage(builder)
                .addExtension(
                    Extension.extendedKeyUsage, true, new ExtendedKeyUsage(MASTER_LIST_SIGNING));
      }
      return builder.build(signs);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("cannot certify", e);
    }
  }

  private static X509v3CertificateBuilder usage(X509v3CertificateBuilder builder)
      throws IOException {
    return builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
  }

  static byte[] encoded(X509CertificateHolder certificate) {
    try {
      return certificate.getEncoded();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
