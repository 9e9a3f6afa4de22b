package vn.motcua.kiosk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.scanner.FaultException;

/** What needs a second process, or a disk of its own. */
class DataFolderTest {
  @TempDir Path folder;

  private static List<String> java(String command, Path data) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx200m",
        "-XX:TieredStopAtLevel=1",
        "--enable-native-access=ALL-UNNAMED",
        "-Dfile.encoding=UTF-8",
        "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
        "-cp",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
        StoreProcess.class.getName(),
        command,
        data.toString());
  }

  private static Process start(List<String> command) throws IOException {
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static List<String> run(List<String> command) throws Exception {
    Process process = start(command);
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      List<String> said = out.lines().toList();
      process.waitFor();
      return said;
    }
  }

  @Test
  void refusesASecondProcessUntilTheFirstHasGone() throws Exception {
    Path data = folder.resolve("data");
    Process first = start(java("hold", data));
    try (BufferedReader out = first.inputReader(StandardCharsets.UTF_8)) {
      assertThat(out.readLine()).isEqualTo("opened 0");
      assertThat(run(java("open", data))).containsExactly("fault STORE-IN-USE");
      assertThat(fault(data)).isEqualTo("STORE-IN-USE");
      // Killed, not closed: the lock goes with the process.
      first.destroyForcibly().waitFor();
      assertThat(run(java("open", data))).containsExactly("opened 0");
    } finally {
      first.destroyForcibly();
    }
  }

  @Test
  void leavesAFolderAloneThatBelongsToSomethingElse() throws Exception {
    Path theirs = folder.resolve("tmp/theirs.txt");
    Files.createDirectories(folder.resolve("tmp"));
    Files.writeString(theirs, "not ours to sweep");
    Files.writeString(folder.resolve("letter.txt"), "dear friend");

    assertThat(fault(folder)).isEqualTo("STORE-NOT-OURS");

    assertThat(theirs).hasContent("not ours to sweep");
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void aFirstStartThatWasCutOffIsNotSomebodyElses() throws Exception {
    Files.writeString(folder.resolve("probe.part"), "");
    Files.writeString(folder.resolve("settings.json.part"), "{");
    try (DataFolder data = DataFolder.open(folder)) {
      assertThat(data.root()).isDirectory();
    }
  }

  @Test
  void refusesTheSameProcessTwice() throws FaultException {
    try (DataFolder data = DataFolder.open(folder)) {
      assertThat(fault(data.root())).isEqualTo("STORE-IN-USE");
    }
    try (DataFolder again = DataFolder.open(folder)) {
      assertThat(again.root()).isDirectory();
    }
  }

  @Test
  void refusesAFileInThePlaceOfTheFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertThat(fault(file)).startsWith("STORE-");
  }

  @Test
  void sweepsWhatNobodyMisses() throws Exception {
    try (DataFolder data = DataFolder.open(folder)) {
      Files.createDirectories(data.temporary().resolve("a/b"));
      Files.writeString(data.temporary().resolve("a/b/c"), "x");
      Files.writeString(data.batches().resolve("page"), "x");
    }
    try (DataFolder data = DataFolder.open(folder)) {
      assertThat(data.temporary()).isEmptyDirectory();
      assertThat(data.batches().resolve("page")).exists();
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aReadOnlyFolderIsNamed() throws Exception {
    Path data = Files.createDirectory(folder.resolve("disk"));
    List<String> said =
        onDiskOfItsOwn(
            data,
            "4m",
            quoted(java("make", data))
                + " && mount -o remount,ro "
                + data
                + " && "
                + quoted(java("open", data)));
    assertThat(said).hasSize(2);
    assertThat(said.getFirst()).startsWith("made ");
    assertThat(said.getLast()).isEqualTo("fault STORE-READ-ONLY");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskLosesNothingAndWorkGoesOnOnceThereIsRoom() throws Exception {
    Path data = Files.createDirectory(folder.resolve("disk"));
    assertThat(onDiskOfItsOwn(data, "4m", quoted(java("fill", data))))
        .containsSubsequence(
            "disk is full",
            "blob STORE-FULL",
            "left behind 0",
            "dossier STORE-FULL",
            "kept all true",
            "kept all true")
        .noneMatch(line -> line.startsWith("lost") || line.startsWith("afterwards"));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aDiskThatFillsWhileScanningKeepsEveryPageThatWasTaken() throws Exception {
    Path data = Files.createDirectory(folder.resolve("disk"));
    assertThat(onDiskOfItsOwn(data, "4m", quoted(java("scan", data))))
        .containsExactly(
            "disk is full",
            "STORE-FULL after 1, in all 1",
            "completed after 2, in all 3",
            "files journal, lock",
            "page 1 whole true",
            "page 2 whole true",
            "page 3 whole true");
  }

  /** Runs a shell command with a small file system of its own at {@code mount}. */
  private static List<String> onDiskOfItsOwn(Path mount, String size, String command)
      throws Exception {
    List<String> unshare = new ArrayList<>(List.of("unshare", "-r", "-m"));
    List<String> shell = List.of("sh", "-c", "mount -t tmpfs -o size=" + size + " tmpfs " + mount);
    List<String> probe = new ArrayList<>(unshare);
    probe.addAll(shell);
    // Not a missing package: some containers forbid mounting to everybody.
    assumeTrue(
        new ProcessBuilder(probe).redirectErrorStream(true).start().waitFor() == 0,
        "this machine lets nobody mount a file system");
    List<String> all = new ArrayList<>(unshare);
    all.addAll(List.of("sh", "-c", shell.get(2) + " && " + command));
    return run(all);
  }

  private static String quoted(List<String> command) {
    return String.join(" ", command.stream().map(word -> "'" + word + "'").toList());
  }

  private static String fault(Path data) {
    FaultException thrown =
        catchThrowableOfType(FaultException.class, () -> DataFolder.open(data).close());
    assertThat(thrown).as("a fault was expected").isNotNull();
    return thrown.fault().code();
  }
}
