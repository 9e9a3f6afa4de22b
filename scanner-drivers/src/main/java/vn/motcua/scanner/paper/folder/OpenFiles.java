package vn.motcua.scanner.paper.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which files of a folder a process of this computer holds open for writing. Only Linux can tell,
 * and only of processes of the same user (of all to root); Windows refuses to rename such files
 * itself. Of writers behind a network share nobody here knows.
 */
final class OpenFiles {
  private static final Path PROCESSES = Path.of("/proc");
  private static final Pattern FLAGS = Pattern.compile("flags:\\s*([0-7]+)");
  private static final int ACCESS = 3;

  private OpenFiles() {}

  /** Files directly in {@code folder}; none where it cannot be told. */
  static Set<Path> writtenIn(Path folder) {
    Set<Path> open = new HashSet<>();
    if (!Files.isDirectory(PROCESSES.resolve("self").resolve("fd"))) {
      return open;
    }
    try {
      Path real = folder.toRealPath();
      try (DirectoryStream<Path> all = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
        for (Path process : all) {
          of(process, real, folder, open);
        }
      }
    } catch (IOException e) {
      return open;
    }
    return open;
  }

  private static void of(Path process, Path real, Path folder, Set<Path> open) {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(process.resolve("fd"))) {
      for (Path each : all) {
        if (Files.isSymbolicLink(each)) {
          Path target = Files.readSymbolicLink(each);
          Path name = target.getFileName();
          if (name != null && real.equals(target.getParent()) && writes(process, each)) {
            open.add(folder.resolve(name));
          }
        }
      }
    } catch (IOException | java.nio.file.DirectoryIteratorException e) {
      // It ended, or belongs to somebody else.
    }
  }

  private static boolean writes(Path process, Path descriptor) throws IOException {
    Path info = process.resolve("fdinfo").resolve(descriptor.getFileName());
    Matcher flags = FLAGS.matcher(Files.readString(info, StandardCharsets.ISO_8859_1));
    return flags.find() && (Integer.parseInt(flags.group(1), 8) & ACCESS) != 0;
  }
}
