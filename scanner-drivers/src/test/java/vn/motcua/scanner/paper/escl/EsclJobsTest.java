package vn.motcua.scanner.paper.escl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.paper.ColourMode;
import vn.motcua.scanner.paper.PaperSource;
import vn.motcua.scanner.paper.ScanArea;
import vn.motcua.scanner.paper.ScanFault;
import vn.motcua.scanner.paper.ScanOutcome;
import vn.motcua.scanner.paper.ScanSettings;
import vn.motcua.scanner.paper.TestPages;
import vn.motcua.scanner.paper.simulated.escl.SimulatedEsclScanner;

/** Which jobs count as left behind, and that the next scan ends them. */
class EsclJobsTest {
  private static final ScanSettings FEEDER =
      new ScanSettings(PaperSource.FEEDER, ColourMode.COLOUR, 75, ScanArea.A4, 90);

  @TempDir Path dir;

  private long files() throws IOException {
    try (Stream<Path> all = Files.list(dir)) {
      return all.count();
    }
  }

  /** As kill -9 leaves it: the file, and no lock on it. */
  private void died(String authority, String job) {
    EsclJobs.in(dir).started(authority, job).letGo();
  }

  @Test
  void aJobThatRunsIsNotAbandonedAndOneThatEndedIsForgotten() throws Exception {
    EsclJobs jobs = EsclJobs.in(dir);
    EsclJobs.Running running = jobs.started("a:80", "/eSCL/ScanJobs/1");
    assertThat(EsclJobs.in(dir).abandoned("a:80")).isEmpty();
    assertThat(files()).isEqualTo(1);
    running.close();
    assertThat(files()).isZero();
  }

  @Test
  void theJobOfAProgramThatDiedIsTakenOnce() throws Exception {
    died("a:80", "/eSCL/ScanJobs/1");
    died("b:80", "/eSCL/ScanJobs/2");
    EsclJobs jobs = EsclJobs.in(dir);
    assertThat(jobs.abandoned("a:80")).containsExactly("/eSCL/ScanJobs/1");
    assertThat(jobs.abandoned("a:80")).isEmpty();
    assertThat(jobs.abandoned("b:80")).containsExactly("/eSCL/ScanJobs/2");
    assertThat(files()).isZero();
  }

  @Test
  void whatIsOldOrSpoiltIsForgottenWithoutAskingTheDevice() throws Exception {
    died("a:80", "/eSCL/ScanJobs/1");
    try (Stream<Path> all = Files.list(dir)) {
      Files.setLastModifiedTime(
          all.findFirst().orElseThrow(), FileTime.from(Instant.now().minusSeconds(7200)));
    }
    Files.writeString(dir.resolve("spoilt.job"), "a:80\nGET http://elsewhere/\n");
    Files.writeString(dir.resolve("empty.job"), "");
    assertThat(EsclJobs.in(dir).abandoned("a:80")).isEmpty();
    assertThat(files()).isZero();
  }

  /** A program that is killed says no goodbye: its job keeps the device busy for two minutes. */
  @Test
  @Timeout(60)
  void theNextScanEndsTheJobOfAProgramThatDied() throws Exception {
    byte[] page = TestPages.jpeg(TestPages.page(1, 425, 584));
    try (SimulatedEsclScanner scanner =
        SimulatedEsclScanner.builder().pages(List.of(page)).untouched(true).start()) {
      EsclAddress address = EsclAddress.parse(scanner.address().toString());
      EsclTimeouts times = EsclTest.timeouts(20, 1);
      EsclPeer peer =
          new EsclPeer(
              new EsclHttp(address, times, EsclPins.NONE, new Tls()), times, Abort.never());
      ScanTicket ticket = ScanTicket.of(peer.capabilities(), FEEDER, EsclOverride.NONE);
      String job =
          new JobStart(peer, times, Abort.never(), _ -> {}).create(ticket, EsclOverride.NONE);
      EsclConfig config = EsclConfig.MDNS.withoutMdns().withTimeouts(times);
      assertThat(scan(config, address))
          .as("who knows of no job is told to wait")
          .isEqualTo(new ScanOutcome.Stopped(new ScanFault.Busy(), 0));
      died(address.authority(), job);
      assertThat(scan(config.withJobs(EsclJobs.in(dir)), address))
          .isEqualTo(new ScanOutcome.Completed(1));
      assertThat(files()).as("its own job is over, too").isZero();
    }
  }

  private static ScanOutcome scan(EsclConfig config, EsclAddress address) {
    return new EsclDriver(config).scan(EsclDriver.id(address), FEEDER, _ -> {}, new Cancellation());
  }

  @Test
  void nothingIsRememberedWithoutAFolder() {
    EsclJobs.NONE.started("a:80", "/x").letGo();
    assertThat(EsclJobs.NONE.abandoned("a:80")).isEmpty();
    assertThat(EsclJobs.in(dir.resolve("none")).abandoned("a:80")).isEmpty();
  }
}
