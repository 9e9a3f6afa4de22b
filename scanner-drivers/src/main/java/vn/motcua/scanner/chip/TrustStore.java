package vn.motcua.scanner.chip;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.scanner.chip.TrustReason.Kind;

/**
 * The country signing certificates (CSCA) that a technician installed. A document signer is trusted
 * only if the <em>key</em> of one of them signed it: names prove nothing.
 */
public final class TrustStore {
  private static final Logger LOG = LoggerFactory.getLogger(TrustStore.class);
  private static final int MAX_FILE = 1 << 20;
  private static final int MAX_FILES = 1000;
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN CERTIFICATE-----([^-]*)-----END CERTIFICATE-----");

  private final List<X509CertificateHolder> anchors;

  private TrustStore(List<X509CertificateHolder> anchors) {
    this.anchors = List.copyOf(anchors);
  }

  /** No anchor at all: nothing can be better than {@link Trust#SIGNED_UNKNOWN_ISSUER}. */
  public static TrustStore empty() {
    return new TrustStore(List.of());
  }

  /**
   * Anchors given as DER.
   *
   * @throws IOException if one is no certificate of a certification authority
   */
  public static TrustStore of(List<byte[]> certificates) throws IOException {
    List<X509CertificateHolder> anchors = new ArrayList<>();
    for (byte[] der : certificates) {
      anchors.add(anchor(der));
    }
    return new TrustStore(anchors);
  }

  /**
   * Every {@code .cer}, {@code .crt}, {@code .der} and {@code .pem} file in {@code directory}, DER
   * or PEM (a PEM file may hold several). A file that holds no CA certificate is passed over with a
   * line in the log; a directory that does not exist holds none.
   *
   * @throws IOException if the directory exists and cannot be listed
   */
  public static TrustStore load(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return empty();
    }
    List<Path> files;
    try (Stream<Path> listing = Files.list(directory)) {
      files =
          listing
              .filter(f -> f.getFileName().toString().matches("(?i).*\\.(cer|crt|der|pem)"))
              .sorted()
              .limit(MAX_FILES)
              .toList();
    }
    List<X509CertificateHolder> anchors = new ArrayList<>();
    for (Path file : files) {
      try {
        for (byte[] der : certificatesIn(file)) {
          anchors.add(anchor(der));
        }
      } catch (IOException wrong) {
        LOG.warn("{} is no usable trust anchor: {}", file.getFileName(), wrong.getMessage());
      }
    }
    LOG.info("{} trust anchors for chips", anchors.size());
    return new TrustStore(anchors);
  }

  /** How many anchors there are. */
  public int size() {
    return anchors.size();
  }

  /**
   * Who vouches for a document signer.
   *
   * @param signer its certificate
   * @param signed when it signed the card
   * @param state issuing state of the card's machine readable zone
   * @param now the time by the machine's clock
   */
  IssuerCheck check(X509CertificateHolder signer, Instant signed, String state, Instant now) {
    if (anchors.isEmpty()) {
      return new IssuerCheck.Untrusted(Kind.NO_ANCHOR);
    }
    X509CertificateHolder issuer = issuerOf(signer);
    if (issuer == null) {
      return new IssuerCheck.Untrusted(Kind.ISSUER_UNKNOWN);
    }
    Date then = Date.from(signed);
    if (!issuer.isValidOn(then)) {
      return new IssuerCheck.Untrusted(Kind.ANCHOR_EXPIRED);
    }
    if (!signer.isValidOn(then)) {
      return new IssuerCheck.Untrusted(Kind.SIGNER_EXPIRED);
    }
    if (!maySignDocuments(signer)) {
      return new IssuerCheck.Untrusted(Kind.SIGNER_NOT_FOR_DOCUMENTS);
    }
    return new IssuerCheck.Trusted(
        new Anchor.Official(issuer.getSubject().toString(), ""), List.of());
  }

  /** The anchor whose key signed this certificate; its name alone does not make it one. */
  private @Nullable X509CertificateHolder issuerOf(X509CertificateHolder signer) {
    for (X509CertificateHolder anchor : anchors) {
      if (!anchor.getSubject().equals(signer.getIssuer())) {
        continue;
      }
      try {
        ContentVerifierProvider verifier =
            new JcaContentVerifierProviderBuilder()
                .setProvider(PassiveAuthentication.BC)
                .build(anchor);
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

  private static List<byte[]> certificatesIn(Path file) throws IOException {
    if (Files.size(file) > MAX_FILE) {
      throw new IOException("larger than any certificate");
    }
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    if (!text.contains("-----BEGIN")) {
      return List.of(bytes);
    }
    List<byte[]> found = new ArrayList<>();
    Matcher matcher = PEM.matcher(text);
    while (matcher.find()) {
      try {
        found.add(Base64.getMimeDecoder().decode(matcher.group(1)));
      } catch (IllegalArgumentException wrong) {
        throw new IOException("no Base64 between the PEM lines", wrong);
      }
    }
    return found;
  }

  private static X509CertificateHolder anchor(byte[] der) throws IOException {
    try {
      X509CertificateHolder certificate = new X509CertificateHolder(der);
      BasicConstraints basic = BasicConstraints.fromExtensions(certificate.getExtensions());
      KeyUsage usage = KeyUsage.fromExtensions(certificate.getExtensions());
      if (basic == null || !basic.isCA()) {
        throw new IOException("not the certificate of a certification authority");
      }
      if (usage != null && !usage.hasUsages(KeyUsage.keyCertSign)) {
        throw new IOException("its key may not sign certificates");
      }
      return certificate;
    } catch (RuntimeException wrong) {
      throw new IOException("not an X.509 certificate", wrong);
    }
  }
}
