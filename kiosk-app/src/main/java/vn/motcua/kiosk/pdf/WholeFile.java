package vn.motcua.kiosk.pdf;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import vn.motcua.scanner.FaultException;

/**
 * Writes a file whole or not at all: beside the target under another name, forced to the disk, then
 * renamed. A power cut at any moment leaves the old file or the new one.
 */
public final class WholeFile {
  /** Below this much room a failed write is put down to the full disk, whatever the system said. */
  private static final long NO_ROOM = 64 * 1024;

  /** The words of Linux and Windows for ENOSPC, EDQUOT and EFBIG; the JDK gives no code. */
  private static final List<String> FULL =
      List.of("no space left", "quota exceeded", "file too large", "not enough space");

  private WholeFile() {}

  /** Puts the content on a stream. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes {@code content} to {@code target}, making its folder when there is none. On POSIX
   * systems only the owner can read the file, for it holds what citizens handed in.
   *
   * @throws FaultException with a {@link PdfFault}; no part of the new file is left then
   */
  public static void write(Path target, Content content) throws FaultException {
    Path whole = target.toAbsolutePath();
    Path folder = folderOf(whole);
    try {
      Files.createDirectories(folder);
      if (Files.exists(whole) && !Files.isRegularFile(whole)) {
        throw new FaultException(new PdfFault.NotWritable()); // a device would become a file
      }
      Path part = Files.createTempFile(folder, ".motcua-", ".part");
      try {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
          OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
          content.writeTo(out);
          out.flush();
          channel.force(true);
        }
        Files.move(
            part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(folder);
      } catch (IOException e) {
        // Asked before the part is removed: afterwards there would be room again.
        throw new FaultException(faultOf(e, folder), e);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new FaultException(faultOf(e, folder), e);
    }
  }

  /** The fault that {@code trouble} with a file in {@code folder} means for a person. */
  public static PdfFault faultOf(IOException trouble, Path folder) {
    String message = String.valueOf(trouble.getMessage()).toLowerCase(Locale.ROOT);
    if (FULL.stream().anyMatch(message::contains) || noRoom(folder)) {
      return new PdfFault.DiskFull();
    }
    return new PdfFault.NotWritable();
  }

  private static Path folderOf(Path whole) {
    Path parent = whole.getParent();
    return parent == null ? whole : parent;
  }

  private static boolean noRoom(Path folder) {
    try {
      FileStore store = Files.getFileStore(folder);
      // A place like /proc has no room at all, and never had.
      return Files.isWritable(folder)
          && store.getTotalSpace() > 0
          && store.getUsableSpace() < NO_ROOM;
    } catch (IOException e) {
      return false;
    }
  }

  /** Makes the name of a file durable that was just renamed, where the system can do that. */
  public static void forceFolderOf(Path file) {
    forceFolder(folderOf(file.toAbsolutePath()));
  }

  /** Makes the rename itself durable. Windows cannot open a folder and does not need it. */
  private static void forceFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // The file stands under its name already; only a power cut within seconds could undo that.
    }
  }
}
