package vn.motcua.kiosk.source;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Tells which files of a folder are left alone by whoever writes them. A file is a candidate when
 * two looks, at least the quiet time apart, saw the same size, time and identity, and nobody holds
 * a lock on it; with {@link FolderMapping.Whole#MARKER} its marker must be there and not older.
 * Names under which programs write what is not done are passed by.
 */
final class ReadyFiles {
  /** Endings of files that are not done: browsers, rsync, Office, transfer programs. */
  private static final List<String> UNDONE =
      List.of(".tmp", ".temp", ".part", ".partial", ".filepart", ".crdownload", ".swp", "~");

  /** More files are left for the next look, the oldest first. */
  private static final int MOST = 10_000;

  /** What a file looked like. */
  record Look(long bytes, FileTime time, String identity) {
    static Look at(Path file) throws IOException {
      BasicFileAttributes now =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!now.isRegularFile()) {
        throw new IOException("not a plain file");
      }
      return new Look(now.size(), now.lastModifiedTime(), String.valueOf(now.fileKey()));
    }
  }

  /** A file that may be read. */
  record Ready(Path file, Look look) {}

  /**
   * What one look saw.
   *
   * @param ready what may be read, the oldest first
   * @param all every file that is meant
   * @param left how many more may be read and have to wait for the next look
   */
  record Looked(List<Ready> ready, Set<Path> all, int left) {}

  private record Seen(Look look, Instant since) {}

  private final Path folder;
  private final FolderMapping mapping;
  private final int most;
  private Map<String, Seen> seen = new HashMap<>();

  ReadyFiles(Path folder, FolderMapping mapping) {
    this(folder, mapping, MOST);
  }

  ReadyFiles(Path folder, FolderMapping mapping, int most) {
    this.folder = folder;
    this.mapping = mapping;
    this.most = most;
  }

  /**
   * Looks once.
   *
   * @param now from a clock that does not jump
   * @param done what was dealt with and looks so still: it takes nobody's place
   * @throws IOException if the folder cannot be listed
   */
  Looked look(Instant now, Predicate<Ready> done) throws IOException {
    List<Ready> rested = new ArrayList<>();
    Set<Path> all = new HashSet<>();
    Map<String, Seen> next = new HashMap<>();
    for (Path file : meant()) {
      String name = String.valueOf(file.getFileName());
      try {
        Look look = Look.at(file);
        all.add(file);
        if (done.test(new Ready(file, look))) {
          continue;
        }
        Seen before = seen.get(name);
        Seen kept = before != null && before.look().equals(look) ? before : new Seen(look, now);
        next.put(name, kept);
        boolean still = before != null && before.look().equals(look);
        Duration quiet =
            mapping.whole() == FolderMapping.Whole.QUIET ? mapping.quiet() : Duration.ZERO;
        boolean over = still && !Duration.between(kept.since(), now).minus(quiet).isNegative();
        if (over && isMarked(file, look)) {
          rested.add(new Ready(file, look));
        }
      } catch (IOException gone) {
        // It was moved on meanwhile; the next look tells.
      }
    }
    seen = next;
    rested.sort(
        Comparator.comparing((Ready each) -> each.look().time())
            .thenComparing(each -> each.file().toString()));
    List<Ready> chosen = rested.subList(0, Math.min(most, rested.size()));
    return new Looked(
        chosen.stream().filter(each -> !isHeld(each.file())).toList(),
        all,
        rested.size() - chosen.size());
  }

  private List<Path> meant() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> isMeant(String.valueOf(file.getFileName()))).toList();
    } catch (java.io.UncheckedIOException trouble) {
      throw trouble.getCause();
    }
  }

  private boolean isMeant(String name) {
    String low = name.toLowerCase(Locale.ROOT);
    return !name.startsWith(".")
        && !name.startsWith("~")
        && UNDONE.stream().noneMatch(low::endsWith)
        && mapping.files().matches(FileSystems.getDefault().getPath(name));
  }

  private boolean isMarked(Path file, Look look) throws IOException {
    if (mapping.whole() != FolderMapping.Whole.MARKER) {
      return true;
    }
    Path marker = file.resolveSibling(file.getFileName() + mapping.marker());
    return Files.isRegularFile(marker, LinkOption.NOFOLLOW_LINKS)
        && Files.getLastModifiedTime(marker).compareTo(look.time()) >= 0;
  }

  /**
   * Windows refuses to open or lock what another program writes; elsewhere locks bind only those
   * who ask, and a writer that takes none is told by the other signs alone.
   */
  private static boolean isHeld(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
      return lock == null;
    } catch (AccessDeniedException never) {
      return false; // whoever reads it will say so
    } catch (OverlappingFileLockException | IOException held) {
      return true;
    }
  }
}
