package vn.motcua.scanner.chip;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Provider;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Decides how far data are proven (ICAO 9303-11 §5.1): the hashes of everything that was read must
 * stand in EF.SOD, its signature must fit the document signer's key, and that key must have been
 * signed by the key of an installed anchor.
 *
 * <p>Revocation lists are not looked at. A document signer that is outside its validity period is
 * treated as one whose issuer is unknown: a stolen old key must not make new cards.
 */
final class PassiveAuthentication {
  /** Ours alone: nothing is registered for the whole process. It reads explicit EC parameters. */
  private static final Provider BC = new BouncyCastleProvider();

  private final TrustStore trust;
  private final Clock clock;

  PassiveAuthentication(TrustStore trust, Clock clock) {
    this.trust = trust;
    this.clock = clock;
  }

  /**
   * The verdict.
   *
   * @param groups every data group that was read, by number
   * @param oddities what is odd about their content
   * @param proof whether the chip proved to be no copy, by a key in {@code groups}
   */
  TrustVerdict judge(
      SecurityObject sod, Map<Integer, byte[]> groups, List<Oddity> oddities, ChipProof proof) {
    List<String> reasons = new ArrayList<>();
    Trust earned =
        switch (sod) {
          case SecurityObject.Unusable unusable -> {
            reasons.add(unusable.reason());
            yield Trust.NOT_VERIFIABLE;
          }
          case SecurityObject.Signed signed -> judgeSigned(signed, groups, proof, reasons);
        };
    boolean contradiction = oddities.stream().anyMatch(Oddity::contradiction);
    if (contradiction && (earned == Trust.VERIFIED || earned == Trust.ISSUER_VERIFIED)) {
      earned = Trust.SIGNED_UNKNOWN_ISSUER;
    }
    List<String> all = new ArrayList<>();
    // A forgery is named first; otherwise what the citizen's own data say about each other.
    if (earned == Trust.FORGED) {
      all.addAll(reasons);
      oddities.forEach(o -> all.add(o.reason()));
    } else {
      oddities.forEach(o -> all.add(o.reason()));
      all.addAll(reasons);
    }
    return new TrustVerdict(earned, all);
  }

  private Trust judgeSigned(
      SecurityObject.Signed sod,
      Map<Integer, byte[]> groups,
      ChipProof proof,
      List<String> reasons) {
    if (!hashesMatch(sod, groups, reasons)) {
      return Trust.FORGED;
    }
    X509CertificateHolder signer = certificateOf(sod.signer(), sod);
    if (signer == null) {
      reasons.add("NO_SIGNER_CERTIFICATE");
      return Trust.NOT_VERIFIABLE;
    }
    switch (signature(sod.signer(), signer)) {
      case WRONG -> {
        reasons.add("SIGNATURE_WRONG");
        return Trust.FORGED;
      }
      case UNREADABLE -> {
        reasons.add("SIGNATURE_UNREADABLE");
        return Trust.NOT_VERIFIABLE;
      }
      case GOOD -> {
        // Go on: whose key is it?
      }
    }
    if (proof == ChipProof.WRONG) {
      reasons.add("CHIP_PROOF_WRONG");
      return Trust.FORGED;
    }
    if (!signerTrusted(signer, reasons)) {
      return Trust.SIGNED_UNKNOWN_ISSUER;
    }
    if (!SecurityObject.STRONG.contains(sod.digest())) {
      reasons.add("DIGEST_WEAK");
      return Trust.SIGNED_UNKNOWN_ISSUER;
    }
    if (proof == ChipProof.PROVEN) {
      return Trust.VERIFIED;
    }
    reasons.add(proof == ChipProof.REFUSED ? "CHIP_PROOF_REFUSED" : "NO_CHIP_PROOF");
    return Trust.ISSUER_VERIFIED;
  }

  private static boolean hashesMatch(
      SecurityObject.Signed sod, Map<Integer, byte[]> groups, List<String> reasons) {
    boolean match = true;
    for (Map.Entry<Integer, byte[]> group : groups.entrySet()) {
      byte[] expected = sod.hashes().get(group.getKey());
      if (expected == null) {
        reasons.add("DG" + group.getKey() + "_NOT_SIGNED");
        match = false;
      } else if (!MessageDigest.isEqual(expected, digest(sod.digest(), group.getValue()))) {
        reasons.add("DG" + group.getKey() + "_HASH");
        match = false;
      }
    }
    return match;
  }

