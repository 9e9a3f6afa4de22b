package vn.motcua.kiosk.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import vn.motcua.kiosk.store.seal.MasterKey;
import vn.motcua.scanner.FaultException;

/**
 * Where the secret of a data folder lies: in a file that only its user can read, or wrapped by a
 * key in a token. Moving it needs the folder for itself.
 */
public final class KeyPlace {
  private KeyPlace() {}

  /**
   * Where it is.
   *
   * @param token the token's name; empty if it is a plain file
   */
  public record Shown(Optional<String> token, Path file) {}

  /**
   * What a token is asked for.
   *
   * @param module the token's library
   * @param label the token's name; empty if just one is plugged in
   * @param key the key's name in it; an AES key is made if there is none
   * @param pinFile where the PIN lies when the program starts by itself; empty if the service
   *     manager brings it
   */
  public record Wish(Path module, Optional<String> label, String key, Optional<Path> pinFile) {}

  /** Where the secret of that folder is; needs neither the folder nor a PIN. */
  public static Shown show(Path root) throws FaultException {
    Path keys = root.resolve("keys");
    Path wrapped = keys.resolve(WrappedKey.FILE);
    if (Files.exists(wrapped)) {
      return new Shown(Optional.of(WrappedKey.read(wrapped).token()), wrapped);
    }
    if (!Files.exists(keys.resolve("lookup.key"))) {
      throw new FaultException(new StoreFault.KeyMissing());
    }
    return new Shown(Optional.empty(), keys.resolve("lookup.key"));
  }

  /**
   * Wraps the secret and takes the plain file away, once the token has given it back and the copy
   * is on the disk.
   *
   * @param copy where the plain secret is kept for the day when the token is lost; empty: nowhere
   * @param pin the caller wipes it
   * @throws FaultException with {@link StoreFault.KeyToken}; then everything is as it was
   */
  public static void wrap(DataFolder folder, Wish wish, Optional<Path> copy, char[] pin)
      throws FaultException {
    MasterKey master = KeyFile.open(folder);
    WrappedKey wrapped =
        WrappedKey.wrap(
            master,
            wish.module().toAbsolutePath(),
            wish.label(),
            wish.key(),
            wish.pinFile().map(Path::toAbsolutePath),
            pin);
    if (copy.isPresent()) {
      writePlain(copy.get().toAbsolutePath(), master);
    }
    Durable.writePrivate(folder.wrappedKey(), wrapped.json());
    remove(folder);
  }

  /** Lays the secret down as a plain file again. */
  public static void unwrap(DataFolder folder, char[] pin) throws FaultException {
    if (!Files.exists(folder.wrappedKey())) {
      throw new FaultException(new StoreFault.KeyMissing());
    }
    writePlain(folder.key(), WrappedKey.read(folder.wrappedKey()).open(pin));
    try {
      Files.delete(folder.wrappedKey());
      Durable.force(folder.keys());
    } catch (IOException trouble) {
      throw Trouble.of(trouble, folder.root());
    }
  }

  private static void writePlain(Path file, MasterKey master) throws FaultException {
    byte[] secret = master.copy();
    try {
      Durable.writePrivate(file, secret);
    } finally {
      MasterKey.wipe(secret);
    }
  }

  /** Written over first: a deleted file's bytes stay until something else needs their place. */
  static void remove(DataFolder folder) throws FaultException {
    try (var channel = FileChannel.open(folder.key(), StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.allocate(MasterKey.BYTES), 0);
      channel.force(true);
    } catch (IOException trouble) {
      throw Trouble.of(trouble, folder.root());
    }
    try {
      Files.delete(folder.key());
      Durable.force(folder.keys());
    } catch (IOException trouble) {
      throw Trouble.of(trouble, folder.root());
    }
  }
}
