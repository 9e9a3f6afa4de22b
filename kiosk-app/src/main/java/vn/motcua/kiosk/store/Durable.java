package vn.motcua.kiosk.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;
import vn.motcua.scanner.FaultException;

/**
 * Files that are on the disk when the call returns: written beside their place, forced, renamed,
 * and the folder forced as well. A crash leaves the whole file or none.
 */
public final class Durable {
  private Durable() {}

  /** What a file is called until it is whole. */
  static final String PART = ".part";

  private static final Set<StandardOpenOption> ANEW =
      Set.of(
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.WRITE);

  /**
   * Writes {@code bytes} to {@code target}, replacing what stands there.
   *
   * @throws FaultException with {@link StoreFault.Full}, {@link StoreFault.ReadOnly} or {@link
   *     StoreFault.Disk}; then {@code target} is as it was, or, if the disk failed at the very last
   *     step, whole and new but not surely kept
   */
  public static void write(Path target, byte[] bytes) throws FaultException {
    write(target, bytes, new FileAttribute<?>[0]);
  }

  /**
   * Writes a file as {@link #write} does, which nobody but this user can read at any moment, where
   * the file system knows users.
   */
  static void writePrivate(Path target, byte[] bytes) throws FaultException {
    Path folder = folderOf(target);
    remove(folder.resolve(target.getFileName() + PART));
    boolean users = Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null;
    FileAttribute<?>[] closed = {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
    };
    write(target, bytes, users ? closed : new FileAttribute<?>[0]);
  }

  private static void write(Path target, byte[] bytes, FileAttribute<?>[] attributes)
      throws FaultException {
    Path folder = folderOf(target);
    Path beside = folder.resolve(target.getFileName() + PART);
    try {
      try (FileChannel channel = FileChannel.open(beside, ANEW, attributes)) {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
          channel.write(left);
        }
        channel.force(true);
      }
      Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
      force(folder);
    } catch (IOException trouble) {
      FaultException fault = Trouble.of(trouble, folder);
      remove(beside);
      throw fault;
    }
  }

  /**
   * Gives a file, whose bytes were forced, the name that others look for; on the disk when the call
   * returns.
   *
   * @param target in the same folder
   */
  public static void rename(Path file, Path target) throws FaultException {
    try {
      Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
      force(folderOf(target));
    } catch (IOException trouble) {
      throw Trouble.of(trouble, folderOf(target));
    }
  }

  /** Forces the entries of a folder to the disk. */
  public static void settle(Path folder) throws FaultException {
    try {
      force(folder);
    } catch (IOException trouble) {
      throw Trouble.of(trouble, folder);
    }
  }

  /** What a person can mend behind {@code trouble}, which came up while writing under a folder. */
  public static FaultException fault(IOException trouble, Path folder) {
    return Trouble.of(trouble, folder);
  }

  /** Makes a folder, and those above it, so that a power cut does not take them away again. */
  public static void folder(Path folder) throws FaultException {
    try {
      makeFolder(folder);
    } catch (IOException trouble) {
      throw Trouble.of(trouble, folderOf(folder));
    }
  }

  /**
   * Makes a folder and those above it; forces the entry of each. That of the folder itself is
   * forced even if it is there: whoever made it may have died before.
   */
  static void makeFolder(Path folder) throws IOException {
    Path parent = folderOf(folder);
    if (!Files.isDirectory(folder)) {
      if (!Files.isDirectory(parent)) {
        makeFolder(parent);
      }
      Files.createDirectories(folder);
    }
    try {
      force(parent);
    } catch (AccessDeniedException foreign) {
      // Others' folder, in which we may make ours but not look: its entry is up to the system.
    }
  }

  /** Forces the entries of a folder to the disk, where the system can do that. */
  static void force(Path folder) throws IOException {
    if (System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows")) {
      // A folder cannot be opened there; NTFS journals its entries itself.
      return;
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /**
   * Writes the bytes of a file over themselves and forces them. After a sync that failed the system
   * may show bytes that are not on the disk and take them for written; what is written again is
   * written. A power cut meanwhile leaves each byte as it was on the disk or as it is shown.
   *
   * @param file that nobody writes to meanwhile; nothing happens if it is not there
   */
  static void rewrite(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(1 << 20);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long at = 0;
      while (channel.read(bytes.clear(), at) > 0) {
        bytes.flip();
        while (bytes.hasRemaining()) {
          at += channel.write(bytes, at);
        }
      }
      channel.force(true);
    } catch (NoSuchFileException none) {
      // Nothing is shown.
    }
  }

  static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException stays) {
      // Left over, harmless: unfinished files are swept away when the folder is opened next.
    }
  }

  static Path folderOf(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IllegalArgumentException("a file system's root is no place for data");
    }
    return folder;
  }
}