  private static byte[] digest(String name, byte[] data) {
    try {
      return MessageDigest.getInstance(name).digest(data);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(name + " is missing", e);
    }
  }

  private static @Nullable X509CertificateHolder certificateOf(
      SignerInformation signer, SecurityObject.Signed sod) {
    try {
      @SuppressWarnings("unchecked") // BouncyCastle's selectors are raw.
      Collection<X509CertificateHolder> found =
          sod.cms().getCertificates().getMatches(signer.getSID());
      return found.size() == 1 ? found.iterator().next() : null;
    } catch (RuntimeException wrong) {
      return null;
    }
  }

  private enum Signature {
    GOOD,
    WRONG,
    UNREADABLE
  }

  private static Signature signature(SignerInformation signer, X509CertificateHolder certificate) {
    SignerInformationVerifier verifier;
    try {
      // With the key alone: validity is judged against our clock, not the signer's claim of time.
      verifier =
          new JcaSimpleSignerInfoVerifierBuilder()
              .setProvider(BC)
              .build(
                  new JcaX509CertificateConverter()
                      .setProvider(BC)
                      .getCertificate(certificate)
                      .getPublicKey());
    } catch (OperatorCreationException | GeneralSecurityException | RuntimeException unusable) {
      return Signature.UNREADABLE;
    }
    try {
      return signer.verify(verifier) ? Signature.GOOD : Signature.WRONG;
    } catch (CMSException wrong) {
      // An algorithm that we do not have is not the card's fault; all else is.
      return wrong.getCause() instanceof OperatorCreationException
          ? Signature.UNREADABLE
          : Signature.WRONG;
    } catch (RuntimeException wrong) {
      return Signature.WRONG;
    }
  }

  private boolean signerTrusted(X509CertificateHolder signer, List<String> reasons) {
    if (trust.size() == 0) {
      reasons.add("NO_ANCHOR");
      return false;
    }
    X509CertificateHolder issuer = issuerOf(signer);
    if (issuer == null) {
      reasons.add("ISSUER_UNKNOWN");
      return false;
    }
    Date now = Date.from(clock.instant());
    if (!issuer.isValidOn(now)) {
      reasons.add("ANCHOR_EXPIRED");
      return false;
    }
    if (!signer.isValidOn(now)) {
      reasons.add("SIGNER_EXPIRED");
      return false;
    }
    if (!maySignDocuments(signer)) {
      reasons.add("SIGNER_NOT_FOR_DOCUMENTS");
      return false;
    }
    return true;
  }

  /** The anchor whose key signed this certificate; its name alone does not make it one. */
  private @Nullable X509CertificateHolder issuerOf(X509CertificateHolder signer) {
    for (X509CertificateHolder anchor : trust.anchors()) {
      if (!anchor.getSubject().equals(signer.getIssuer())) {
        continue;
      }
      try {
        ContentVerifierProvider verifier =
            new JcaContentVerifierProviderBuilder().setProvider(BC).build(anchor);
        if (signer.isSignatureValid(verifier)) {
          return anchor;
        }
      } catch (Exception unusable) {
        // Another anchor of the same name may fit: countries change their keys.
      }
    }
    return null;
  }

  /** A CSCA also signs list signers and link certificates (ICAO 9303-12 §7.1). */
  private static boolean maySignDocuments(X509CertificateHolder signer) {
    try {
      BasicConstraints basic = BasicConstraints.fromExtensions(signer.getExtensions());
      KeyUsage usage = KeyUsage.fromExtensions(signer.getExtensions());
      return (basic == null || !basic.isCA())
          && (usage == null || usage.hasUsages(KeyUsage.digitalSignature))
          && ExtendedKeyUsage.fromExtensions(signer.getExtensions()) == null;
    } catch (RuntimeException malformed) {
      return false;
    }
  }
}
