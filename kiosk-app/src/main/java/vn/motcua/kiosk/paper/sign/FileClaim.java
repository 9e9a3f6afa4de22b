package vn.motcua.kiosk.paper.sign;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.motcua.scanner.FaultException;

/**
 * Nobody else signs a file as long as it is claimed, in this process or another: two increments
 * behind the same bytes would leave one of the signatures out. The lock lies on a byte far behind
 * the end, where it hinders no reader on any system, and leaves nothing behind.
 */
final class FileClaim implements AutoCloseable {
  private static final long PLACE = Long.MAX_VALUE - 1;

  private final List<FileChannel> channels = new ArrayList<>();

  private FileClaim() {}

  /** Claims the document and, where it exists already, what will be overwritten. */
  static FileClaim of(Path in, Path out) throws FaultException {
    FileClaim claim = new FileClaim();
    try {
      claim.take(in);
      if (Files.isRegularFile(out) && !Files.isSameFile(in, out)) {
        claim.take(out);
      }
      return claim;
    } catch (IOException | OverlappingFileLockException e) {
      claim.close();
      throw new FaultException(new SignFault.Document(SignFault.DocumentTrouble.IN_USE), e);
    } catch (FaultException e) {
      claim.close();
      throw e;
    }
  }

  private void take(Path file) throws IOException, FaultException {
    if (!Files.isWritable(file)) {
      return; // nobody can replace it in place either
    }
    State before = State.of(file);
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    channels.add(channel);
    FileLock lock = channel.tryLock(PLACE, 1, false);
    // Replaced between the look and the lock: ours would be a lock on the old file.
    if (lock == null || !before.equals(State.of(file))) {
      throw new FaultException(new SignFault.Document(SignFault.DocumentTrouble.IN_USE));
    }
  }

  private record State(@Nullable Object key, long size, long changed) {
    static State of(Path file) throws IOException {
      BasicFileAttributes read = Files.readAttributes(file, BasicFileAttributes.class);
      return new State(read.fileKey(), read.size(), read.lastModifiedTime().toMillis());
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof State that
          && Objects.equals(key, that.key)
          && size == that.size
          && changed == that.changed;
    }

    @Override
    public int hashCode() {
      return Objects.hash(key, size, changed);
    }
  }

  @Override
  public void close() {
    for (FileChannel channel : channels) {
      try {
        channel.close();
      } catch (IOException e) {
        // The lock goes with the process at the latest.
      }
    }
  }
}
