package vn.motcua.scanner.paper.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.motcua.scanner.paper.file.FilePages;

/**
 * Follows the files of a folder from look to look. It asks again and again: shares do not tell of
 * new files, and to see that a file has come to rest one has to look at it twice anyway.
 */
final class FolderWatch {
  private static final int HEAD = 1024;

  /** Of a folder with more, the rest has its turn when these are gone. */
  private static final int MOST = 20_000;

  private final Path folder;
  private final FolderTimes times;
  private Map<Path, Seen> seen = new HashMap<>();

  FolderWatch(Path folder, FolderTimes times) {
    this.folder = folder;
    this.times = times;
  }

  /**
   * Files with a name or a beginning of pages, in the order in which people count, and files in the
   * making that still change. Everything else in the folder is nobody's business here.
   *
   * @throws IOException if the folder cannot be read
   */
  List<Seen> look() throws IOException {
    Map<Path, Seen> now = new HashMap<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      for (Path each : all) {
        if (now.size() < MOST) {
          look(each, now);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    seen = now;
    List<Seen> found = new ArrayList<>(now.values());
    found.removeIf(each -> !each.pages() && each.state() != Seen.State.CHANGING);
    found.sort(Comparator.comparing(Seen::name, Names.NATURAL));
    return found;
  }

  /** Forgets what it knew of a file, so that it is looked at anew. */
  void forget(Seen file) {
    seen.remove(file.file());
  }

  private void look(Path file, Map<Path, Seen> now) {
    BasicFileAttributes attributes;
    try {
      attributes = attributes(file);
    } catch (IOException e) {
      return; // gone meanwhile
    }
    if (!attributes.isRegularFile()) {
      return;
    }
    long time = System.nanoTime();
    Seen before = seen.get(file);
    if (before == null || !before.same(attributes)) {
      String name = String.valueOf(file.getFileName());
      boolean making = Names.inTheMaking(name);
      // What is no file of pages may still become one: nothing is known of its rest.
      boolean pages = !making && (Names.ofPages(name) || beginsLikePages(file));
      if (pages || making) {
        now.put(file, new Seen(file, pages, attributes, time));
      }
      return;
    }
    now.put(file, before);
    settle(before, time);
  }

  private void settle(Seen file, long now) {
    if (file.state() == Seen.State.CHANGING && file.age(now) >= times.stable().toNanos()) {
      judge(file);
    } else if (file.state() == Seen.State.BROKEN && file.age(now) >= times.broken().toNanos()) {
      judge(file); // for the last time
    }
  }

  private static void judge(Seen file) {
    file.judge();
    try {
      if (!file.same(attributes(file.file()))) {
        file.unsettle();
      }
    } catch (IOException e) {
      file.unsettle();
    }
  }

  private static boolean beginsLikePages(Path file) {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return FilePages.looksLikePages(in.readNBytes(HEAD));
    } catch (IOException e) {
      return false;
    }
  }

  static BasicFileAttributes attributes(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }
}
