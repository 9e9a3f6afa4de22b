package vn.motcua.scanner.paper.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ScanFault;

/**
 * The short time in which one process alone writes the journal and chooses names in a folder that
 * several terminals use. A share without locks is used without them.
 */
final class Turn implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Turn.class);
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(10);

  /** Locks of files keep out other processes only. */
  private static final Map<Path, ReentrantLock> HERE = new ConcurrentHashMap<>();

  private final ReentrantLock here;
  private Optional<FileChannel> channel = Optional.empty();

  private Turn(ReentrantLock here) {
    this.here = here;
  }

  /**
   * Waits for the turn, at most ten seconds.
   *
   * @throws FaultException with {@link ScanFault.Busy} if others do not let go
   */
  static Turn take(Places places) throws FaultException, IOException {
    Path file = places.lock();
    ReentrantLock here = HERE.computeIfAbsent(file, any -> new ReentrantLock());
    try {
      if (!here.tryLock(PATIENCE, TimeUnit.NANOSECONDS)) {
        throw new FaultException(new ScanFault.Busy(), "the folder's turn");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FaultException(new ScanFault.Busy(), e);
    }
    Turn turn = new Turn(here);
    boolean kept = false;
    try {
      turn.keepOthersOut(file);
      kept = true;
      return turn;
    } finally {
      if (!kept) {
        turn.close();
      }
    }
  }

  private void keepOthersOut(Path file) throws FaultException, IOException {
    if (here.getHoldCount() > 1) {
      return;
    }
    FileChannel opened =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    channel = Optional.of(opened);
    long end = System.nanoTime() + PATIENCE;
    while (!locked(opened)) {
      if (System.nanoTime() - end > 0) {
        throw new FaultException(new ScanFault.Busy(), "another computer has the folder's turn");
      }
      LockSupport.parkNanos(PAUSE);
    }
  }

  /** Closing the channel lets go of the lock. */
  private static boolean locked(FileChannel channel) {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false; // the same folder by another path
    } catch (IOException e) {
      LOG.debug("no locks here: {}", e.getMessage());
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    try {
      if (channel.isPresent()) {
        channel.get().close();
      }
    } finally {
      here.unlock();
    }
  }
}
