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
    assertThat(said).endsWith("end").noneMatch(line -> line.startsWith("bug"));
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
    assertThat(outcome.failures()).isGreaterThan(5);
    assertThat(outcome.codes()).containsExactly("STORE-FULL");
    assertThat(outcome.wentOn()).as("there is room again").isEqualTo(outcome.failures());
  }

  private void sync(int most, int every) throws Exception {
    Outcome outcome = fail("sync", most, every);
    assertThat(outcome.failures()).isGreaterThan(5);
    assertThat(outcome.codes()).containsExactly("STORE-DISK");
    // Files of their own are written anew; what goes into the database's log is never tried again.
    assertThat(outcome.stopped()).isPositive();
  }

  @Test
  void aFullDiskStopsTheWorkAndLosesNothing() throws Exception {
    full(400, 9);
  }

  @Test
  void aDiskThatCannotSyncStopsTheStore() throws Exception {
    sync(100, 3);
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
