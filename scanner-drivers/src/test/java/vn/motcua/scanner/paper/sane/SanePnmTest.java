package vn.motcua.scanner.paper.sane;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.paper.ColourMode;
import vn.motcua.scanner.paper.ImageFormat;
import vn.motcua.scanner.paper.PageImages;
import vn.motcua.scanner.paper.PaperSource;
import vn.motcua.scanner.paper.ScanFault;
import vn.motcua.scanner.paper.ScanOutcome;
import vn.motcua.scanner.paper.ScanSettings;
import vn.motcua.scanner.paper.ScannedPage;
import vn.motcua.scanner.paper.ScannerId;
import vn.motcua.scanner.paper.TestPages;

/** The SANE driver against a real saned whose pnm backend replays pages. */
class SanePnmTest {
  private static SaneDaemon daemon;
  @TempDir static Path folder;
  private static Path page;
  private static BufferedImage drawn;

  private final SaneDriver driver =
      new SaneDriver(SaneConfig.LOCAL.withHosts(List.of(daemon.host())));
  private final List<ScannedPage> pages = new ArrayList<>();

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    daemon = SaneDaemon.start();
    drawn = TestPages.page(1, 1240, 1754);
    page = TestPages.ppm(drawn, folder.resolve("trang & một.pnm"));
  }

  @AfterAll
  static void stop() {
    daemon.close();
  }

  private ScannerId pnm(String... options) {
    String query =
        "filename="
            + URLEncoder.encode(page.toString(), StandardCharsets.UTF_8).replace("+", "%20");
    return ScannerId.parse("sane:" + daemon.host() + "/pnm:0?" + query + String.join("", options));
  }

  private ScanOutcome scan(ScannerId id, ScanSettings settings) {
    return driver.scan(id, settings, pages::add, new Cancellation());
  }

  private static ScanSettings glass(ColourMode mode) {
    return new ScanSettings(PaperSource.FLATBED, mode, 300);
  }

  @Test
  void replaysAPageInColour() throws Exception {
    assertThat(scan(pnm(), glass(ColourMode.COLOUR))).isEqualTo(new ScanOutcome.Completed(1));
    ScannedPage got = pages.getFirst();
    assertThat(got.format()).isEqualTo(ImageFormat.JPEG);
    assertThat(got.number()).isEqualTo(1);
    assertThat(got.dpi()).isEqualTo(300);
    assertThat(PageImages.check(got.image()).dpi()).hasValue(300);
    assertThat(TestPages.psnr(drawn, TestPages.decode(got.image()))).isGreaterThan(36);
  }

  @Test
  void plainDeviceAskedAsFeederGivesItsOnePage() {
    assertThat(scan(pnm(), ScanSettings.ARCHIVE)).isEqualTo(new ScanOutcome.Completed(1));
    assertThat(pages).hasSize(1);
  }

  @Test
  void greyIsGreyEvenIfTheDeviceKnowsOnlyColour() throws Exception {
    scan(pnm(), glass(ColourMode.GREY));
    BufferedImage got = TestPages.decode(pages.getFirst().image());
    assertThat(got.getColorModel().getNumComponents()).isEqualTo(1);
    assertThat(got.getRaster().getSample(5, 5, 0)).isBetween(248, 255);
  }

  @Test
  void unknownHeightAndThreePassesGiveTheSamePixels() throws Exception {
    scan(pnm("&hand-scanner=yes"), glass(ColourMode.COLOUR));
    scan(pnm("&three-pass=yes"), glass(ColourMode.COLOUR));
    assertThat(pages).hasSize(2);
    for (ScannedPage each : pages) {
      assertThat(TestPages.psnr(drawn, TestPages.decode(each.image()))).isGreaterThan(36);
    }
  }

  @Test
  void overridesMayStandInTheConfiguration() throws Exception {
    SaneDriver configured =
        new SaneDriver(
            new SaneConfig(
                List.of(daemon.host()),
                SaneTimeouts.DEFAULT,
                Map.of("pnm:0", Map.of("filename", page.toString()))));
    ScanOutcome outcome =
        configured.scan(
            ScannerId.parse("sane:pnm:0"),
            glass(ColourMode.COLOUR),
            pages::add,
            new Cancellation());
    assertThat(outcome).isEqualTo(new ScanOutcome.Completed(1));
    assertThat(TestPages.psnr(drawn, TestPages.decode(pages.getFirst().image()))).isGreaterThan(36);
  }

  @ParameterizedTest
  @CsvSource({
    "status-jammed, SCAN-JAM",
    "status-nodocs, SCAN-EMPTY",
    "status-coveropen, SCAN-COVER",
    "status-ioerror, SCAN-DEVICE",
    "status-nomem, SCAN-DEVICE",
    "status-accessdenied, SCAN-REFUSED",
  })
  void everyStatusIsItsOwnFault(String option, String code) {
    ScanOutcome outcome = scan(pnm("&" + option + "=yes"), glass(ColourMode.COLOUR));
    assertThat(outcome).isInstanceOf(ScanOutcome.Stopped.class);
    assertThat(((ScanOutcome.Stopped) outcome).fault().code()).isEqualTo(code);
    assertThat(pages).isEmpty();
    assertThat(scan(pnm(), glass(ColourMode.COLOUR))).isEqualTo(new ScanOutcome.Completed(1));
  }

  @Test
  void whatTheDeviceLacksIsNamed() {
    assertThat(scan(pnm(), new ScanSettings(PaperSource.FLATBED, ColourMode.COLOUR, 600)))
        .isEqualTo(new ScanOutcome.Stopped(new ScanFault.UnsupportedSetting("dpi"), 0));
    assertThat(scan(pnm(), glass(ColourMode.BLACK_WHITE)))
        .isEqualTo(new ScanOutcome.Stopped(new ScanFault.UnsupportedSetting("mode"), 0));
    assertThat(scan(pnm("&no-such=1"), glass(ColourMode.COLOUR)))
        .isEqualTo(new ScanOutcome.Stopped(new ScanFault.UnsupportedSetting("no-such"), 0));
    assertThat(scan(pnm("&brightness=bright"), glass(ColourMode.COLOUR)))
        .isEqualTo(new ScanOutcome.Stopped(new ScanFault.UnsupportedSetting("brightness"), 0));
    assertThat(scan(pnm(), new ScanSettings(PaperSource.FEEDER_DUPLEX, ColourMode.COLOUR, 300)))
        .isEqualTo(new ScanOutcome.Stopped(new ScanFault.UnsupportedSetting("source"), 0));
  }

  @Test
  void unknownDeviceIsOffline() {
    assertThat(scan(SaneDriver.id(daemon.host(), "pnm:77"), glass(ColourMode.COLOUR)))
        .isEqualTo(new ScanOutcome.Stopped(new ScanFault.Offline(), 0));
  }

  @Test
  void missingFileIsAFaultOfTheDevice() throws IOException {
    Path gone = folder.resolve("gone.pnm");
    Files.deleteIfExists(gone);
    ScannerId id = ScannerId.parse("sane:" + daemon.host() + "/pnm:0?filename=" + gone);
    assertThat(scan(id, glass(ColourMode.COLOUR))).isInstanceOf(ScanOutcome.Stopped.class);
  }
}
