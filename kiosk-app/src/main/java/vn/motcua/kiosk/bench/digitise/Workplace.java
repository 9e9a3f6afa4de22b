package vn.motcua.kiosk.bench.digitise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder for one benchmark, gone with all that is in it when the benchmark is over. */
record Workplace(Path folder) implements AutoCloseable {
  Workplace() throws IOException {
    this(Files.createTempDirectory("motcua-bench"));
  }

  @Override
  public void close() {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException stays) {
      // A temporary folder that the system sweeps.
    }
  }
}
