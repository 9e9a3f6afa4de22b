package vn.motcua.kiosk.store.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The recorder sees every call that the kernel sees: otherwise a replay would prove nothing. */
@EnabledOnOs(OS.LINUX)
class RecorderTest {
  /** The start of a call: thread, name, and its first file if it is below the watched folder. */
  private static final Pattern CALL = Pattern.compile("^[0-9]+ +([a-z0-9_]+)\\((.*)$");

  @TempDir Path folder;

  @Test
  void nothingPassesTheRecorderBy() throws Exception {
    Process probe =
        new ProcessBuilder("strace", "-o", folder.resolve("probe").toString(), "true").start();
    // Not a missing package: some containers forbid tracing to everybody.
    assumeTrue(probe.waitFor() == 0, "this machine lets nobody trace a process");

    CrashLab lab = new CrashLab(folder.resolve("day")).work("t", 1, 2, 1).recorded().traced();
    assertThat(CrashLab.unwanted(lab.run())).isEmpty();

    Recording day = lab.recording();
    assertThat(calls(lab))
        .isEqualTo(
            Map.of(
                "write", day.count(Recording.Kind.WRITE),
                "sync", day.count(Recording.Kind.SYNC),
                "size", day.count(Recording.Kind.SIZE),
                "rename", day.count(Recording.Kind.RENAME)));
  }

  private static Map<String, Integer> calls(CrashLab lab) throws Exception {
    Map<String, Integer> calls = new TreeMap<>();
    List<String> lines = Files.readAllLines(lab.trace());
    for (String line : lines) {
      Matcher call = CALL.matcher(line);
      if (call.matches()
          && call.group(2).matches(".*" + Pattern.quote(lab.root().toString()) + "[/>].*")) {
        calls.merge(
            switch (call.group(1)) {
              case "write", "pwrite64" -> "write";
              case "fsync", "fdatasync" -> "sync";
              case "ftruncate", "fallocate" -> "size";
              case "rename", "renameat", "renameat2" -> "rename";
              default -> call.group(1);
            },
            1,
            Integer::sum);
      }
    }
    return calls;
  }
}
