package vn.motcua.kiosk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.scanner.paper.simulated.SimulatedScanDriver;

/** A process that changes pages is killed outright, and what was acknowledged stays decided. */
class KilledEditTest {
  @TempDir Path root;

  @Test
  void everyAcknowledgedStepOutlivesTheProcess() throws Exception {
    assertThat(kill(10, Duration.ofSeconds(4))).isGreaterThanOrEqualTo(2);
  }

  @Test
  @Tag("long")
  void everyAcknowledgedStepOutlivesTheProcessHundredsOfTimes() throws Exception {
    assertThat(kill(500, Duration.ofHours(1))).isEqualTo(500);
  }

  private int kill(int times, Duration bound) throws Exception {
    Random random = new Random(11);
    long end = System.nanoTime() + bound.toNanos();
    int acknowledged = 0;
    int killed = 0;
    while (killed < times && (killed < 2 || System.nanoTime() < end)) {
      Process child =
          new ProcessBuilder(command()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
        String first = out.readLine();
        while (first != null && first.startsWith("ack ")) {
          first = out.readLine(); // the pages of a new pile
        }
        assertThat(first).startsWith("begin ");
        int known = Integer.parseInt(first.substring(6));
        assertThat(known).as("nothing acknowledged was lost").isGreaterThanOrEqualTo(acknowledged);
        acknowledged = known;
        int more = 1 + random.nextInt(20);
        String line = "";
        for (int i = 0; i < more && (line = out.readLine()) != null; i++) {
          acknowledged = Integer.parseInt(line.substring(4)) + 1;
        }
        child.toHandle().destroyForcibly();
        while ((line = out.readLine()) != null) {
          if (line.matches("did [0-9]+")) { // the last may have been cut
            acknowledged = Math.max(acknowledged, Integer.parseInt(line.substring(4)) + 1);
          }
        }
      }
      assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
      killed++;
      check(acknowledged);
    }
    return killed;
  }

  /** The pile is as the steps make it, up to the last acknowledged one or one further. */
  private void check(int acknowledged) throws Exception {
    ScanDesk desk = ScanProcess.desk(root, new SimulatedScanDriver());
    UnfinishedBatch left = desk.unfinished().getFirst();
    assertThat(left.troubles()).isEmpty();
    try (ScanBatch batch = desk.resume(left.id())) {
      int steps = EditProcess.steps(batch);
      assertThat(steps).isBetween(acknowledged, acknowledged + 1);
      PileOrder expected = new PileOrder();
      for (int page = 1; page <= EditProcess.PAGES; page++) {
        expected.put(page, "", PagePlace.end(), Instant.EPOCH, "");
      }
      for (int n = 0; n < steps; n++) {
        assertThat(expected.fits(EditProcess.step(n))).isTrue();
        expected.apply(EditProcess.step(n), Instant.EPOCH, "Hà");
      }
      List<Integer> numbers = new ArrayList<>();
      for (PilePage page : batch.listing()) {
        numbers.add(page.number());
        assertThat(page.removal().map(Removal::reason))
            .isEqualTo(expected.removal(page.number()).map(Removal::reason));
        assertThat(page.picture().orElseThrow().file())
            .hasBinaryContent(Pages.small(page.number() - 1));
      }
      assertThat(numbers).isEqualTo(expected.numbers());
    }
  }

  private List<String> command() {
    List<String> scan = KilledScanTest.command(root, "");
    List<String> words = new ArrayList<>(scan.subList(0, scan.size() - 4));
    words.add(EditProcess.class.getName());
    words.add(root.toString());
    return words;
  }
}
