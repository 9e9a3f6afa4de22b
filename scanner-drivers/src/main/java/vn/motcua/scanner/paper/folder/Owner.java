package vn.motcua.scanner.paper.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Says whether a job lives: a file in the job's folder that its process holds locked. The lock goes
 * when the process ends, however it ends. Where a share knows no locks, a job counts as dead when
 * its file is an hour old.
 */
final class Owner implements AutoCloseable {
  private static final String NAME = "owner";
  private static final long DEAD_AFTER = TimeUnit.HOURS.toMillis(1);

  /** Opening such a file once more and closing it would let go of this process's own lock. */
  private static final Set<Path> MINE = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private Owner(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** The job in this folder lives from now on. */
  static Owner of(Path job) throws IOException {
    return tryOwn(job).orElseThrow(() -> new IOException("owned by somebody else: " + job));
  }

  /** Takes the folder of a job over, if nobody owns it. */
  static Optional<Owner> tryOwn(Path job) throws IOException {
    Path file = job.resolve(NAME);
    if (!MINE.add(file)) {
      return Optional.empty();
    }
    Optional<Owner> owner = Optional.empty();
    try {
      owner = locked(file);
    } finally {
      if (owner.isEmpty()) {
        MINE.remove(file);
      }
    }
    return owner;
  }

  @SuppressWarnings("StreamResourceLeak") // kept open as long as the job lives
  private static Optional<Owner> locked(Path file) throws IOException {
    boolean old = isOld(file);
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    boolean mine = false;
    try {
      FileLock lock = channel.tryLock();
      mine = lock != null;
    } catch (OverlappingFileLockException e) {
      mine = false;
    } catch (IOException e) {
      mine = old;
    } finally {
      if (!mine) {
        channel.close();
      }
    }
    return mine ? Optional.of(new Owner(file, channel)) : Optional.empty();
  }

  private static boolean isOld(Path file) {
    try {
      long age =
          System.currentTimeMillis()
              - Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toMillis();
      return age > DEAD_AFTER;
    } catch (IOException e) {
      return true; // not there yet: ours to make
    }
  }

  /** Lets go; the folder goes with it if nothing is left in it. A second call changes nothing. */
  @Override
  public void close() throws IOException {
    if (!channel.isOpen()) {
      return;
    }
    try {
      channel.close();
      Path job = Durable.parent(file);
      boolean empty;
      try (var inside = Files.newDirectoryStream(job)) {
        empty = true;
        for (Path each : inside) {
          empty &= each.equals(file);
        }
      }
      if (empty) {
        Files.deleteIfExists(file);
        Files.deleteIfExists(job);
      }
    } finally {
      MINE.remove(file);
    }
  }
}
