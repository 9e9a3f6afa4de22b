package vn.motcua.kiosk.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import vn.motcua.kiosk.store.seal.MasterKey;
import vn.motcua.scanner.FaultException;

/** The key of a data folder in a file that only its user can read. */
final class KeyFile {
  private KeyFile() {}

  /**
   * Reads the key file, or makes it for a folder that has no database yet.
   *
   * @throws FaultException with {@link StoreFault.KeyMissing} if it is missing or has the wrong
   *     length
   */
  static MasterKey open(DataFolder folder) throws FaultException {
    Path file = folder.key();
    try {
      if (Files.exists(file)) {
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length != MasterKey.BYTES) {
          throw new FaultException(new StoreFault.KeyMissing());
        }
        return new MasterKey(bytes);
      }
      if (Files.exists(folder.database())) {
        throw new FaultException(new StoreFault.KeyMissing());
      }
      byte[] bytes = new byte[MasterKey.BYTES];
      new SecureRandom().nextBytes(bytes);
      closeToOthers(folder.keys());
      Durable.writePrivate(file, bytes);
      return new MasterKey(bytes);
    } catch (IOException trouble) {
      throw Trouble.of(trouble, folder.root());
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
