package vn.motcua.scanner.paper.folder;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.scanner.FaultException;

/**
 * The folder of one job in {@code .mot-cua/taken}: a file that this job works on lies there, in a
 * folder of its own that is named by its hash once that is known. The rename into it decides which
 * of several terminals has the file.
 */
final class Taking implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Taking.class);

  private final Places places;
  private final Journal journal;
  private final Path job;
  private final Owner owner;
  private int count;

  private Taking(Places places, Journal journal, Path job, Owner owner) {
    this.places = places;
    this.journal = journal;
    this.job = job;
    this.owner = owner;
  }

  /** Begins a job, and clears up after jobs that ended without doing so. */
  static Taking begin(Places places, Journal journal) throws FaultException, IOException {
    try (Turn _ = Turn.take(places)) {
      journal.tidy();
      clearUp(places, journal);
      Path job = Durable.folder(places.taken().resolve(UUID.randomUUID().toString()));
      return new Taking(places, journal, job, Owner.of(job));
    }
  }

  /** What a dead job had taken was either received whole, or comes again. */
  private static void clearUp(Places places, Journal journal) throws IOException {
    for (Path dead : list(places.taken())) {
      if (!Files.isDirectory(dead, LinkOption.NOFOLLOW_LINKS)) {
        continue;
      }
      Optional<Owner> owner = Owner.tryOwn(dead);
      if (owner.isPresent()) {
        try (Owner _ = owner.get()) {
          for (Path item : list(dead)) {
            if (Files.isDirectory(item, LinkOption.NOFOLLOW_LINKS)) {
              clearUp(item, places, journal);
            }
          }
        }
      }
    }
  }

  private static void clearUp(Path item, Places places, Journal journal) throws IOException {
    String name = String.valueOf(item.getFileName());
    boolean finished = name.matches(Hashes.PATTERN) && journal.contains(name);
    for (Path file : list(item)) {
      Path to = Places.move(file, finished ? places.received() : places.inbox());
      LOG.info("{} of a job that broke off is now {}", file.getFileName(), to);
    }
    Files.deleteIfExists(item);
  }

  private static List<Path> list(Path folder) throws IOException {
    List<Path> all = new ArrayList<>();
    try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder)) {
      inside.forEach(all::add);
    }
    return all;
  }

  /**
   * Takes a file out of the folder.
   *
   * @return where it is now; empty if somebody else has it, or its writer keeps it to himself
   */
  Optional<Path> take(Seen file) throws IOException {
    Path item = Durable.folder(job.resolve("t" + ++count));
    Path target = item.resolve(file.file().getFileName());
    try {
      Durable.rename(file.file(), target);
    } catch (AtomicMoveNotSupportedException e) {
      throw e;
    } catch (FileSystemException e) {
      Files.deleteIfExists(item);
      if (!Files.isDirectory(places.inbox())) {
        throw e;
      }
      LOG.info("{} could not be taken yet: {}", file.name(), e.getMessage());
      return Optional.empty();
    }
    if (!file.same(FolderWatch.attributes(target))) {
      putBack(target);
      return Optional.empty();
    }
    Durable.data(target);
    return Optional.of(target);
  }

  /**
   * Names the folder of a taken file by its hash, unless a file of that hash was received or
   * another job is at it.
   *
   * @return where the file is now; empty if it is a duplicate
   */
  Optional<Path> claim(Path file, String hash) throws FaultException, IOException {
    try (Turn _ = Turn.take(places)) {
      if (journal.contains(hash) || inWork(hash)) {
        return Optional.empty();
      }
      Path claimed = job.resolve(hash);
      Durable.rename(Durable.parent(file), claimed);
      return Optional.of(claimed.resolve(file.getFileName()));
    }
  }

  private boolean inWork(String hash) throws IOException {
    for (Path each : list(places.taken())) {
      if (Files.isDirectory(each.resolve(hash), LinkOption.NOFOLLOW_LINKS)) {
        return true;
      }
    }
    return false;
  }

  /** All its pages were accepted: it is never delivered again. */
  void received(Path file, String hash) throws FaultException, IOException {
    try (Turn _ = Turn.take(places)) {
      try {
        journal.add(hash);
      } finally {
        // Even if the journal is full: its pages are safe, and it should not come again.
        leave(file, places.received());
      }
    }
  }

  /** It comes again. */
  void putBack(Path file) throws IOException {
    try (Turn _ = Turn.take(places)) {
      leave(file, places.inbox());
    } catch (FaultException e) {
      LOG.warn("{} stays taken and comes again later", file.getFileName(), e);
    }
  }

  /**
   * Puts a file aside.
   *
   * @return where it is now
   */
  Path aside(Path file, Path place) throws FaultException, IOException {
    try (Turn _ = Turn.take(places)) {
      return leave(file, place);
    }
  }

  private static Path leave(Path file, Path place) throws IOException {
    Path target = Places.move(file, place);
    Files.deleteIfExists(Durable.parent(file));
    return target;
  }

  /** Lets go of the job; what could not be put back is cleared up by the next one. */
  @Override
  public void close() throws IOException {
    try (Turn _ = Turn.take(places)) {
      owner.close();
    } catch (FaultException e) {
      LOG.warn("ended without the folder's turn", e);
      owner.close();
    } catch (IOException e) {
      LOG.warn("the end of a job could not be tidied up", e);
      owner.close();
    }
  }
}
