package vn.motcua.scanner.chip.simulated;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.icao.DataGroupHash;
import org.bouncycastle.asn1.icao.ICAOObjectIdentifiers;
import org.bouncycastle.asn1.icao.LDSSecurityObject;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.jce.spec.ECParameterSpec;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.util.CollectionStore;

/**
 * A self-made state: a country signing key and a document signer (ICAO 9303-12 §3), made anew when
 * asked for. Its cards are trusted only where its {@link #anchor()} was installed.
 */
public final class SimulatedIssuer {
  /** How the document signer signs. */
  public enum Kind {
    ECDSA("SHA256withECDSA"),
    /** ECDSA with the curve written out instead of named. */
    ECDSA_EXPLICIT("SHA512withECDSA"),
    RSA("SHA256withRSA"),
    RSA_PSS("SHA256withRSAandMGF1");

    private final String algorithm;

    Kind(String algorithm) {
      this.algorithm = algorithm;
    }
  }

  /** The name that every issuer bears unless told otherwise; a name proves nothing. */
  public static final String NAME = "C=VN,O=Mot Cua,CN=Simulated CSCA";

  private static final Provider BC = new BouncyCastleProvider();

  private static final class Shared {
    static final SimulatedIssuer ISSUER = create();
  }

  private final X509CertificateHolder anchor;
  private final X509CertificateHolder signer;
  private final KeyPair signerKeys;
  private final Kind kind;

  private SimulatedIssuer(
      X509CertificateHolder anchor, X509CertificateHolder signer, KeyPair signerKeys, Kind kind) {
    this.anchor = anchor;
    this.signer = signer;
    this.signerKeys = signerKeys;
    this.kind = kind;
  }

  /** The issuer of this process: the same keys for every card until it ends. */
  public static SimulatedIssuer shared() {
    return Shared.ISSUER;
  }

  /** A new one with ECDSA keys, valid from yesterday for ten years. */
  public static SimulatedIssuer create() {
    Instant now = Instant.now();
    return create(NAME, Kind.ECDSA, now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(3650)));
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
    try {
      KeyPair state = keys(Kind.ECDSA);
      KeyPair documents = keys(kind);
      X500Name issuer = new X500Name(name);
      ContentSigner stateSigns =
          new JcaContentSignerBuilder(Kind.ECDSA.algorithm)
              .setProvider(BC)
              .build(state.getPrivate());
      X509CertificateHolder anchor =
          new JcaX509v3CertificateBuilder(
                  issuer,
                  BigInteger.ONE,
                  Date.from(from),
                  Date.from(to.plus(Duration.ofDays(3650))),
                  issuer,
                  state.getPublic())
              .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
              .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign))
              .build(stateSigns);
      X509CertificateHolder signer =
          new JcaX509v3CertificateBuilder(
                  issuer,
                  new BigInteger(63, new SecureRandom()),
                  Date.from(from),
                  Date.from(to),
                  new X500Name("C=VN,O=Mot Cua,CN=Simulated document signer"),
                  documents.getPublic())
              .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
              .build(stateSigns);
      return new SimulatedIssuer(anchor, signer, documents, kind);
    } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
      throw new IllegalStateException("this JVM cannot make keys", e);
    }
  }

  private static KeyPair keys(Kind kind) throws GeneralSecurityException {
    KeyPairGenerator generator =
        KeyPairGenerator.getInstance(kind.name().startsWith("RSA") ? "RSA" : "EC", BC);
    switch (kind) {
      case RSA, RSA_PSS -> generator.initialize(2048);
      case ECDSA -> generator.initialize(ECNamedCurveTable.getParameterSpec("brainpoolP256r1"));
      case ECDSA_EXPLICIT -> {
        var named = ECNamedCurveTable.getParameterSpec("brainpoolP512r1");
        generator.initialize(
            new ECParameterSpec(named.getCurve(), named.getG(), named.getN(), named.getH()));
      }
    }
    return generator.generateKeyPair();
  }

  /** The country signing certificate, DER: what a technician would install. */
  public byte[] anchor() {
    return encoded(anchor);
  }

  /** The document signer's certificate, DER. */
  public byte[] signer() {
    return encoded(signer);
  }

  private static byte[] encoded(X509CertificateHolder certificate) {
    try {
      return certificate.getEncoded();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * EF.SOD for these data groups.
   *
   * @param groups number → content, at least two of them
   */
  public byte[] sign(Map<Integer, byte[]> groups) {
    try {
      DataGroupHash[] hashes =
          new TreeMap<>(groups)
              .entrySet().stream()
                  .map(g ->
                      new DataGroupHash(
                          g.getKey(), new DEROctetString(Ciphers.digest("SHA-256", g.getValue()))))
                  .toArray(DataGroupHash[]::new);
      byte[] content =
          new LDSSecurityObject(
                  new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE),
                  hashes)
              .getEncoded("DER");
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(
          new JcaSignerInfoGeneratorBuilder(
                  new JcaDigestCalculatorProviderBuilder().setProvider(BC).build())
              .build(
                  new JcaContentSignerBuilder(kind.algorithm)
                      .setProvider(BC)
                      .build(signerKeys.getPrivate()),
                  signer));
      generator.addCertificates(new CollectionStore<>(List.of(signer)));
      return Der.tlv(
          0x77,
          generator
              .generate(
                  new CMSProcessableByteArray(
                      ICAOObjectIdentifiers.id_icao_ldsSecurityObject, content),
                  true)
              .getEncoded("DER"));
    } catch (IOException | CMSException | OperatorCreationException e) {
      throw new IllegalStateException("cannot sign", e);
    }
  }
}
