package vn.motcua.kiosk.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import vn.motcua.kiosk.store.seal.MasterKey;
import vn.motcua.scanner.FaultException;

/** The key of a data folder: a file that only its user can read, or one that a token unwraps. */
final class KeyFile {
  private KeyFile() {}

  /**
   * Reads the key file, has a token unwrap it, or makes it for a folder that has no database yet.
   *
   * @throws FaultException with {@link StoreFault.KeyMissing} if it is missing or has the wrong
   *     length, with {@link StoreFault.KeyToken} or {@link StoreFault.KeyPinMissing} if it is in a
   *     token that does not give it
   */
  static MasterKey open(DataFolder folder) throws FaultException {
    boolean wrapped = Files.exists(folder.wrappedKey());
    if (wrapped || Files.exists(folder.key()) || Files.exists(folder.database())) {
      MasterKey master = existing(folder.root());
      // A power cut came between wrapping and taking the plain file away.
      if (wrapped && Files.exists(folder.key())) {
        KeyPlace.remove(folder);
      }
      return master;
    }
    byte[] bytes = new byte[MasterKey.BYTES];
    new SecureRandom().nextBytes(bytes);
    try {
      closeToOthers(folder.keys());
    } catch (IOException trouble) {
      throw Trouble.of(trouble, folder.root());
    }
    Durable.writePrivate(folder.key(), bytes);
    return new MasterKey(bytes);
  }

  /**
   * Reads the key of a folder that need not be ours.
   *
   * @throws FaultException as {@link #open}
   */
  static MasterKey existing(Path root) throws FaultException {
    Path keys = root.resolve("keys");
    if (Files.exists(keys.resolve(WrappedKey.FILE))) {
      return WrappedKey.read(keys.resolve(WrappedKey.FILE)).open();
    }
    Path file = keys.resolve("lookup.key");
    try {
      byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
      if (bytes.length != MasterKey.BYTES) {
        throw new FaultException(new StoreFault.KeyMissing());
      }
      return new MasterKey(bytes);
    } catch (IOException trouble) {
      throw Trouble.of(trouble, root);
    }
  }

  private static void closeToOthers(Path keys) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(keys, PosixFileAttributeView.class);
    // Where there are no such permissions, the folder of the user or service protects the file.
    if (view != null) {
      view.setPermissions(PosixFilePermissions.fromString("rwx------"));
    }
  }
}
