package vn.motcua.kiosk.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Scanning onto a disk that is full, must not be written, or takes no file of that size. */
@EnabledOnOs(OS.LINUX)
class NoRoomForPagesTest {
  @TempDir Path root;

  @Test
  void aFullDiskStopsTheFeederAndTheRestFollowsOnceThereIsRoom() throws Exception {
    Path disk = Files.createDirectory(root.resolve("disk"));
    Path ballast = disk.resolve("ballast");
    List<String> said =
        onDiskOfItsOwn(
            disk,
            "head -c 1780000 /dev/zero > " + ballast + " && " + scan(disk, ballast.toString()));
    assertThat(said).contains("stopped STORE-FULL").endsWith("completed");
    String state = said.get(said.indexOf("stopped STORE-FULL") + 1);
    int kept = said.indexOf("stopped STORE-FULL") - 1;
    assertThat(kept).as("pages before the disk was full").isBetween(1, 39);
    assertThat(state).isEqualTo("loaded " + (40 - kept) + " kept " + kept);
    assertThat(said.stream().filter(line -> line.startsWith("ack ")).distinct()).hasSize(40);
    assertThat(said.stream().filter(line -> line.startsWith("ack "))).hasSize(40);
  }

  @Test
  void aDiskThatMustNotBeWrittenIsNamedAndNothingIsLost() throws Exception {
    Path disk = Files.createDirectory(root.resolve("disk"));
    List<String> said =
        onDiskOfItsOwn(
            disk,
            scan(disk, "none")
                + " && mount -o remount,ro "
                + disk
                + " && "
                + scan(disk, "none")
                + " && mount -o remount,rw "
                + disk
                + " && "
                + scan(disk, "none"));
    assertThat(said).contains("fault STORE-READ-ONLY");
    List<String> after = said.subList(said.indexOf("fault STORE-READ-ONLY") + 1, said.size());
    assertThat(after.getFirst()).matches("begin \\S+ 40");
  }

  @Test
  void aLimitOnTheSizeOfFilesStopsTheFeederToo() throws Exception {
    Path place = root.resolve("limited");
    List<String> said = run(List.of("sh", "-c", "ulimit -f 6 && " + scan(place, "none")));
    assertThat(said)
        .containsSubsequence("stopped STORE-FULL", "loaded 40 kept 0")
        .noneMatch(line -> line.startsWith("ack"));
  }

  private static String scan(Path place, String last) {
    return String.join(
        " ", KilledScanTest.command(place, last).stream().map(word -> "'" + word + "'").toList());
  }

  private static List<String> onDiskOfItsOwn(Path disk, String command) throws Exception {
    String mount = "mount -t tmpfs -o size=2m tmpfs " + disk;
    // Not a missing package: some containers forbid mounting to everybody.
    assumeTrue(
        new ProcessBuilder("unshare", "-r", "-m", "sh", "-c", mount)
                .redirectErrorStream(true)
                .start()
                .waitFor()
            == 0,
        "this machine lets nobody mount a file system");
    return run(List.of("unshare", "-r", "-m", "sh", "-c", mount + " && " + command));
  }

  private static List<String> run(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      List<String> said = new ArrayList<>(out.lines().toList());
      assertThat(process.waitFor(300, TimeUnit.SECONDS)).isTrue();
      return said;
    } finally {
      process.destroyForcibly();
    }
  }
}
