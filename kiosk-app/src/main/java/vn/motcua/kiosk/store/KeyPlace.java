package vn.motcua.kiosk.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
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
   * is on the disk. A secret that is wrapped already is wrapped anew, by another token perhaps.
   *
   * @param copy where the plain secret is kept for the day when the token is lost; empty: nowhere
   * @param pin the caller wipes it
   * @throws FaultException with {@link StoreFault.KeyToken} or another of the store; then
   *     everything is as it was
   * @throws IllegalArgumentException if the copy is there already; nothing is written over
   */
  public static void wrap(DataFolder folder, Wish wish, Optional<Path> copy, char[] pin)
      throws FaultException {
    if (copy.filter(Files::exists).isPresent()) {
      throw new IllegalArgumentException("a copy is there already");
    }
    MasterKey master = secret(folder, pin);
    WrappedKey wrapped =
        WrappedKey.wrap(
            master,
            wish.module().toAbsolutePath(),
            wish.label(),
            wish.key(),
            wish.pinFile().map(Path::toAbsolutePath),
            pin);
    KeyFiles before = KeyFiles.of(folder);
    try {
      if (copy.isPresent()) {
        writePlain(copy.get().toAbsolutePath(), master);
      }
      Durable.writePrivate(folder.wrappedKey(), wrapped.json());
      if (Files.exists(folder.key())) {
        remove(folder);
      }
    } catch (FaultException trouble) {
      before.putBack(folder, master);
      // Last, for if the secret could not be put back, this is where it is.
      copy.ifPresent(Durable::remove);
      throw trouble;
    }
  }

  /**
   * What stood in the folder of keys before.
   *
   * @param plain whether the plain file was there
   * @param wrapped the wrapped one
   */
  private record KeyFiles(boolean plain, Optional<byte[]> wrapped) {
    static KeyFiles of(DataFolder folder) throws FaultException {
      try {
        return new KeyFiles(
            Files.exists(folder.key()),
            Files.exists(folder.wrappedKey())
                ? Optional.of(Files.readAllBytes(folder.wrappedKey()))
                : Optional.empty());
      } catch (IOException trouble) {
        throw Trouble.of(trouble, folder.root());
      }
    }

    void putBack(DataFolder folder, MasterKey master) throws FaultException {
      // A full disk takes nothing, so that only what is no longer as it was is written.
      byte[] secret = master.copy();
      try {
        if (plain && !holds(folder.key(), secret)) {
          Durable.writePrivate(folder.key(), secret);
        }
      } finally {
        MasterKey.wipe(secret);
      }
      if (wrapped.isPresent()) {
        if (!holds(folder.wrappedKey(), wrapped.get())) {
          Durable.writePrivate(folder.wrappedKey(), wrapped.get());
        }
      } else {
        try {
          Files.deleteIfExists(folder.wrappedKey());
          Durable.force(folder.keys());
        } catch (IOException trouble) {
          throw Trouble.of(trouble, folder.root());
        }
      }
    }
  }

  private static boolean holds(Path file, byte[] bytes) {
    try {
      return Files.exists(file) && Arrays.equals(Files.readAllBytes(file), bytes);
    } catch (IOException unreadable) {
      return false;
    }
  }

  /** The secret as it is kept now; a token that has nobody to give its PIN gets the new one's. */
  private static MasterKey secret(DataFolder folder, char[] pin) throws FaultException {
    try {
      return KeyFile.open(folder);
    } catch (FaultException trouble) {
      if (trouble.fault() instanceof StoreFault.KeyPinMissing) {
        return WrappedKey.read(folder.wrappedKey()).open(pin);
      }
      throw trouble;
    }
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
