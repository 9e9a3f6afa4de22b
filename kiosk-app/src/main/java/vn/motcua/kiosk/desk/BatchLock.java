package vn.motcua.kiosk.desk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.motcua.kiosk.store.Durable;
import vn.motcua.scanner.FaultException;

/**
 * Lets one holder write a pile, over all processes of the machine. The lock ends with the process,
 * however that ends; the file that it lies on means nothing by itself.
 */
final class BatchLock implements AutoCloseable {
  static final String FILE = "lock";

  /**
   * Held by this process. Asked first: opening and closing the file of a lock that this process
   * holds would give the lock back (POSIX fcntl).
   */
  private static final Set<Path> HERE = ConcurrentHashMap.newKeySet();

  private final Path place;
  private final FileChannel channel;
  private volatile boolean open = true;

  private BatchLock(Path place, FileChannel channel) {
    this.place = place;
    this.channel = channel;
  }

  /**
   * Takes the lock of a pile.
   *
   * @throws FaultException BATCH-IN-USE if somebody has it
   */
  static BatchLock take(Path folder) throws FaultException {
    Path place;
    try {
      place = folder.toRealPath();
    } catch (IOException trouble) {
      throw Durable.fault(trouble, folder);
    }
    if (!HERE.add(place)) {
      throw new FaultException(new BatchFault.InUse());
    }
    try {
      FileChannel channel =
          FileChannel.open(
              place.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return new BatchLock(place, channel);
      }
      channel.close();
    } catch (IOException trouble) {
      HERE.remove(place);
      throw Durable.fault(trouble, place);
    } catch (OverlappingFileLockException another) {
      // Another class loader of this process has it.
    }
    HERE.remove(place);
    throw new FaultException(new BatchFault.InUse());
  }

  /** Whether nobody holds the pile now. */
  static boolean isFree(Path folder) {
    if (!Files.exists(folder.resolve(FILE))) {
      return true; // a pile of an older version
    }
    try (BatchLock lock = take(folder)) {
      return lock.isHeld();
    } catch (FaultException held) {
      return !(held.fault() instanceof BatchFault.InUse);
    }
  }

  boolean isHeld() {
    return open;
  }

  @Override
  public void close() {
    if (open) {
      open = false;
      try {
        channel.close();
      } catch (IOException gone) {
        // The lock went with the channel.
      } finally {
        HERE.remove(place);
      }
    }
  }
}
