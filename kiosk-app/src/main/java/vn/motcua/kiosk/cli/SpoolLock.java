package vn.motcua.kiosk.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.kiosk.desk.BatchFault;
import vn.motcua.kiosk.store.Durable;
import vn.motcua.kiosk.store.StoreFault;
import vn.motcua.scanner.FaultException;

/**
 * One scan at a time into the folder beside a document: of two at once the later would replace the
 * document of the earlier. Ends with the process, however that ends.
 */
final class SpoolLock implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SpoolLock.class);
  private static final String NAME = "lock";

  private final Path spool;
  private final FileChannel channel;

  private SpoolLock(Path spool, FileChannel channel) {
    this.spool = spool;
    this.channel = channel;
  }

  /**
   * Takes the folder, making it if need be.
   *
   * @throws FaultException BATCH-IN-USE if another scan has it, or what the disk says
   */
  static SpoolLock take(Path spool) throws FaultException {
    Durable.folder(spool);
    FileChannel channel;
    try {
      channel =
          FileChannel.open(
              spool.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new FaultException(new StoreFault.Disk(), e);
    }
    SpoolLock taken = new SpoolLock(spool, channel);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return taken;
      }
    } catch (OverlappingFileLockException sameProcess) {
      LOG.debug("{} is taken by this process", spool, sameProcess);
    } catch (IOException e) {
      taken.release();
      throw new FaultException(new StoreFault.Disk(), e);
    }
    taken.release();
    throw new FaultException(new BatchFault.InUse());
  }

  private void release() {
    try {
      channel.close();
    } catch (IOException e) {
      LOG.debug("{}", spool, e);
    }
  }

  /** Gives the folder back; it stays only as long as pages lie in it. */
  @Override
  public void close() {
    try {
      Files.deleteIfExists(spool.resolve(NAME));
      release();
      Files.deleteIfExists(spool);
    } catch (IOException pagesAreLeft) {
      LOG.debug("{} stays", spool, pagesAreLeft);
      release();
    }
  }
}
