package vn.motcua.scanner.paper.escl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.paper.ColourMode;
import vn.motcua.scanner.paper.PaperSource;
import vn.motcua.scanner.paper.ScanArea;
import vn.motcua.scanner.paper.ScanFault;
import vn.motcua.scanner.paper.ScanOutcome;
import vn.motcua.scanner.paper.ScanSettings;
import vn.motcua.scanner.paper.ScannedPage;
import vn.motcua.scanner.paper.ScannerCapabilities;
import vn.motcua.scanner.paper.ScannerId;
import vn.motcua.scanner.paper.TestPages;
import vn.motcua.scanner.paper.simulated.escl.EsclModel;
import vn.motcua.scanner.paper.simulated.escl.PlannedFault;
import vn.motcua.scanner.paper.simulated.escl.SimulatedEsclBuilder;
import vn.motcua.scanner.paper.simulated.escl.SimulatedEsclScanner;

/** Every fault that the simulated scanner can play, told by our driver as what it is. */
@Timeout(120)
class SimulatedEsclFaultsTest {
  private static final int PAGES = 4;
  private static final List<byte[]> PILE =
      IntStream.rangeClosed(1, PAGES)
          .mapToObj(number -> TestPages.jpeg(TestPages.page(number, 620, 877)))
          .toList();
  private static final ScanSettings FEEDER =
      new ScanSettings(PaperSource.FEEDER, ColourMode.COLOUR, 75, ScanArea.A4, 90);

  private final List<ScannedPage> got = new ArrayList<>();

  private static SimulatedEsclBuilder scanner() throws IOException {
    return SimulatedEsclScanner.builder().pages(PILE).untouched(true);
  }

  private static EsclDriver driver(EsclTimeouts timeouts) {
    return new EsclDriver(
        EsclConfig.MDNS.withoutMdns().withTimeouts(timeouts.withRetry(Duration.ofMillis(250))));
  }

  private static EsclDriver driver() {
    return driver(EsclTest.PATIENT);
  }

  private ScanOutcome scan(SimulatedEsclScanner scanner, ScanSettings settings) {
    return scan(driver(), scanner, settings);
  }

  private ScanOutcome scan(EsclDriver driver, SimulatedEsclScanner scanner, ScanSettings settings) {
    return driver.scan(
        ScannerId.parse("escl:" + scanner.address()), settings, got::add, new Cancellation());
  }

  /** Loses its patience soon with what has to be waited out, and with nothing else. */
  private static EsclDriver driverFor(String fault) {
    boolean waits = Stream.of("silent", "slow-drip", "busy").anyMatch(fault::startsWith);
    return waits ? driver(EsclTest.timeouts(2, 2)) : driver();
  }

  /** What strikes at page 3 leaves the two pages before it. */
  @ParameterizedTest
  @CsvSource({
    "jam@3, SCAN-JAM, 2",
    "jam-404@3, SCAN-JAM, 2",
    "jam-empty-jpeg@3, SCAN-JAM, 2",
    "jam-404@1, SCAN-JAM, 0",
    "jam@0, SCAN-JAM, 0",
    "cover-open@3, SCAN-COVER, 2",
    "cover-open@0, SCAN-COVER, 0",
    "double-feed@3, SCAN-DOUBLE, 2",
    "mispick@3, SCAN-JAM, 2",
    "page-too-long@3, SCAN-LENGTH, 2",
    "page-too-short@2, SCAN-LENGTH, 1",
    "empty-feeder, SCAN-EMPTY, 0",
    "empty-feeder-409, SCAN-EMPTY, 0",
    "empty-feeder-jams, SCAN-EMPTY, 0",
    "busy, SCAN-BUSY, 0",
    "refuses-401, SCAN-REFUSED, 0",
    "refuses-403, SCAN-REFUSED, 0",
    "error-500@3, SCAN-DEVICE, 2",
    "truncated@3, SCAN-LOST, 2",
    "short-image@3, SCAN-IMAGE, 2",
    "garbage@3, SCAN-IMAGE, 2",
    "html-page@3, SCAN-IMAGE, 2",
    "huge-length@3, SCAN-IMAGE, 2",
    "silent@3, SCAN-LOST|SCAN-OFFLINE, 2",
    "silent@0, SCAN-OFFLINE, 0",
    "slow-drip@3, SCAN-LOST, 2",
    "offline@3, SCAN-LOST, 2",
    "html-status, SCAN-DEVICE, 4",
    "xml-bomb, SCAN-OFFLINE, 0",
  })
  void isTold(String fault, String codes, int pages) throws IOException {
    try (SimulatedEsclScanner scanner = scanner().fault(PlannedFault.parse(fault)).start()) {
      ScanOutcome outcome = scan(driverFor(fault), scanner, FEEDER);
      assertThat(outcome).isInstanceOf(ScanOutcome.Stopped.class);
      ScanOutcome.Stopped stopped = (ScanOutcome.Stopped) outcome;
      assertThat(stopped.fault().code()).isIn((Object[]) codes.split("\\|"));
      assertThat(stopped.pages()).isEqualTo(pages);
      untouched(pages);
    }
  }

