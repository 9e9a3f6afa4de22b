package vn.motcua.kiosk.paper.sign;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.Req;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.jcajce.JcaBasicOCSPRespBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.jspecify.annotations.Nullable;

/**
 * An invented authority with everything that a real one runs: certificates, revocation list, OCSP
 * responder and timestamps, on loopback.
 */
final class TestAuthority implements AutoCloseable {
  private static final AtomicLong SERIAL = new AtomicLong(1000);

  /** A key pair with its certificate. */
  record Holder(PrivateKey key, X509Certificate certificate) {}

  final Holder root;
  final Holder stamps;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<BigInteger, Instant> revoked = new ConcurrentHashMap<>();
  volatile boolean online = true;
  volatile UnaryOperator<byte[]> stampAnswer = answer -> answer;
  volatile Holder stampSigner;

  /** Answers questions by OCSP instead of this authority's own responder. */
  volatile @Nullable UnaryOperator<byte[]> responder;

  volatile int imprintShift;

  TestAuthority(String name) throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/crl", exchange -> answer(exchange, encodedList()));
    server.createContext("/ocsp", exchange -> answer(exchange, ocsp(exchange)));
    server.createContext("/tsa", exchange -> answer(exchange, stamp(exchange)));
    server.start();
    KeyPair pair = ec();
    root =
        new Holder(
            pair.getPrivate(),
            certificate(
                name,
                pair,
                name,
                pair.getPrivate(),
                "SHA256withECDSA",
                Kind.AUTHORITY,
                Instant.now().minus(Duration.ofDays(3650)),
                Instant.now().plus(Duration.ofDays(3650))));
    stamps = issue("Dấu thời gian thử", Kind.STAMPS);
    stampSigner = stamps;
  }

  /** What a certificate is for, and what it says about asking. */
  enum Kind {
    AUTHORITY,
    SIGNER_CRL,
    SIGNER_OCSP,
    SIGNER_MUTE,
    ENCRYPTION,
    SERVER,
    STAMPS
  }

  static KeyPair ec() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  static KeyPair rsa(int bits) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(bits);
    return generator.generateKeyPair();
  }

  Holder issue(String name, Kind kind) throws Exception {
    return issue(name, kind, ec(), "SHA256withECDSA", Duration.ofDays(-1), Duration.ofDays(365));
  }

  Holder issue(
      String name, Kind kind, KeyPair pair, String algorithm, Duration from, Duration until)
      throws Exception {
    return new Holder(
        pair.getPrivate(),
        certificate(
            name,
            pair,
            Names.subject(root.certificate()),
            root.key(),
            algorithm,
            kind,
            Instant.now().plus(from),
            Instant.now().plus(until)));
  }

  private X509Certificate certificate(
      String name,
      KeyPair pair,
      String issuer,
      PrivateKey issuerKey,
      String algorithm,
      Kind kind,
      Instant from,
      Instant until)
      throws Exception {
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            new X500Principal("CN=" + issuer),
            BigInteger.valueOf(SERIAL.incrementAndGet()),
            Date.from(from),
            Date.from(until),
            new X500Principal(
                "CN=" + name + (kind == Kind.AUTHORITY ? "" : ",O=UBND phường Thử Nghiệm")),
            pair.getPublic());
    boolean authority = kind == Kind.AUTHORITY;
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
    builder.addExtension(
        Extension.keyUsage,
        true,
        new KeyUsage(
            switch (kind) {
              case AUTHORITY -> KeyUsage.keyCertSign | KeyUsage.cRLSign | KeyUsage.digitalSignature;
              case ENCRYPTION -> KeyUsage.keyEncipherment;
              default -> KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
            }));
    if (kind == Kind.STAMPS) {
      builder.addExtension(
          Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
    }
    if (kind == Kind.SERVER) {
      builder.addExtension(
          Extension.extendedKeyUsage,
          false,
          new ExtendedKeyUsage(
              new KeyPurposeId[] {KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth}));
    }
    if (kind == Kind.SIGNER_CRL || kind == Kind.STAMPS) {
      builder.addExtension(
          Extension.cRLDistributionPoints,
          false,
          new CRLDistPoint(
              new DistributionPoint[] {
                new DistributionPoint(
                    new DistributionPointName(new GeneralNames(uri("/crl"))), null, null)
              }));
    }
    if (kind == Kind.SIGNER_OCSP) {
      builder.addExtension(
          Extension.authorityInfoAccess,
          false,
          new AuthorityInformationAccess(AccessDescription.id_ad_ocsp, uri("/ocsp")));
    }
    return new JcaX509CertificateConverter()
        .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm).build(issuerKey)));
  }

  private GeneralName uri(String path) {
    return new GeneralName(GeneralName.uniformResourceIdentifier, address(path).toString());
  }

  URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  TimestampAuthority timestamps() {
    return new HttpTimestampAuthority(
        address("/tsa"), java.time.Clock.systemUTC(), Duration.ofSeconds(20));
  }

  TrustFolder trust() {
    return new TrustFolder(List.of(root.certificate()), List.of(), List.of());
  }

  void revoke(X509Certificate certificate, Instant when) {
    revoked.put(certificate.getSerialNumber(), when);
  }

  X509CRL list() {
    try {
      JcaX509v2CRLBuilder builder =
          new JcaX509v2CRLBuilder(
              root.certificate(), Date.from(Instant.now().minus(Duration.ofHours(1))));
      builder.setNextUpdate(Date.from(Instant.now().plus(Duration.ofDays(7))));
      revoked.forEach((serial, when) -> builder.addCRLEntry(serial, Date.from(when), 1));
      return new JcaX509CRLConverter()
          .getCRL(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(root.key())));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] encodedList() throws IOException {
    try {
      return list().getEncoded();
    } catch (java.security.cert.CRLException e) {
      throw new IOException(e);
    }
  }

  private byte[] ocsp(HttpExchange exchange) throws IOException {
    try {
      byte[] question = exchange.getRequestBody().readAllBytes();
      if (responder != null) {
        return responder.apply(question);
      }
      OCSPReq request = new OCSPReq(question);
      BasicOCSPRespBuilder builder =
          new JcaBasicOCSPRespBuilder(
              root.certificate().getPublicKey(),
              new JcaDigestCalculatorProviderBuilder()
                  .build()
                  .get(org.bouncycastle.cert.ocsp.RespID.HASH_SHA1));
      for (Req each : request.getRequestList()) {
        Instant when = revoked.get(each.getCertID().getSerialNumber());
        builder.addResponse(
            each.getCertID(),
            when == null ? CertificateStatus.GOOD : new RevokedStatus(Date.from(when), 1),
            new Date(),
            Date.from(Instant.now().plus(Duration.ofDays(1))));
      }
      Extension nonce =
          request.getExtension(org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
      builder.setResponseExtensions(new org.bouncycastle.asn1.x509.Extensions(nonce));
      return new OCSPRespBuilder()
          .build(
              OCSPResp.SUCCESSFUL,
              builder.build(
                  new JcaContentSignerBuilder("SHA256withECDSA").build(root.key()),
                  null,
                  new Date()))
          .getEncoded();
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  private byte[] stamp(HttpExchange exchange) throws IOException {
    try {
      TimeStampRequest asked = new TimeStampRequest(exchange.getRequestBody().readAllBytes());
      byte[] imprint = asked.getMessageImprintDigest();
      imprint[0] = (byte) (imprint[0] + imprintShift);
      org.bouncycastle.tsp.TimeStampRequestGenerator again =
          new org.bouncycastle.tsp.TimeStampRequestGenerator();
      again.setCertReq(true);
      TimeStampRequest request =
          imprintShift == 0
              ? asked
              : again.generate(TSPAlgorithms.SHA256, imprint, asked.getNonce());
      Holder signer = stampSigner;
      TimeStampTokenGenerator tokens =
          new TimeStampTokenGenerator(
              new JcaSimpleSignerInfoGeneratorBuilder()
                  .build("SHA256withECDSA", signer.key(), signer.certificate()),
              new JcaDigestCalculatorProviderBuilder()
                  .build()
                  .get(
                      new org.bouncycastle.asn1.x509.AlgorithmIdentifier(
                          org.bouncycastle.asn1.nist.NISTObjectIdentifiers.id_sha256)),
              new org.bouncycastle.asn1.ASN1ObjectIdentifier("1.2.3.4.1"));
      tokens.addCertificates(
          new org.bouncycastle.util.CollectionStore<>(
              List.of(new JcaX509CertificateHolder(signer.certificate()))));
      return stampAnswer.apply(
          new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
              .generate(request, BigInteger.valueOf(SERIAL.incrementAndGet()), new Date())
              .getEncoded());
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  private void answer(HttpExchange exchange, byte[] body) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      exchange.sendResponseHeaders(online ? 200 : 503, body.length == 0 ? -1 : body.length);
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(body);
      }
    }
  }

  /** Writes a PKCS#12 file. */
  static Path p12(Path file, Holder holder, String password) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "ky", holder.key(), password.toCharArray(), new Certificate[] {holder.certificate()});
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, password.toCharArray());
    }
    return file;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
