package vn.motcua.kiosk.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Looks at the name of a file that is to be written before any work is done for it. */
final class OutFile {
  private OutFile() {}

  /**
   * Wrong use if {@code out} cannot be a file, or if writing it would destroy one of {@code pages}.
   *
   * @param option what the option is called
   */
  static void check(@Nullable CommandSpec spec, String option, Path out, List<Path> pages) {
    Path name = out.getFileName();
    if (name == null || name.toString().isEmpty() || Files.isDirectory(out)) {
      throw wrong(spec, option + " must name a file, not a folder: " + out);
    }
    if (Files.exists(out) && !Files.isRegularFile(out)) {
      throw wrong(spec, option + " is something else than a file: " + out);
    }
    Path folder = out.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw wrong(spec, option + " is in a folder that is not there: " + folder);
    }
    for (Path page : pages) {
      if (isSame(out, page)) {
        throw wrong(spec, option + " is one of the pages; it would be overwritten: " + page);
      }
    }
  }

  /** Whether both names lead to the same file, or would. */
  static boolean isSame(Path out, Path page) {
    try {
      return Files.exists(out) && Files.exists(page) && Files.isSameFile(out, page);
    } catch (IOException e) {
      return out.toAbsolutePath().normalize().equals(page.toAbsolutePath().normalize());
    }
  }

  private static ParameterException wrong(@Nullable CommandSpec spec, String what) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), what);
  }
}
