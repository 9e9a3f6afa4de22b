package vn.motcua.kiosk.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.scanner.FaultException;

/**
 * A folder with everything that one installation keeps. One process owns it as long as this is
 * open; the lock ends with the process, however that ends.
 */
public final class DataFolder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);

  static final String DATABASE = "motcua.db";

  /** What may lie in a folder that a house is about to move into. */
  private static final Set<String> OURS =
      Set.of(
          "lock",
          "probe",
          "tmp",
          "batches",
          "blobs",
          "keys",
          "trust",
          "receipt-sites",
          "form-templates",
          "calendar",
          "profiles",
          "helpers",
          "procedures",
          "languages",
          "clips",
          "sources",
          "scanner-pins",
          "outgoing",
          "settings.json",
          "lost+found");

  private final Path root;
  private final FileChannel channel;
  private final FileLock lock;

  private DataFolder(Path root, FileChannel channel, FileLock lock) {
    this.root = root;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Takes the folder, making it if need be.
   *
   * @throws FaultException with {@link StoreFault.NotOurs} if somebody else's files lie in it,
   *     {@link StoreFault.InUse} if another process has it, {@link StoreFault.ReadOnly}, {@link
   *     StoreFault.Full} or {@link StoreFault.Disk}
   */
  public static DataFolder open(Path path) throws FaultException {
    Path root = path.toAbsolutePath().normalize();
    try {
      Durable.makeFolder(root);
      refuseOthers(root);
      closeToOthers(root);
      FileChannel channel =
          FileChannel.open(
              root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        throw new FaultException(new StoreFault.InUse());
      }
      DataFolder folder = new DataFolder(root, channel, lock);
      try {
        folder.prepare();
        return folder;
      } catch (IOException | FaultException trouble) {
        folder.close();
        throw trouble;
      }
    } catch (IOException trouble) {
      throw Trouble.of(trouble, existing(root));
    } catch (ReadOnlyFileSystemException trouble) {
      throw Trouble.of(trouble);
    }
  }

  /** Whether something was ever kept in this folder. Looks only. */
  public static boolean isUsed(Path folder) {
    return Files.exists(folder.resolve(DATABASE));
  }

  /** Citizens' data are for the user who runs this alone, where the file system knows users. */
  private static void closeToOthers(Path root) throws IOException {
    if (Files.getFileStore(root).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
    }
  }

  /** Where the folder is. */
  public Path root() {
    return root;
  }

  /** For files that nobody misses: emptied whenever the folder is opened. */
  public Path temporary() {
    return root.resolve("tmp");
  }

  /** For piles of pages that are being scanned. */
  public Path batches() {
    return root.resolve("batches");
  }

  Path blobs() {
    return root.resolve("blobs");
  }

  Path database() {
    return root.resolve(DATABASE);
  }

  /** For keys that only this user may read. */
  public Path keys() {
    return root.resolve("keys");
  }

  Path key() {
    return keys().resolve("lookup.key");
  }

  Path wrappedKey() {
    return keys().resolve(WrappedKey.FILE);
  }

  /** Gives the folder back. */
  @Override
  public void close() {
    try {
      lock.release();
      channel.close();
    } catch (IOException trouble) {
      LOG.warn("the lock of the data folder could not be given back", trouble);
    }
  }

  /**
   * Opening empties {@code tmp} and keeps citizens' data: a slip of the hand such as {@code --data
   * /} must not do that to a folder that belongs to somebody else.
   */
  private static void refuseOthers(Path root) throws IOException, FaultException {
    if (Files.exists(root.resolve(DATABASE))) {
      return;
    }
    try (Stream<Path> all = Files.list(root)) {
      if (all.anyMatch(file -> !isOurs(String.valueOf(file.getFileName())))) {
        throw new FaultException(new StoreFault.NotOurs());
      }
    }
  }

  private static boolean isOurs(String name) {
    // A machine that went down at its first start leaves a file that was not whole yet.
    boolean part = name.endsWith(Durable.PART);
    String whole = part ? name.substring(0, name.length() - Durable.PART.length()) : name;
    return OURS.contains(whole) || name.startsWith(DATABASE);
  }

  private void prepare() throws IOException, FaultException {
    // Writing one byte tells a read-only folder whose lock file happened to be there already.
    Path probe = root.resolve("probe");
    Durable.write(probe, new byte[] {1});
    Files.delete(probe);
    if (Files.isDirectory(keys())) {
      sweep(temporary());
    }
    for (Path folder : new Path[] {temporary(), batches(), blobs(), keys()}) {
      Files.createDirectories(folder);
    }
    Durable.force(root);
  }

  private static void sweep(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder())
          .filter(file -> !file.equals(folder))
          .forEach(DataFolder::delete);
    } catch (UncheckedIOException trouble) {
      throw trouble.getCause();
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException ownedByThisProcess) {
      return null;
    }
  }

  private static Path existing(Path path) {
    Path at = path;
    while (!Files.exists(at) && at.getParent() != null) {
      at = at.getParent();
    }
    return at;
  }
}
