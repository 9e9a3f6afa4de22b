package vn.motcua.scanner.chip;

import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The public key of somebody who signs certificates. It is decoded when it is first needed: of
 * hundreds of installed ones a card needs one.
 */
final class IssuerKey {
  private final SubjectPublicKeyInfo info;
  private @Nullable ContentVerifierProvider verifier;
  private boolean unusable;

  IssuerKey(SubjectPublicKeyInfo info) {
    this.info = info;
  }

  /** Whether it is the same key, written the same way. */
  boolean same(IssuerKey other) {
    return info.equals(other.info);
  }

  /** DER of the SubjectPublicKeyInfo. */
  byte[] encoded() {
    try {
      return info.getEncoded("DER");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether this key made the signature of the certificate, by an algorithm that is accepted. */
  boolean signed(X509CertificateHolder certificate) {
    try {
      ContentVerifierProvider provider = verifier();
      return provider != null
          && SignatureHash.of(certificate.getSignatureAlgorithm()).isPresent()
          && certificate.isSignatureValid(provider);
    } catch (Exception otherAlgorithmOrMalformed) {
      return false;
    }
  }

  /** Whether this key made the signature of the revocation list. */
  boolean signed(X509CRLHolder list) {
    try {
      ContentVerifierProvider provider = verifier();
      return provider != null && list.isSignatureValid(provider);
    } catch (Exception otherAlgorithmOrMalformed) {
      return false;
    }
  }

  private synchronized @Nullable ContentVerifierProvider verifier() {
    if (verifier == null && !unusable) {
      try {
        // BouncyCastle reads curves that are written out instead of named; the JDK does not.
        verifier =
            new JcaContentVerifierProviderBuilder()
                .setProvider(PassiveAuthentication.BC)
                .build(info);
      } catch (OperatorCreationException | RuntimeException noKey) {
        unusable = true;
      }
    }
    return verifier;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof IssuerKey key && same(key);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(encoded());
  }
}
