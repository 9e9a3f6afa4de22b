package vn.motcua.installer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a program of the JDK or of the system and says what it said if it fails. */
final class Tool {
  private Tool() {}

  /** The program {@code name} of the JDK that this runs on. */
  static String ofJdk(String name) {
    Path bin = Path.of(System.getProperty("java.home"), "bin");
    Path plain = bin.resolve(name);
    return (Files.exists(plain) ? plain : bin.resolve(name + ".exe")).toString();
  }

  /**
   * Runs {@code command} to its end.
   *
   * @param environment variables to add
   * @param minutes after which it is ended
   * @return what it printed, both streams
   * @throws IOException if it cannot be started, takes too long or ends with another code than 0
   */
  static String run(List<String> command, Map<String, String> environment, int minutes)
      throws IOException, InterruptedException {
    Path log = Files.createTempFile("motcua-tool", ".log");
    try {
      ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command));
      builder.environment().putAll(environment);
      builder.redirectErrorStream(true).redirectOutput(log.toFile());
      Process process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IOException(command.getFirst() + " took more than " + minutes + " minutes");
      }
      String said = Files.readString(log, StandardCharsets.UTF_8);
      if (process.exitValue() != 0) {
        throw new IOException(
            command.getFirst() + " ended with " + process.exitValue() + ":\n" + said);
      }
      return said;
    } finally {
      Files.deleteIfExists(log);
    }
  }
}
