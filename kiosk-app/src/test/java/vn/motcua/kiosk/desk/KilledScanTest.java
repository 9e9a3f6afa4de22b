package vn.motcua.kiosk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.scanner.paper.simulated.SimulatedScanDriver;

/** A process that scans is killed outright, again and again, and never loses a page. */
class KilledScanTest {
  private static final int SHEETS = 40;

  @TempDir Path root;

  @Test
  void everyAcknowledgedPageOutlivesTheProcess() throws Exception {
    assertThat(kill(30, Duration.ofSeconds(5), 7)).isGreaterThanOrEqualTo(3);
  }

  @Test
  @Tag("long")
  void everyAcknowledgedPageOutlivesTheProcessThousandsOfTimes() throws Exception {
    assertThat(kill(2000, Duration.ofHours(3), 8)).isEqualTo(2000);
  }

  /** Kills that many times, or until the time is up, over as many piles as it takes. */
  private int kill(int times, Duration bound, int seed) throws Exception {
    Random random = new Random(seed);
    long end = System.nanoTime() + bound.toNanos();
    int killed = 0;
    Path place = root.resolve("0");
    int acknowledged = 0;
    while (killed < times && (killed < 3 || System.nanoTime() < end)) {
      Process child = start(place, "no ballast");
      List<String> acks = new ArrayList<>();
      boolean completed = false;
      try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
        String first = out.readLine();
        assertThat(first).startsWith("begin ");
        int before = Integer.parseInt(first.split(" ", -1)[2]);
        assertThat(before).as("nothing acknowledged was lost").isBetween(acknowledged, SHEETS);
        acknowledged = before;
        // Somewhere in the next pages: after some were acknowledged, then at a random moment.
        int more = random.nextInt(6);
        String line = "";
        while (acks.size() < more && (line = out.readLine()) != null) {
          completed |= line.equals("completed");
          if (line.startsWith("ack ")) {
            acks.add(line);
          }
        }
        long moment = System.nanoTime() + random.nextInt(4_000_000);
        while (System.nanoTime() < moment) {
          Thread.onSpinWait();
        }
        // Through the handle: the process itself would close what it said before.
        child.toHandle().destroyForcibly();
        // What it said before it died counts, too.
        while ((line = out.readLine()) != null) {
          completed |= line.equals("completed");
          if (line.startsWith("ack ")) {
            acks.add(line);
          }
        }
      }
      assertThat(child.waitFor(300, TimeUnit.SECONDS)).isTrue();
      killed++;
      acknowledged += acks.size();
      check(place, acknowledged);
      if (completed || acknowledged == SHEETS) {
        place = root.resolve(Integer.toString(killed));
        acknowledged = 0;
      }
    }
    return killed;
  }

  /** In order, byte for byte; at most one more than the driver was told of, and that one whole. */
  private static void check(Path place, int acknowledged) throws Exception {
    ScanDesk desk = ScanProcess.desk(place, new SimulatedScanDriver());
    List<UnfinishedBatch> left = desk.unfinished();
    if (left.isEmpty()) {
      assertThat(acknowledged).isZero();
      return;
    }
    assertThat(left).hasSize(1);
    assertThat(left.getFirst().troubles()).isEmpty();
    try (ScanBatch batch = desk.resume(left.getFirst().id())) {
      List<KeptPage> pages = batch.kept();
      assertThat(pages.size()).isBetween(acknowledged, acknowledged + 1);
      for (int i = 0; i < pages.size(); i++) {
        assertThat(pages.get(i).number()).isEqualTo(i + 1);
        assertThat(Files.readAllBytes(pages.get(i).file())).isEqualTo(ScanProcess.sheet(i));
        assertThat(pages.get(i).paper()).isEqualTo("Tờ khai");
      }
    }
  }

  @Test
  void onlyOneProcessScansIntoAPile() throws Exception {
    Path place = root.resolve("held");
    Process first = start(place, "no ballast");
    assertThat(first.waitFor(300, TimeUnit.SECONDS)).isTrue();
    Process holder = start(place, "hold");
    try (BufferedReader out = holder.inputReader(StandardCharsets.UTF_8)) {
      String id = out.readLine().split(" ", -1)[1];
      ScanDesk desk = ScanProcess.desk(place, new SimulatedScanDriver());
      assertThat(desk.unfinished()).isEmpty();
      assertThat(
              org.assertj.core.api.Assertions.catchThrowableOfType(
                      vn.motcua.scanner.FaultException.class, () -> desk.resume(id))
                  .fault())
          .isEqualTo(new BatchFault.InUse());
      holder.destroyForcibly().waitFor();
      desk.resume(id).close();
    } finally {
      holder.destroyForcibly();
    }
  }

  private static Process start(Path place, String last) throws IOException {
    return new ProcessBuilder(command(place, last))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** How {@link ScanProcess} is started over {@code place}. */
  static List<String> command(Path place, String last) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx200m",
        "-Xshare:auto",
        "-XX:+UseSerialGC",
        "-XX:-UsePerfData",
        "-XX:TieredStopAtLevel=1",
        "-Djava.awt.headless=true",
        "-Dfile.encoding=UTF-8",
        "-cp",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
        ScanProcess.class.getName(),
        place.toString(),
        Integer.toString(SHEETS),
        last);
  }
}
