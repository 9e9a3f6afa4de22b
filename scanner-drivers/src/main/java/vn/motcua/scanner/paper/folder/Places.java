package vn.motcua.scanner.paper.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/**
 * What stands in a hot folder beside new files. All on one file system, so that a file goes from
 * one place to another in one step and is always in exactly one of them.
 */
final class Places {
  private static final String PRIVATE = ".mot-cua";
  private static final String RECEIVED = "da-nhan";
  private static final String DUPLICATES = "trung-lap";
  private static final String UNREADABLE = "khong-doc-duoc";
  private static final int MOST_NUMBERS = 100_000;

  private final Path folder;
  private final Clock clock;

  Places(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** Where new files come. */
  Path inbox() {
    return folder;
  }

  /** What jobs have taken, a folder for each job. */
  Path taken() {
    return folder.resolve(PRIVATE).resolve("taken");
  }

  Path lock() {
    return folder.resolve(PRIVATE).resolve("lock");
  }

  Path journal() {
    return folder.resolve(PRIVATE).resolve("received.sha256");
  }

  /** Makes the private part, and refuses places of ours that lead elsewhere. */
  void prepare() throws IOException {
    for (String each : List.of(RECEIVED, DUPLICATES, UNREADABLE)) {
      Path place = folder.resolve(each);
      if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)
          && !Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
        throw new NotDirectoryException(place.toString());
      }
    }
    Path mine = Durable.folder(folder.resolve(PRIVATE));
    Durable.folder(taken());
    try {
      Files.setAttribute(mine, "dos:hidden", true, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      // Hidden by its dot elsewhere.
    }
  }

  /** Received files, a folder for each day. */
  Path received() throws IOException {
    Path all = Durable.folder(folder.resolve(RECEIVED));
    return Durable.folder(all.resolve(LocalDate.now(clock).toString()));
  }

  /** Files that were received before. */
  Path duplicates() throws IOException {
    return Durable.folder(folder.resolve(DUPLICATES));
  }

  /** Files that gave no pages, each with a sentence beside it. */
  Path unreadable() throws IOException {
    return Durable.folder(folder.resolve(UNREADABLE));
  }

  /**
   * Moves a file without ever replacing another; called in a {@link Turn}.
   *
   * @return where it is now
   */
  static Path move(Path file, Path to) throws IOException {
    Path name = file.getFileName();
    if (name == null) {
      throw new IllegalArgumentException("no file: " + file);
    }
    for (int number = 1; number < MOST_NUMBERS; number++) {
      Path target = to.resolve(number == 1 ? name : Names.numbered(name, number));
      if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
        Durable.rename(file, target);
        return target;
      }
    }
    throw new IOException("too many files of one name");
  }
}
