package vn.motcua.installer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program that was started and has ended.
 *
 * @param exit its exit code
 * @param out what it printed on standard output
 * @param err what it printed on standard error
 * @param milliseconds how long it took
 */
record Started(int exit, String out, String err, long milliseconds) {
  static Path house() {
    return Path.of(System.getProperty("motcua.house"));
  }

  static Started run(Path folder, int seconds, String... command)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("started", ".out");
    Path err = Files.createTempFile("started", ".err");
    try {
      ProcessBuilder builder = new ProcessBuilder(List.of(command)).directory(folder.toFile());
      // What the surrounding build told its own JVMs is not for the started program.
      builder.environment().keySet().removeIf(name -> name.startsWith("MAVEN_"));
      builder.redirectOutput(out.toFile()).redirectError(err.toFile());
      long begin = System.nanoTime();
      Process process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        throw new IOException(
            String.join(" ", command)
                + " did not end within "
                + seconds
                + " s; it said "
                + Files.readString(err, StandardCharsets.UTF_8));
      }
      return new Started(
          process.exitValue(),
          Files.readString(out, StandardCharsets.UTF_8),
          Files.readString(err, StandardCharsets.UTF_8),
          (System.nanoTime() - begin) / 1_000_000);
    } finally {
      Files.deleteIfExists(out);
      Files.deleteIfExists(err);
    }
  }
}
