package vn.motcua.kiosk.desk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.chip.EnrolledStore;
import vn.motcua.scanner.chip.TrustFault;

/**
 * Who changed whom this machine trusts, and when: one line a change, separated by tabs, never
 * rewritten. Whoever changes something holds it open meanwhile, so that two do not do it at once.
 * No data of a citizen stand in it.
 */
final class TrustLog implements AutoCloseable {
  static final String FILE = EnrolledStore.LOG_FILE;

  private final FileChannel channel;
  private final Clock clock;

  private TrustLog(FileChannel channel, Clock clock) {
    this.channel = channel;
    this.clock = clock;
  }

  /**
   * Opens the log of a trust folder, making both if need be, and waits until nobody else has it.
   *
   * @throws FaultException TRUST-STORE-WRITE if it cannot be written
   */
  static TrustLog open(Path folder, Clock clock) throws FaultException {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] ownerOnly =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve(FILE),
              Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND),
              ownerOnly);
      try {
        channel.lock();
      } catch (IOException e) {
        channel.close();
        throw e;
      }
      return new TrustLog(channel, clock);
    } catch (IOException e) {
      throw new FaultException(new TrustFault.StoreUnwritable(), e);
    }
  }

  /** One line, on the disk when this returns. */
  void append(String what, String who, String detail) throws FaultException {
    String time = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS).toString();
    String line =
        String.join("\t", time, what, field(who), field(detail)).concat(System.lineSeparator());
    try {
      ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    } catch (IOException e) {
      throw new FaultException(new TrustFault.StoreUnwritable(), e);
    }
  }

  private static String field(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
  }

  @Override
  public void close() throws FaultException {
    try {
      channel.close();
    } catch (IOException e) {
      throw new FaultException(new TrustFault.StoreUnwritable(), e);
    }
  }
}
