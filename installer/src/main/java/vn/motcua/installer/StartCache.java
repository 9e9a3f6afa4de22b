package vn.motcua.installer;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An ahead-of-time cache (JEP 483, 514) that halves the time to the first screen. It is learnt from
 * one walk through all screens with the real launcher, since a cache fits only the very runtime and
 * class path it was learnt on.
 */
final class StartCache {
  private static final String FILE = "kiosk.aot";

  private StartCache() {}

  /**
   * Learns the cache and makes the launcher use it.
   *
   * @param image the application image
   * @param scratch a folder for what the walk leaves behind
   * @param startOnly learns from a mere start, in seconds: for a package that is only tried
   * @return size of the cache in bytes
   * @throws IOException if the walk fails, or if the launcher does not take the cache
   */
  static long learn(Path image, Path scratch, boolean startOnly)
      throws IOException, InterruptedException {
    Path app = image.resolve("lib").resolve("app");
    Path cache = app.resolve(FILE);
    settle(app);
    String launcher = image.resolve("bin").resolve("motcua").toString();
    Tool.run(
        startOnly
            ? List.of(launcher, "--version")
            : List.of(launcher, "demo", "--headless", "--out", scratch.resolve("walk").toString()),
        Map.of("JAVA_TOOL_OPTIONS", "-XX:AOTCacheOutput=" + cache),
        8);
    Files.writeString(
        app.resolve("motcua.cfg"),
        "java-options=-XX:AOTCache=$APPDIR/" + FILE + System.lineSeparator(),
        StandardOpenOption.APPEND);
    // A cache that does not fit is ignored silently: AOTMode=on makes that an error.
    Tool.run(List.of(launcher, "--version"), Map.of("JAVA_TOOL_OPTIONS", "-XX:AOTMode=on"), 2);
    return Files.size(cache);
  }

  /**
   * Gives every jar a whole second that has long passed: the cache remembers the time of each, a
   * package keeps whole seconds only, and jpackage copies without keeping times at all.
   *
   * @param app the folder of the jars, before learning and again in the package
   */
  static void settle(Path app) throws IOException {
    FileTime time = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(app, "*.jar")) {
      for (Path jar : jars) {
        Files.setLastModifiedTime(jar, time);
      }
    }
  }
}
