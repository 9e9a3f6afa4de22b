package vn.motcua.kiosk.store.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The disk is full, or fails, at each of the calls that write: stop, say so, lose nothing. */
@EnabledOnOs(OS.LINUX)
class DiskFaultTest {
  @TempDir Path folder;

  private record Outcome(int failures, int wentOn, int stopped, Set<String> codes) {}

  private Outcome fail(String how, int most, int every) throws Exception {
    CrashLab lab =
        new CrashLab(folder.resolve(how)).program(FullDiskWorker.class).work(how, most, every, 1);
    List<String> said = lab.run();
    assertThat(CrashLab.unwanted(said)).isEmpty();
    Set<String> codes = new TreeSet<>();
    said.stream()
        .filter(line -> line.startsWith("fault") || line.startsWith("failed"))
        .forEach(line -> codes.add(line.substring(line.lastIndexOf(' ') + 1)));
    assertThat(StoreCheck.run(lab.data(), said, lab.own())).isEmpty();
    Outcome outcome =
        new Outcome(count(said, "failed"), count(said, "went on"), count(said, "stopped"), codes);
    System.out.println("disk faults, " + how + ": " + outcome);
    return outcome;
  }

  private static int count(List<String> said, String start) {
    return (int) said.stream().filter(line -> line.startsWith(start)).count();
  }

  private void full(int most, int every) throws Exception {
    Outcome outcome = fail("full", most, every);
    assertThat(outcome.failures()).isGreaterThan(3);
    assertThat(outcome.codes()).containsExactly("STORE-FULL");
    assertThat(outcome.wentOn()).as("there is room again").isEqualTo(outcome.failures());
  }

  private void sync(int most, int every) throws Exception {
    Outcome outcome = fail("sync", most, every);
    assertThat(outcome.failures()).isGreaterThan(3);
    assertThat(outcome.codes()).containsExactly("STORE-DISK");
    // Files of their own are written anew; what goes into the database's log is never tried again.
    assertThat(outcome.stopped()).isPositive();
  }

  @Test
  void aFullDiskStopsTheWorkAndLosesNothing() throws Exception {
    full(400, 25);
  }

  @Test
  void aDiskThatCannotSyncStopsTheStore() throws Exception {
    sync(100, 5);
  }

  /**
   * @param codes what is said. SQLite does not pass on why a file could not be made or an index not
   *     grown: that is told by the room that is left, of which a call that only pretends takes
   *     none, and else called a failing disk, or a folder that cannot be written to
   */
  private void safekeeping(String how, int every, Set<String> codes) throws Exception {
    CrashLab lab =
        new CrashLab(folder.resolve("keep-" + how))
            .program(SafekeepingWorker.class)
            .work(how, 1, every, 1);
    List<String> said = lab.run();
    assertThat(CrashLab.unwanted(said)).isEmpty();
    List<String> failed = said.stream().filter(line -> line.startsWith("failed")).toList();
    System.out.println("disk faults in safekeeping, " + how + ": " + failed.size());
    assertThat(failed)
        .allMatch(line -> codes.contains(line.substring(line.lastIndexOf(' ') + 1)))
        .anyMatch(line -> line.endsWith(how.equals("full") ? "STORE-FULL" : "STORE-DISK"));
    for (String what : List.of("backup", "restore", "erasure")) {
      assertThat(failed).anyMatch(line -> line.contains(what));
    }
    assertThat(StoreCheck.run(lab.data(), said, lab.own())).isEmpty();
  }

  @Test
  void backupRestoreAndErasureOnAFullDiskLeaveNothingHalfDone() throws Exception {
    safekeeping("full", 45, Set.of("STORE-FULL", "STORE-DISK", "STORE-READ-ONLY"));
  }

  @Test
  @Tag("long")
  void backupRestoreAndErasureOnADiskThatIsFullAtEachWrite() throws Exception {
    safekeeping("full", 1, Set.of("STORE-FULL", "STORE-DISK", "STORE-READ-ONLY"));
  }

  @Test
  @Tag("long")
  void backupRestoreAndErasureOnADiskThatFailsAtEachCall() throws Exception {
    safekeeping("sync", 1, Set.of("STORE-DISK"));
    safekeeping("write", 1, Set.of("STORE-DISK", "STORE-READ-ONLY"));
  }

  @Test
  @Tag("long")
  void aDiskThatIsFullAtEachWrite() throws Exception {
    full(100_000, 1);
  }

  @Test
  @Tag("long")
  void aDiskThatFailsAtEachSync() throws Exception {
    sync(100_000, 1);
  }

  @Test
  @Tag("long")
  void aDiskThatFailsAtEachWrite() throws Exception {
    Outcome outcome = fail("write", 100_000, 1);
    assertThat(outcome.codes()).containsExactly("STORE-DISK");
  }
}
