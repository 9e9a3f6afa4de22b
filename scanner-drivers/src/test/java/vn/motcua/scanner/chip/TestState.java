package vn.motcua.scanner.chip;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.icao.ICAOObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509ExtensionUtils;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.jce.spec.ECParameterSpec;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.util.CollectionStore;

/** An invented state: its signing key and everything that it signs. */
public final class TestState {
  /** The name that it bears unless told otherwise. */
  public static final X500Name NAME = new X500Name("C=VN,O=Testing,CN=Test CSCA");

  static final Provider BC = new BouncyCastleProvider();

  private static final KeyPurposeId LIST_SIGNER =
      KeyPurposeId.getInstance(ICAOObjectIdentifiers.id_icao_cscaMasterListSigningKey);

  final X500Name name;
  final KeyPair keys;
  final String algorithm;
  final Instant from = Instant.now().minus(Duration.ofDays(400));
  final Instant to = Instant.now().plus(Duration.ofDays(4000));

  private TestState(X500Name name, KeyPair keys, String algorithm) {
    this.name = name;
    this.keys = keys;
    this.algorithm = algorithm;
  }

  /** One that signs by ECDSA. */
  public static TestState ecdsa(String curve) {
    return ecdsa(curve, "SHA256");
  }

  static TestState ecdsa(String curve, String hash) {
    return new TestState(NAME, ec(curve, false), hash + "withECDSA");
  }

  /** One whose curve is written out instead of named. */
  static TestState explicit(String curve) {
    return new TestState(NAME, ec(curve, true), "SHA512withECDSA");
  }

  /** One that signs by RSA: its key cannot be computed from its signatures. */
  public static TestState rsa() {
    return new TestState(NAME, rsaKeys(), "SHA256withRSA");
  }

  static TestState rsaPss() {
    return new TestState(NAME, rsaKeys(), "SHA256withRSAandMGF1");
  }

  /** The same key under another name. */
  TestState named(String other) {
    return new TestState(new X500Name(other), keys, algorithm);
  }

