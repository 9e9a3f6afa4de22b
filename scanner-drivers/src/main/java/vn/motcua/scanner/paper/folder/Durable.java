package vn.motcua.scanner.paper.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Folders and moves that are still there after the power failed, as far as the system allows it.
 */
final class Durable {
  private Durable() {}

  /**
   * Makes a folder if it is not there; what is there must be one, and no symbolic link, which could
   * lead anywhere.
   */
  static Path folder(Path folder) throws IOException {
    try {
      Files.createDirectory(folder);
      sync(parent(folder));
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        throw (IOException) new NotDirectoryException(folder.toString()).initCause(e);
      }
    }
    return folder;
  }

  /** Renames within one file system, in one step; whoever comes second finds nothing. */
  static void rename(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    sync(parent(to));
    if (!parent(from).equals(parent(to)) && Files.isDirectory(parent(from))) {
      sync(parent(from));
    }
  }

  /** The folder that something lies in. */
  static Path parent(Path path) {
    Path parent = path.getParent();
    if (parent == null) {
      throw new IllegalArgumentException("no folder around " + path);
    }
    return parent;
  }

  /** Writes the data of a file through to the disk, where this may be done. */
  static void data(Path file) {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
      channel.force(true);
    } catch (IOException e) {
      sync(file); // read-only: Linux writes it through all the same
    }
  }

  /** Windows opens no folder as a file and keeps its own journal; some shares refuse it too. */
  private static void sync(Path path) {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Nothing that could be done about it.
    }
  }
}
