package vn.motcua.kiosk.forms.receipt;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Optional;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import vn.motcua.kiosk.pdf.WholeFile;
import vn.motcua.scanner.FaultException;

/**
 * The signing key of a site: made once for a data folder, its private part in a file that only its
 * user can read, its public part beside it.
 */
public final class SiteSigner {
  private static final String PRIVATE = "receipt-signing.key";
  private static final String PUBLIC = "receipt-signing.pem";

  private final PrivateKey secret;
  private final SiteKey key;

  private SiteSigner(PrivateKey secret, SiteKey key) {
    this.secret = secret;
    this.key = key;
  }

  /**
   * The key in {@code folder}, made if there is none yet.
   *
   * @param site whose key it is, for people
   * @throws FaultException with {@link ReceiptFault.KeyDamaged} if the file cannot be understood: a
   *     new key would make all receipts of the old one strangers, so that none is made
   */
  public static SiteSigner open(Path folder, String site) throws FaultException {
    Path file = folder.resolve(PRIVATE);
    Path open = folder.resolve(PUBLIC);
    try {
      Optional<SiteKey> known = publicKey(folder);
      if (Files.exists(file) && known.isPresent()) {
        return check(new SiteSigner(secret(Files.readAllBytes(file)), known.get()));
      }
      if (Files.exists(open)) {
        throw new FaultException(new ReceiptFault.KeyDamaged());
      }
      if (Files.exists(file)) {
        // The making was cut off, or somebody took the public part away: it follows from the other.
        byte[] encoded = Files.readAllBytes(file);
        SiteSigner again = check(new SiteSigner(secret(encoded), publicOf(encoded)));
        write(open, again.key.pem(site).getBytes(StandardCharsets.UTF_8));
        return again;
      }
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      SiteKey made = SiteKey.ofX509(pair.getPublic().getEncoded()).orElseThrow();
      Files.createDirectories(folder);
      write(file, pair.getPrivate().getEncoded());
      write(open, made.pem(site).getBytes(StandardCharsets.UTF_8));
      return new SiteSigner(pair.getPrivate(), made);
    } catch (IOException trouble) {
      throw new FaultException(WholeFile.faultOf(trouble, folder), trouble);
    } catch (GeneralSecurityException damaged) {
      throw new FaultException(new ReceiptFault.KeyDamaged(), damaged);
    }
  }

  /** The public part in {@code folder}, if a key was made there. Looks only. */
  public static Optional<SiteKey> publicKey(Path folder) throws IOException {
    Path open = folder.resolve(PUBLIC);
    return Files.exists(open) ? SiteKey.ofPem(Files.readString(open)) : Optional.empty();
  }

  /** The public part. */
  public SiteKey key() {
    return key;
  }

  /** The Ed25519 signature of {@code message}: 64 bytes. */
  public byte[] sign(byte[] message) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(secret);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("a key that was tried can sign", impossible);
    }
  }

  private static SiteSigner check(SiteSigner signer) throws GeneralSecurityException {
    byte[] trial = PRIVATE.getBytes(StandardCharsets.US_ASCII);
    if (!signer.key.verifies(trial, signer.sign(trial))) {
      throw new GeneralSecurityException("the two parts of the key do not belong together");
    }
    return signer;
  }

  private static PrivateKey secret(byte[] encoded) throws GeneralSecurityException {
    return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
  }

  /** RFC 8410 §7: the 32 bytes of the private key stand at the end of its PKCS#8 form. */
  private static SiteKey publicOf(byte[] encoded) throws GeneralSecurityException {
    if (encoded.length < Ed25519PrivateKeyParameters.KEY_SIZE) {
      throw new GeneralSecurityException("too short for a key");
    }
    byte[] raw =
        new Ed25519PrivateKeyParameters(
                encoded, encoded.length - Ed25519PrivateKeyParameters.KEY_SIZE)
            .generatePublicKey()
            .getEncoded();
    return SiteKey.of(raw).orElseThrow(GeneralSecurityException::new);
  }

  /** Nobody else can read it at any moment; it is whole or not there. */
  private static void write(Path target, byte[] bytes) throws IOException {
    Path part = target.resolveSibling(target.getFileName() + ".part");
    Files.deleteIfExists(part);
    if (Files.getFileStore(part.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
      Files.createFile(
          part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      // Elsewhere the folder of the user or service protects the file.
      Files.createFile(part);
    }
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      java.nio.ByteBuffer content = java.nio.ByteBuffer.wrap(bytes);
      while (content.hasRemaining()) {
        channel.write(content);
      }
      channel.force(true);
    }
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    WholeFile.forceFolderOf(target);
  }
}
