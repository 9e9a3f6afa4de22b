package vn.motcua.scanner.chip.simulated;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.icao.ICAOObjectIdentifiers;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/**
 * A self-made state: a country signing key and document signers (ICAO 9303-12 §3), made anew when
 * asked for. Its cards are trusted only where its {@link #anchor()} was installed.
 */
public final class SimulatedIssuer {
  /** How the document signer signs: the four that matter most. */
  public enum Kind {
    ECDSA("ECDSA brainpoolP256r1 SHA-256"),
    /** ECDSA with the curve written out instead of named. */
    ECDSA_EXPLICIT("ECDSA-EXPLICIT brainpoolP512r1 SHA-512"),
    RSA("RSA 2048 SHA-256"),
    RSA_PSS("RSA-PSS 2048 SHA-256");

    private final String scheme;

    Kind(String scheme) {
      this.scheme = scheme;
    }

    /** The same said in full. */
    public SignatureScheme scheme() {
      return SignatureScheme.parse(scheme);
    }
  }

  /** The name that every issuer bears unless told otherwise; a name proves nothing. */
  public static final String NAME = "C=VN,O=Mot Cua,CN=Simulated CSCA";

  private static final ASN1ObjectIdentifier CARD_SECURITY =
      new ASN1ObjectIdentifier("0.4.0.127.0.7.3.2.1");

  private static final class Shared {
    static final SimulatedIssuer ISSUER = create();
  }

  private final IssuerParts.Holder state;
  private final List<IssuerParts.Holder> signers;
  private final SodForm form;

  SimulatedIssuer(IssuerParts.Holder state, List<IssuerParts.Holder> signers, SodForm form) {
    this.state = state;
    this.signers = List.copyOf(signers);
    this.form = form;
  }

  /** One that lives as long as this process. */
  public static SimulatedIssuer shared() {
    return Shared.ISSUER;
  }

  /** A new one, valid from 2019 to 2044. */
  public static SimulatedIssuer create() {
    return builder().build();
  }

  /**
   * A new one.
   *
   * @param name distinguished name of the country signing certificate
   * @param kind how its document signer signs
   * @param from both certificates are valid from here
   * @param to the document signer's certificate is valid until here, the other ten years longer
   */
  public static SimulatedIssuer create(String name, Kind kind, Instant from, Instant to) {
    return builder()
        .name(name)
        .signer(kind.scheme())
        .signerValid(from, to)
        .stateValid(from, to.plus(Duration.ofDays(3650)))
        .build();
  }

  /** A new one by choice. */
  public static IssuerBuilder builder() {
    return new IssuerBuilder();
  }

  /** The country signing certificate, DER: what a technician would install. */
  public byte[] anchor() {
    return IssuerParts.encoded(state.certificate());
  }

  /** The first document signer's certificate, DER. */
  public byte[] signer() {
    return signer(0);
  }

  /** A document signer's certificate, DER. */
  public byte[] signer(int index) {
    return IssuerParts.encoded(signers.get(index).certificate());
  }

  /** How many document signers it has. */
  public int signers() {
    return signers.size();
  }

  /** Whether a document signer's certificate is valid then. */
  boolean signerValid(int index, Instant then) {
    return signers.get(index).certificate().isValidOn(Date.from(then));
  }

  /** How EF.SOD is made unless told otherwise. */
  public SodForm form() {
    return form;
  }

  /**
   * EF.SOD for these data groups.
   *
   * @param groups number → content, at least two of them
   */
  public byte[] sign(Map<Integer, byte[]> groups) {
    return sign(groups, 0, form);
  }

  /**
   * EF.SOD by a chosen document signer in a chosen form.
   *
   * @param signer from 0
   */
  public byte[] sign(Map<Integer, byte[]> groups, int signer, SodForm as) {
    IssuerParts.Holder by = signers.get(signer);
    return Der.tlv(
        0x77,
        CmsMaker.sign(
            ICAOObjectIdentifiers.id_icao_ldsSecurityObject,
            CmsMaker.securityObject(groups, as),
            by,
            as.withCertificate() ? List.of(by.certificate()) : List.of(),
            as.timeAt(Instant.now()),
            as.byKeyIdentifier()));
  }

  /** EF.CardSecurity around security infos (ICAO 9303-11 §9.2.11). */
  byte[] cardSecurity(byte[] infos) {
    IssuerParts.Holder by = signers.getFirst();
    return CmsMaker.sign(
        CARD_SECURITY, infos, by, List.of(by.certificate()), Optional.of(Instant.now()), false);
  }

  /**
   * A certificate revocation list, DER (ICAO 9303-12 §7.1.4).
   *
   * @param revoked indexes of the document signers that are no longer good
   */
  public byte[] revocationList(Instant thisUpdate, Instant nextUpdate, int... revoked) {
    X509v2CRLBuilder builder =
        new X509v2CRLBuilder(state.certificate().getSubject(), Date.from(thisUpdate));
    builder.setNextUpdate(Date.from(nextUpdate));
    for (int index : revoked) {
      builder.addCRLEntry(
          signers.get(index).certificate().getSerialNumber(),
          Date.from(thisUpdate),
          CRLReason.keyCompromise);
    }
    try {
      JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
      return builder
          .addExtension(
              Extension.authorityKeyIdentifier,
              false,
              identifiers.createAuthorityKeyIdentifier(stateKey()))
          .addExtension(
              Extension.cRLNumber,
              false,
              new CRLNumber(BigInteger.valueOf(thisUpdate.toEpochMilli())))
          .build(state.signer())
          .getEncoded();
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A master list, CMS in DER (ICAO 9303-12 §9): this issuer's anchor and those of others, signed
   * by a master list signer of this issuer.
   *
   * @param others their country signing certificates, DER
   */
  public byte[] masterList(List<byte[]> others) {
    return MasterList.of(this, others);
  }

  /** A link certificate, DER: this issuer's key vouches for its successor's (ICAO 9303-12 §4.2). */
  public byte[] linkTo(SimulatedIssuer successor) {
    X509CertificateHolder next = successor.state.certificate();
    return IssuerParts.encoded(
        certify(
            new IssuerParts.Subject(
                IssuerParts.Role.STATE,
                next.getSubject(),
                successor.stateKey(),
                next.getNotBefore().toInstant(),
                state.certificate().getNotAfter().toInstant(),
                true)));
  }

  X509CertificateHolder certify(IssuerParts.Subject subject) {
    return IssuerParts.certify(
        subject, state.certificate().getSubject(), stateKey(), state.signer());
  }

  private PublicKey stateKey() {
    try {
      return new JcaPEMKeyConverter()
          .setProvider(IssuerParts.BC)
          .getPublicKey(state.certificate().getSubjectPublicKeyInfo());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  IssuerParts.Holder state() {
    return state;
  }

  List<IssuerParts.Holder> holders() {
    return signers;
  }
}
