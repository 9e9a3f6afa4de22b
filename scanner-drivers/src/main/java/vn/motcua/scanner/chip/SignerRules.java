package vn.motcua.scanner.chip;

import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PrivateKeyUsagePeriod;
import org.bouncycastle.cert.X509CertificateHolder;
import vn.motcua.scanner.chip.TrustReason.Kind;

/**
 * What a document signer's certificate says about its own use (ICAO 9303-12 §7.1.1, tables 5 to 7):
 * for what, for which documents, and when.
 */
final class SignerRules {
  private static final ASN1ObjectIdentifier DOCUMENT_TYPES =
      new ASN1ObjectIdentifier("2.23.136.1.1.6.2");

  private SignerRules() {}

  /**
   * Why it must not have signed this card, if there is a reason.
   *
   * @param signer its certificate
   * @param signed when it signed the card
   * @param now equal to {@code signed} if nobody says when it was signed
   * @param documentCode one or two letters of the zone, empty if not known
   */
  static Optional<Kind> objection(
      X509CertificateHolder signer, Instant signed, Instant now, String documentCode) {
    if (!signer.isValidOn(Date.from(signed))) {
      return Optional.of(Kind.SIGNER_EXPIRED);
    }
    try {
      Extensions extensions = signer.getExtensions();
      // A private key is used for some months only; without a time of signing that tells nothing.
      if (!signed.equals(now) && outsideOfKeyUse(extensions, signed)) {
        return Optional.of(Kind.SIGNER_EXPIRED);
      }
      return maySignDocuments(extensions) && coversDocument(extensions, documentCode)
          ? Optional.empty()
          : Optional.of(Kind.SIGNER_NOT_FOR_DOCUMENTS);
    } catch (RuntimeException | ParseException malformed) {
      return Optional.of(Kind.SIGNER_NOT_FOR_DOCUMENTS);
    }
  }

  /** Whether it is made for signing documents at all. */
  static boolean maySignDocuments(X509CertificateHolder signer) {
    try {
      return maySignDocuments(signer.getExtensions());
    } catch (RuntimeException malformed) {
      return false;
    }
  }

  /** A CSCA also signs list signers and link certificates. */
  private static boolean maySignDocuments(Extensions extensions) {
    BasicConstraints basic = BasicConstraints.fromExtensions(extensions);
    KeyUsage usage = KeyUsage.fromExtensions(extensions);
    return (basic == null || !basic.isCA())
        && (usage == null || usage.hasUsages(KeyUsage.digitalSignature))
        && ExtendedKeyUsage.fromExtensions(extensions) == null;
  }

  private static boolean outsideOfKeyUse(Extensions extensions, Instant signed)
      throws ParseException {
    Extension found =
        extensions == null ? null : extensions.getExtension(Extension.privateKeyUsagePeriod);
    if (found == null) {
      return false;
    }
    PrivateKeyUsagePeriod period = PrivateKeyUsagePeriod.getInstance(found.getParsedValue());
    ASN1GeneralizedTime from = period.getNotBefore();
    ASN1GeneralizedTime to = period.getNotAfter();
    return (from != null && signed.isBefore(from.getDate().toInstant()))
        || (to != null && signed.isAfter(to.getDate().toInstant()));
  }

  /** {@code SEQUENCE { version INTEGER, docTypeList SET OF PrintableString }}. */
  private static boolean coversDocument(Extensions extensions, String code) {
    Extension found = extensions == null ? null : extensions.getExtension(DOCUMENT_TYPES);
    if (found == null || code.isEmpty()) {
      return true;
    }
    ASN1Sequence list = ASN1Sequence.getInstance(found.getParsedValue());
    for (ASN1Encodable element : ASN1Set.getInstance(list.getObjectAt(list.size() - 1))) {
      String listed = ((ASN1String) element.toASN1Primitive()).getString().replace("<", "").strip();
      // A single letter stands for all documents whose code begins with it.
      if (code.equals(listed) || (listed.length() == 1 && code.startsWith(listed))) {
        return true;
      }
    }
    return false;
  }
}
