package vn.motcua.scanner.paper.folder;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

/**
 * Which folders there are.
 *
 * @param folders absolute paths of folders that files are scanned or copied into
 * @param clock dates the folders of received files
 */
public record FolderConfig(List<Path> folders, FolderTimes times, Clock clock) {
  public FolderConfig {
    folders = folders.stream().map(Path::normalize).toList();
    for (Path each : folders) {
      if (!each.isAbsolute()) {
        throw new IllegalArgumentException("not absolute: " + each);
      }
    }
  }

  /** With the usual times and the computer's clock. */
  public static FolderConfig of(List<Path> folders) {
    return new FolderConfig(folders, FolderTimes.USUAL, Clock.system(ZoneId.systemDefault()));
  }
}
