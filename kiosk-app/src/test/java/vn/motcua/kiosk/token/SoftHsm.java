package vn.motcua.kiosk.token;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A token that SoftHSM plays, used by processes of their own: its configuration is a variable of
 * the environment, and a token that goes away must not take this process's tokens with it.
 */
public final class SoftHsm {
  /** Its PIN. */
  public static final String PIN = "123456";

  private static final List<String> MODULES =
      List.of(
          "/usr/lib/softhsm/libsofthsm2.so",
          "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
          "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so");

  private final Path folder;
  private final Path module;

  private SoftHsm(Path folder, Path module) {
    this.folder = folder;
    this.module = module;
  }

  /** A token of that name; its files lie in {@code tokens} under {@code folder}. */
  public static SoftHsm with(Path folder, String label) throws Exception {
    Path module =
        MODULES.stream()
            .map(Path::of)
            .filter(Files::exists)
            .findFirst()
            .orElseThrow(() -> new AssertionError("install the Debian package softhsm2"));
    Files.createDirectory(folder.resolve("tokens"));
    Files.writeString(
        folder.resolve("softhsm2.conf"),
        "directories.tokendir = "
            + folder.resolve("tokens")
            + "\nobjectstore.backend = file\n"
            + "log.level = ERROR\n");
    SoftHsm made = new SoftHsm(folder, module);
    made.run(
        "softhsm2-util",
        "--init-token",
        "--free",
        "--label",
        label,
        "--so-pin",
        "87654321",
        "--pin",
        PIN);
    return made;
  }

  /** The library. */
  public Path module() {
    return module;
  }

  /** Runs a class's main in a process that sees the token; gives what it said. */
  public String java(Class<?> main, String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(List.of(arguments));
    return run(command.toArray(new String[0]));
  }

  private String run(String... command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Path output = Files.createTempFile(folder, "run", ".txt");
    builder.redirectOutput(output.toFile());
    builder.environment().put("SOFTHSM2_CONF", folder.resolve("softhsm2.conf").toString());
    Process process = builder.start();
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError(command[0] + " did not end");
    }
    return Files.readString(output, StandardCharsets.UTF_8);
  }
}
