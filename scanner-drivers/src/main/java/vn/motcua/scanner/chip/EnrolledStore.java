package vn.motcua.scanner.chip;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;
import vn.motcua.scanner.FaultException;

/**
 * Keeps what was learnt here in one file of the trust folder, apart from official certificates.
 * Writing replaces the file as a whole or not at all, and only its owner may read it.
 */
public final class EnrolledStore {
  /** The name of the file. */
  public static final String FILE = "enrolled.txt";

  /** The name of the file in which an application notes who changed what; never looked into. */
  public static final String LOG_FILE = "changes.log";

  private static final int MAX_FILE = 4 << 20;

  private final Path folder;

  /**
   * @param folder the trust folder; need not exist before something is written
   */
  public EnrolledStore(Path folder) {
    this.folder = folder;
  }

  /**
   * What was learnt; nothing if there is no file.
   *
   * @throws FaultException TRUST-STORE-DAMAGED if the file is there and not as it was written; it
   *     is left as it is
   */
  public EnrolledAnchors read() throws FaultException {
    Path file = folder.resolve(FILE);
    return Files.notExists(file) ? EnrolledAnchors.NONE : read(file);
  }

  /**
   * Keeps this instead of what was kept before.
   *
   * @throws FaultException TRUST-STORE-WRITE if that is impossible; what was there is still there
   */
  public void write(EnrolledAnchors anchors) throws FaultException {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new FaultException(new TrustFault.StoreUnwritable(), e);
    }
    write(folder.resolve(FILE), anchors);
  }

  /**
   * Reads a file that {@link #write(Path, EnrolledAnchors)} wrote, on this machine or another.
   *
   * @throws FaultException TRUST-STORE-DAMAGED if it is not as it was written
   */
  public static EnrolledAnchors read(Path file) throws FaultException {
    try {
      if (Files.size(file) > MAX_FILE) {
        throw new IOException("larger than anything that was learnt");
      }
      return EnrolledForm.read(Files.readAllBytes(file));
    } catch (IOException wrong) {
      throw new FaultException(new TrustFault.StoreDamaged(), wrong);
    }
  }

  /**
   * Writes one file: first beside it, flushed to the disk, then renamed.
   *
   * @throws FaultException TRUST-STORE-WRITE if that is impossible
   */
  public static void write(Path file, EnrolledAnchors anchors) throws FaultException {
    Path beside =
        file.resolveSibling("." + file.getFileName() + "." + ProcessHandle.current().pid());
    try {
      try (FileChannel out =
          FileChannel.open(
              beside,
              Set.of(
                  StandardOpenOption.CREATE,
                  StandardOpenOption.TRUNCATE_EXISTING,
                  StandardOpenOption.WRITE),
              ownerOnly())) {
        ByteBuffer bytes = ByteBuffer.wrap(EnrolledForm.write(anchors));
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
        out.force(true);
      }
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      try {
        Files.deleteIfExists(beside);
      } catch (IOException stays) {
        e.addSuppressed(stays);
      }
      throw new FaultException(new TrustFault.StoreUnwritable(), e);
    }
  }

  /**
   * The SHA-256 of a file in hexadecimal digits, to be read out over the phone.
   *
   * @throws FaultException TRUST-STORE-DAMAGED if it cannot be read
   */
  public static String fingerprint(Path file) throws FaultException {
    try {
      MessageDigest sum = MessageDigest.getInstance("SHA-256");
      try (InputStream in = Files.newInputStream(file)) {
        byte[] buffer = new byte[65_536];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
          sum.update(buffer, 0, n);
        }
      }
      return HexFormat.of().formatHex(sum.digest());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("SHA-256 is missing", e);
    } catch (IOException e) {
      throw new FaultException(new TrustFault.StoreDamaged(), e);
    }
  }

  /** Windows keeps a user's folders to that user anyway. */
  private static FileAttribute<?>[] ownerOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
