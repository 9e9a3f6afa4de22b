package vn.motcua.scanner.chip.simulated;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/**
 * Keeps an issuer in a folder, so that several cards, made at several times, have the same one. The
 * files {@code csca.pem}, {@code signer-1.pem} and so on each hold how the key signs ({@link
 * SignatureScheme#text}, a comment to other programs), the certificate, and the private key as PKCS
 * #8 without a password: simulated keys, of no worth.
 */
public final class IssuerFolder {
  private static final String STATE = "csca.pem";

  private IssuerFolder() {}

  /** Whether an issuer is kept there. */
  public static boolean exists(Path folder) {
    return Files.exists(folder.resolve(STATE));
  }

  /**
   * Writes the issuer; the folder is made if need be.
   *
   * @throws IOException if it cannot be written, or another issuer is kept there already
   */
  public static void save(SimulatedIssuer issuer, Path folder) throws IOException {
    if (exists(folder)) {
      throw new IOException(folder + " holds an issuer already");
    }
    Files.createDirectories(folder);
    for (int i = 0; i < issuer.holders().size(); i++) {
      write(issuer.holders().get(i), folder.resolve(signer(i)));
    }
    write(issuer.state(), folder.resolve(STATE));
  }

  private static String signer(int index) {
    return "signer-" + (index + 1) + ".pem";
  }

  private static void write(IssuerParts.Holder holder, Path file) throws IOException {
    StringWriter text = new StringWriter();
    text.write(holder.scheme().text() + "\n");
    try (PemWriter pem = new PemWriter(text)) {
      pem.writeObject(new PemObject("CERTIFICATE", holder.certificate().getEncoded()));
      pem.writeObject(new PemObject("PRIVATE KEY", holder.key().getEncoded()));
    }
    Files.writeString(file, text.toString());
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
  }

  /**
   * Reads the issuer that is kept there.
   *
   * @throws IOException if there is none or a file is not what it should be; the message names it
   */
  public static SimulatedIssuer load(Path folder) throws IOException {
    IssuerParts.Holder state = read(folder.resolve(STATE));
    List<IssuerParts.Holder> signers = new ArrayList<>();
    while (Files.exists(folder.resolve(signer(signers.size())))) {
      signers.add(read(folder.resolve(signer(signers.size()))));
    }
    if (signers.isEmpty()) {
      throw new IOException(folder.resolve(signer(0)) + " is missing");
    }
    return new SimulatedIssuer(state, signers, SodForm.USUAL);
  }

  private static IssuerParts.Holder read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException(file + " is missing");
    }
    String text = Files.readString(file, StandardCharsets.US_ASCII);
    try (PEMParser pem = new PEMParser(new StringReader(text))) {
      if (pem.readObject() instanceof X509CertificateHolder certificate
          && pem.readObject() instanceof PrivateKeyInfo info) {
        PrivateKey key = new JcaPEMKeyConverter().setProvider(IssuerParts.BC).getPrivateKey(info);
        return new IssuerParts.Holder(
            certificate, key, SignatureScheme.parse(text.lines().findFirst().orElse("")));
      }
    } catch (IOException | RuntimeException wrong) {
      throw new IOException(file + ": " + wrong.getMessage(), wrong);
    }
    throw new IOException(file + " does not hold a certificate and a private key");
  }
}
