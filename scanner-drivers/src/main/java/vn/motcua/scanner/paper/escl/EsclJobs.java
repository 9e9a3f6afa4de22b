package vn.motcua.scanner.paper.escl;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers on the disk which jobs of this machine run at which device, so that the next scan can
 * end the job of a program that died: the device would be busy with it for minutes. Each job is a
 * small file, locked as long as its program lives; a file that nobody locks belongs to nobody. It
 * is a help and no more: what the disk refuses is logged, and the scan goes on.
 */
public final class EsclJobs {
  /** Remembers nothing. */
  public static final EsclJobs NONE = new EsclJobs(Optional.empty());

  private static final Logger LOG = LoggerFactory.getLogger(EsclJobs.class);
  private static final String END = ".job";
  private static final int LARGEST = 2000;
  private static final Duration YOUNG = Duration.ofHours(1);

  /** Of this process: to open and close such a file would give its lock back (POSIX fcntl). */
  private static final Set<Path> HERE = ConcurrentHashMap.newKeySet();

  private final Optional<Path> folder;

  private EsclJobs(Optional<Path> folder) {
    this.folder = folder;
  }

  /**
   * Remembers in a folder.
   *
   * @param folder need not exist yet; several programs may share it
   */
  public static EsclJobs in(Path folder) {
    return new EsclJobs(Optional.of(folder.toAbsolutePath()));
  }

  /** A job that is remembered until it is closed or the process ends. */
  static final class Running implements AutoCloseable {
    private final Optional<Path> file;
    private final Optional<FileChannel> channel;

    private Running(Optional<Path> file, Optional<FileChannel> channel) {
      this.file = file;
      this.channel = channel;
    }

    /** The job came to its end: forgets it. */
    @Override
    public void close() {
      channel.ifPresent(EsclJobs::close); // first: Windows removes no file that is open
      file.ifPresent(EsclJobs::remove);
      file.ifPresent(HERE::remove);
    }

    /** The job could not be ended: whoever scans next ends it. */
    void letGo() {
      channel.ifPresent(EsclJobs::close);
      file.ifPresent(HERE::remove);
    }
  }

  /**
   * Remembers a job.
   *
   * @param authority of the device
   * @param job its path at the device
   */
  Running started(String authority, String job) {
    if (folder.isEmpty()) {
      return new Running(Optional.empty(), Optional.empty());
    }
    Path file = folder.get().resolve(UUID.randomUUID() + END);
    HERE.add(file);
    Optional<FileChannel> opened = Optional.empty();
    try {
      Files.createDirectories(folder.get());
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      opened = Optional.of(channel);
      // On Windows a lock keeps others from reading: it lies behind all that is written.
      if (channel.tryLock(LARGEST, 1, false) == null) {
        throw new IOException("locked by another");
      }
      ByteBuffer text =
          ByteBuffer.wrap((authority + "\n" + job + "\n").getBytes(StandardCharsets.UTF_8));
      while (text.hasRemaining()) {
        channel.write(text);
      }
      channel.force(true);
    } catch (IOException | OverlappingFileLockException e) {
      LOG.warn("a job cannot be remembered", e);
    }
    return new Running(Optional.of(file), opened);
  }

  /** Takes the paths of the jobs at a device whose programs died; they are forgotten with this. */
  List<String> abandoned(String authority) {
    List<String> jobs = new ArrayList<>();
    if (folder.isEmpty()) {
      return jobs;
    }
    try (Stream<Path> files = Files.list(folder.get())) {
      for (Path file : files.filter(each -> each.toString().endsWith(END)).toList()) {
        if (!HERE.contains(file)) {
          abandoned(file, authority).ifPresent(jobs::add);
        }
      }
    } catch (NoSuchFileException none) {
      return jobs;
    } catch (IOException e) {
      LOG.warn("jobs of earlier programs cannot be looked for", e);
    }
    return jobs;
  }

  private static Optional<String> abandoned(Path file, String authority) throws IOException {
    Optional<String> found;
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      if (channel.tryLock(LARGEST, 1, false) == null) {
        return Optional.empty(); // its program lives
      }
      ByteBuffer bytes = ByteBuffer.allocate(LARGEST);
      int read = 0;
      while (read >= 0 && bytes.hasRemaining()) {
        read = channel.read(bytes);
      }
      List<String> lines =
          new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8).lines().toList();
      // Written by the same user, but a disk can spoil it: only what may be a path is asked for.
      boolean whole = lines.size() == 2 && lines.get(1).matches("/[\\x21-\\x7e]{0,500}");
      if (whole && !lines.getFirst().equals(authority)) {
        return Optional.empty();
      }
      found = whole && isYoung(file) ? Optional.of(lines.get(1)) : Optional.empty();
    } catch (NoSuchFileException | OverlappingFileLockException another) {
      return Optional.empty();
    }
    remove(file);
    return found;
  }

  /** A device has given up an older job by itself, and may have given its path to another. */
  private static boolean isYoung(Path file) throws IOException {
    return Files.getLastModifiedTime(file).toInstant().plus(YOUNG).isAfter(Instant.now());
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException stays) {
      LOG.trace("{} stays for now", file, stays);
    }
  }

  private static void close(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException gone) {
      LOG.trace("closed already", gone);
    }
  }
}