  /** What a driver has to put up with. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "relative-location",
        "bare-location",
        "foreign-location",
        "end-409",
        "chunked",
        "close-delimited",
        "wrong-content-type",
        "storm-503=2@2",
        "storm-503-bare=3@3",
        "storm-503=2@0",
        "needs-pause"
      })
  void isPutUpWith(String fault) throws IOException {
    try (SimulatedEsclScanner scanner = scanner().fault(PlannedFault.parse(fault)).start()) {
      assertThat(scan(scanner, FEEDER)).isEqualTo(new ScanOutcome.Completed(PAGES));
      untouched(PAGES);
    }
  }

  private void untouched(int pages) {
    assertThat(got).hasSize(pages);
    for (int i = 0; i < pages; i++) {
      assertThat(got.get(i).image()).as("page %d", i + 1).isEqualTo(PILE.get(i));
    }
  }

  @ParameterizedTest
  @EnumSource(EsclModel.class)
  void everyModelInEverySourceModeAndResolution(EsclModel model) throws Exception {
    try (SimulatedEsclScanner scanner =
        SimulatedEsclScanner.builder().pages(PILE).model(model).start()) {
      ScannerId id = ScannerId.parse("escl:" + scanner.address());
      ScannerCapabilities can = driver().capabilities(id);
      assertThat(can.sources().contains(PaperSource.FLATBED)).isEqualTo(model.glass());
      assertThat(can.sources().contains(PaperSource.FEEDER)).isEqualTo(model.feeder());
      assertThat(can.sources().contains(PaperSource.FEEDER_DUPLEX)).isEqualTo(model.duplex());
      for (PaperSource source : can.sources()) {
        for (ColourMode mode : can.modes()) {
          for (int dpi : List.of(mode == ColourMode.COLOUR ? 150 : can.resolutions().getFirst())) {
            got.clear();
            scanner.reload();
            ScanSettings settings = new ScanSettings(source, mode, dpi, ScanArea.A5, 80);
            int pages = source == PaperSource.FLATBED ? 1 : PAGES;
            assertThat(scan(scanner, settings))
                .as("%s %s %d", source, mode, dpi)
                .isEqualTo(new ScanOutcome.Completed(pages));
            for (ScannedPage page : got) {
              assertThat(page.dpi()).isEqualTo(dpi);
              assertThat(page.width())
                  .isBetween(148 * dpi * 10 / 254 - 3, 148 * dpi * 10 / 254 + 3);
            }
          }
        }
      }
    }
  }

  @Test
  void simplexIsNeverAskedForBothSides() throws IOException {
    try (SimulatedEsclScanner scanner =
        scanner().model(EsclModel.SIMPLEX).fault(PlannedFault.parse("wedges-on-duplex")).start()) {
      assertThat(scan(scanner, FEEDER.from(PaperSource.FEEDER_DUPLEX)))
          .isEqualTo(new ScanOutcome.Stopped(new ScanFault.UnsupportedSetting("source"), 0));
      assertThat(scan(scanner, FEEDER)).isEqualTo(new ScanOutcome.Completed(PAGES));
    }
  }
}
