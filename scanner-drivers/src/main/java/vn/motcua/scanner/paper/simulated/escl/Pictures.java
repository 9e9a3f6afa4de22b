package vn.motcua.scanner.paper.simulated.escl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.PageImages;

/** The pictures that stand for paper: each one side of a sheet. */
final class Pictures {
  /** No pile is thicker. */
  static final int MOST = 10_000;

  private static final Pattern NAME = Pattern.compile(".*\\.(jpe?g|png|tiff?)");

  private Pictures() {}

  /** Where the bytes of a picture come from. */
  @FunctionalInterface
  interface Source {
    byte[] bytes() throws IOException;
  }

  /** JPEG, PNG and TIFF files of a folder in the order of their names; not of folders in it. */
  static List<Source> of(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file ->
              NAME.matcher(file.getFileName().toString().toLowerCase(Locale.ROOT)).matches())
          .filter(Pictures::isPicture)
          .sorted()
          .limit(MOST)
          .<Source>map(file -> () -> Files.readAllBytes(file))
          .toList();
    }
  }

  /** A name proves nothing: what is no picture inside would only fail in the middle of a job. */
  private static boolean isPicture(Path file) {
    try {
      if (Files.size(file) > PageImages.MAX_BYTES) {
        return false;
      }
      PageImages.check(Files.readAllBytes(file));
      return true;
    } catch (IOException | FaultException e) {
      return false;
    }
  }
}
