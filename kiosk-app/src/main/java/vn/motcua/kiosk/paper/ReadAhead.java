package vn.motcua.kiosk.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.motcua.kiosk.paper.page.PageFile;

/** Pages whose work began before anybody asked for it; the oldest make room for new ones. */
final class ReadAhead {
  /** Some 100 kB each, 300 at the most. */
  private static final int MOST = 400;

  /** The same file, unchanged, for the same purpose. */
  private record Key(
      Path path,
      int frame,
      long size,
      FileTime changed,
      Profile profile,
      String language,
      int dpi) {
    static Optional<Key> of(PageFile file, DigitiseRequest request) {
      if (!request.ocr()) {
        return Optional.empty();
      }
      try {
        return Optional.of(
            new Key(
                file.path().toAbsolutePath(),
                file.frame(),
                Files.size(file.path()),
                Files.getLastModifiedTime(file.path()),
                request.profile(),
                request.language(),
                request.dpi()));
      } catch (IOException unreadable) {
        return Optional.empty(); // whoever needs it says so
      }
    }
  }

  private final Map<Key, PagesAtWork.Task> begun = new LinkedHashMap<>();

  synchronized void keep(PageFile file, DigitiseRequest request, PagesAtWork.Task task) {
    Key.of(file, request)
        .ifPresent(key -> {
          begun.put(key, task);
          if (begun.size() > MOST) {
            Key oldest = begun.keySet().iterator().next();
            begun.remove(oldest);
          }
        });
  }

  /** Gives the page's work away; failed work is not worth keeping. */
  synchronized Optional<PagesAtWork.Task> take(PageFile file, DigitiseRequest request) {
    return Key.of(file, request)
        .flatMap(key -> Optional.ofNullable(begun.remove(key)))
        .filter(task -> !task.hasFailed());
  }
}
