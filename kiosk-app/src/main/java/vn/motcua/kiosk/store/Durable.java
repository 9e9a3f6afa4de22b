package vn.motcua.kiosk.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import vn.motcua.scanner.FaultException;

/**
 * Files that are on the disk when the call returns: written beside their place, forced, renamed,
 * and the folder forced as well. A crash leaves the whole file or none.
 */
public final class Durable {
  private Durable() {}

  /**
   * Writes {@code bytes} to {@code target}, replacing what stands there.
   *
   * @throws FaultException with {@link StoreFault.Full}, {@link StoreFault.ReadOnly} or {@link
   *     StoreFault.Disk}; then {@code target} is as it was
   */
  public static void write(Path target, byte[] bytes) throws FaultException {
    Path folder = folderOf(target);
    Path beside = folder.resolve(target.getFileName() + ".part");
    try {
      try (FileChannel channel =
          FileChannel.open(
              beside,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
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

  /** Makes a folder and forces its parent. */
  public static void folder(Path folder) throws FaultException {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder);
        force(folderOf(folder));
      }
    } catch (IOException trouble) {
      throw Trouble.of(trouble, folderOf(folder));
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
