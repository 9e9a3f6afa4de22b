package vn.motcua.kiosk.paper.sign;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import vn.motcua.scanner.FaultException;

/**
 * A key in a PKCS#12 file (RFC 7292). For trials and for seals kept on a server: TT
 * 15/2025/TT-BKHCN Đ5 wants a signer's key in a device of its own.
 */
public final class FileKey implements SigningKey {
  private static final long LARGEST = 4L << 20;

  private final KeyStoreKey key;
  private final String place;

  private FileKey(KeyStoreKey key, String place) {
    this.key = key;
    this.place = place;
  }

  /**
   * Opens the file.
   *
   * @param password of the file and of the key; the caller wipes it
   * @param alias which key; empty if the file holds just one
   * @throws FaultException with a {@link SignFault.Key}
   */
  public static FileKey open(Path file, char[] password, Optional<String> alias)
      throws FaultException {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
        throw KeyStoreKey.fault(SignFault.KeyTrouble.FILE);
      }
      KeyStore store = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(file)) {
        store.load(in, password);
      }
      return new FileKey(
          KeyStoreKey.in(store, alias, password, Optional.empty()),
          "PKCS#12 " + file.getFileName());
    } catch (IOException e) {
      boolean wrong = e.getCause() instanceof UnrecoverableKeyException;
      throw new FaultException(
          new SignFault.Key(wrong ? SignFault.KeyTrouble.PIN : SignFault.KeyTrouble.FILE), e);
    } catch (UnrecoverableKeyException e) {
      throw new FaultException(new SignFault.Key(SignFault.KeyTrouble.PIN), e);
    } catch (GeneralSecurityException | RuntimeException e) {
      // A spoiled file leads the parser to more than it declares.
      throw new FaultException(new SignFault.Key(SignFault.KeyTrouble.FILE), e);
    }
  }

  @Override
  public List<X509Certificate> certificates() {
    return key.chain();
  }

  @Override
  public byte[] sign(byte[] message) throws FaultException {
    try {
      return key.sign(message);
    } catch (GeneralSecurityException e) {
      throw new FaultException(new SignFault.Key(SignFault.KeyTrouble.MISMATCH), e);
    }
  }

  @Override
  public String place() {
    return place;
  }

  @Override
  public void close() {}
}