  static KeyPair ec(String curve, boolean explicit) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", BC);
      ECParameterSpec named = ECNamedCurveTable.getParameterSpec(curve);
      generator.initialize(
          explicit
              ? new ECParameterSpec(
                  named.getCurve(), named.getG(), named.getN(), named.getH(), named.getSeed())
              : named);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair rsaKeys() {
    try {
      // The JDK makes them several times faster than BouncyCastle.
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  SubjectPublicKeyInfo info() {
    return SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded());
  }

  ContentSigner signing() {
    try {
      return new JcaContentSignerBuilder(algorithm).setProvider(BC).build(keys.getPrivate());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** The name of its key by SHA-1, as most states make it. */
  byte[] keyIdentifier() {
    try {
      return new X509ExtensionUtils(
              new JcaDigestCalculatorProviderBuilder()
                  .setProvider(BC)
                  .build()
                  .get(
                      new org.bouncycastle.asn1.x509.AlgorithmIdentifier(
                          org.bouncycastle.asn1.oiw.OIWObjectIdentifiers.idSHA1)))
          .createSubjectKeyIdentifier(info())
          .getKeyIdentifier();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Its own certificate, DER. */
  public byte[] csca() {
    return csca(from, to).clone();
  }

  byte[] csca(Instant notBefore, Instant notAfter) {
    return certify(this, notBefore, notAfter, BigInteger.valueOf(notBefore.getEpochSecond()));
  }

  /** A link: this state's older key certifies the newer one (ICAO 9303-12 §7.1). */
  byte[] link(TestState newer) {
    return certify(newer, from, to, BigInteger.TWO);
  }

  private byte[] certify(TestState subject, Instant notBefore, Instant notAfter, BigInteger n) {
    try {
      return new X509v3CertificateBuilder(
              name, n, Date.from(notBefore), Date.from(notAfter), subject.name, subject.info())
          .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
          .addExtension(
              Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
          .addExtension(
              Extension.subjectKeyIdentifier,
              false,
              new SubjectKeyIdentifier(subject.keyIdentifier()))
          .build(signing())
          .getEncoded();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A document signer as it should be. */
  public TestSigner signer() {
    return spec().make();
  }

  /** One whose issuer's key is named by bytes of somebody else's choice. */
  public TestSigner signer(byte[] authorityKeyIdentifier) {
    return spec().authority(authorityKeyIdentifier).make();
  }

  /** The bytes by which its signers name its key. */
  public byte[] authorityKeyIdentifier() {
    return keyIdentifier();
  }

  Spec spec() {
    return new Spec();
  }

  /** What may differ from one signer to another. */
  final class Spec {
    private X500Name subject = new X500Name("C=VN,O=Testing,CN=Test signer");
    private Optional<byte[]> authority = Optional.of(keyIdentifier());
    private Instant notBefore = from;
    private Instant notAfter = to;
    private KeyUsage usage = new KeyUsage(KeyUsage.digitalSignature);
    private final List<Extension> more = new ArrayList<>();

    Spec subject(String other) {
      subject = new X500Name(other);
      return this;
    }

    Spec authority(byte[] identifier) {
      authority = Optional.of(identifier);
      return this;
    }

    Spec noAuthority() {
      authority = Optional.empty();
      return this;
    }

    Spec valid(Instant since, Instant until) {
      notBefore = since;
      notAfter = until;
      return this;
    }

    Spec usage(int bits) {
      usage = new KeyUsage(bits);
      return this;
    }

    Spec with(Extension extension) {
      more.add(extension);
      return this;
    }

    TestSigner make() {
      KeyPair own = ec("brainpoolP256r1", false);
      try {
        X509v3CertificateBuilder builder =
            new X509v3CertificateBuilder(
                    name,
                    new BigInteger(63, new SecureRandom()),
                    Date.from(notBefore),
                    Date.from(notAfter),
                    subject,
                    SubjectPublicKeyInfo.getInstance(own.getPublic().getEncoded()))
                .addExtension(Extension.keyUsage, true, usage);
        if (authority.isPresent()) {
          builder.addExtension(
              Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(authority.get()));
        }
        for (Extension extension : more) {
          builder.addExtension(extension);
        }
        return new TestSigner(builder.build(signing()), own);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** A revocation list, DER. */
  byte[] crl(Instant issued, Instant next, BigInteger... serials) {
    X509v2CRLBuilder builder = new X509v2CRLBuilder(name, Date.from(issued));
    builder.setNextUpdate(Date.from(next));
    for (BigInteger serial : serials) {
      builder.addCRLEntry(serial, Date.from(issued), CRLReason.keyCompromise);
    }
    try {
      return builder.build(signing()).getEncoded();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A master list of these certificates, by a list signer of this state. */
  byte[] masterList(List<byte[]> certificates) {
    return masterList(
        certificates,
        spec()
            .with(
                extension(
                    Extension.extendedKeyUsage.getId(), true, new ExtendedKeyUsage(LIST_SIGNER)))
            .make());
  }

  /** The same by any signer. */
  static byte[] masterList(List<byte[]> certificates, TestSigner by) {
    ASN1EncodableVector all = new ASN1EncodableVector();
    certificates.forEach(der -> all.add(org.bouncycastle.asn1.x509.Certificate.getInstance(der)));
    try {
      byte[] content =
          new DERSequence(
                  new org.bouncycastle.asn1.ASN1Encodable[] {
                    new ASN1Integer(BigInteger.ZERO), new DERSet(all)
                  })
              .getEncoded("DER");
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(
          new JcaSignerInfoGeneratorBuilder(
                  new JcaDigestCalculatorProviderBuilder().setProvider(BC).build())
              .build(
                  new JcaContentSignerBuilder("SHA256withECDSA")
                      .setProvider(BC)
                      .build(by.keys().getPrivate()),
                  by.certificate()));
      generator.addCertificates(
          new CollectionStore<X509CertificateHolder>(List.of(by.certificate())));
      return generator
          .generate(
              new CMSProcessableByteArray(ICAOObjectIdentifiers.id_icao_cscaMasterList, content),
              true)
          .getEncoded("DER");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  static Extension extension(
      String oid, boolean critical, org.bouncycastle.asn1.ASN1Encodable value) {
    try {
      return new Extension(
          new org.bouncycastle.asn1.ASN1ObjectIdentifier(oid),
          critical,
          value.toASN1Primitive().getEncoded("DER"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
