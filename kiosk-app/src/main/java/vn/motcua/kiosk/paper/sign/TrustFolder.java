package vn.motcua.kiosk.paper.sign;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CRLException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import vn.motcua.scanner.FaultException;

/**
 * The authorities that a technician installed: a folder with their certificates (.cer, .crt, .der,
 * .pem, .p7b), and for offices without a line also their revocation lists (.crl). Whoever has a
 * certificate from one of them signs with legal value; everybody else's signature is a trial.
 *
 * @param anchors self-signed certificates: where a chain ends
 * @param authorities certificates of further authorities, trusted as well
 * @param lists revocation lists
 */
public record TrustFolder(
    List<X509Certificate> anchors, List<X509Certificate> authorities, List<X509CRL> lists) {
  /** Nobody is trusted: every signature is a trial. */
  public static final TrustFolder EMPTY = new TrustFolder(List.of(), List.of(), List.of());

  private static final List<String> CERTIFICATES = List.of(".cer", ".crt", ".der", ".pem", ".p7b");
  private static final String LIST = ".crl";
  private static final long LARGEST = 64L << 20;
  private static final int MOST = 1000;

  public TrustFolder {
    anchors = List.copyOf(anchors);
    authorities = List.copyOf(authorities);
    lists = List.copyOf(lists);
  }

  /**
   * Reads the folder; one that does not exist trusts nobody. Files with other endings are passed
   * over.
   *
   * @throws FaultException with {@code SIGN-TRUST-DAMAGED} if one of the files cannot be
   *     understood: a list that is silently left out could be the one that revokes the signer
   */
  public static TrustFolder read(Path folder) throws FaultException {
    if (!Files.exists(folder)) {
      return EMPTY;
    }
    List<X509Certificate> anchors = new ArrayList<>();
    List<X509Certificate> authorities = new ArrayList<>();
    List<X509CRL> lists = new ArrayList<>();
    for (Path file : files(folder)) {
      byte[] bytes = read(file, folder);
      try {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        if (name(file).endsWith(LIST)) {
          lists.add((X509CRL) factory.generateCRL(new ByteArrayInputStream(bytes)));
          continue;
        }
        for (Certificate each : factory.generateCertificates(new ByteArrayInputStream(bytes))) {
          X509Certificate certificate = (X509Certificate) each;
          if (isSelfSigned(certificate)) {
            anchors.add(certificate);
          } else if (certificate.getBasicConstraints() >= 0) {
            authorities.add(certificate);
          }
        }
      } catch (CertificateException | CRLException | ClassCastException e) {
        throw damaged(file, e);
      }
    }
    return new TrustFolder(anchors, authorities, lists);
  }

  /** Whether nobody is trusted. */
  public boolean isEmpty() {
    return anchors.isEmpty() && authorities.isEmpty();
  }

  static boolean isSelfSigned(X509Certificate certificate) {
    if (!certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
      return false;
    }
    try {
      certificate.verify(certificate.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static List<Path> files(Path folder) throws FaultException {
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> files =
          all.filter(Files::isRegularFile)
              .filter(file ->
                  name(file).endsWith(LIST)
                      || CERTIFICATES.stream().anyMatch(end -> name(file).endsWith(end)))
              .sorted()
              .limit(MOST + 1)
              .toList();
      if (files.size() > MOST) {
        throw new FaultException(new SignFault.Document(SignFault.DocumentTrouble.TRUST));
      }
      return files;
    } catch (IOException e) {
      throw damaged(folder, e);
    }
  }

  private static byte[] read(Path file, Path folder) throws FaultException {
    try (InputStream in = Files.newInputStream(file)) {
      if (Files.size(file) > LARGEST) {
        throw damaged(file, new IOException("too large"));
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw damaged(folder, e);
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
  }

  private static FaultException damaged(Path file, Exception e) {
    return new FaultException(
        new SignFault.Document(SignFault.DocumentTrouble.TRUST),
        new IOException(String.valueOf(file.getFileName()), e));
  }
}
