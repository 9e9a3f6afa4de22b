package vn.motcua.scanner.paper.sane;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.DeviceState;
import vn.motcua.scanner.paper.ColourMode;
import vn.motcua.scanner.paper.ImageFormat;
import vn.motcua.scanner.paper.PageReceiver;
import vn.motcua.scanner.paper.PaperSource;
import vn.motcua.scanner.paper.ScanArea;
import vn.motcua.scanner.paper.ScanEvent;
import vn.motcua.scanner.paper.ScanFault;
import vn.motcua.scanner.paper.ScanOutcome;
import vn.motcua.scanner.paper.ScanSettings;
import vn.motcua.scanner.paper.ScannedPage;
import vn.motcua.scanner.paper.Scanner;
import vn.motcua.scanner.paper.ScannerId;
import vn.motcua.scanner.paper.TestPages;

/** The SANE driver against saned's test backend: depths, statuses, cancelling, broken lines. */
class SaneTestBackendTest {
  private static SaneDaemon daemon;
  private final SaneDriver driver =
      new SaneDriver(SaneConfig.LOCAL.withHosts(List.of(daemon.host())));
  private final List<ScannedPage> pages = new ArrayList<>();

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    daemon = SaneDaemon.start();
  }

  @AfterAll
  static void stop() {
    daemon.close();
  }

  private static ScannerId device(String query) {
    return ScannerId.parse("sane:" + daemon.host() + "/test:0" + query);
  }

  private ScanOutcome scan(String query, ColourMode mode, int dpi) {
    return driver.scan(
        device(query),
        new ScanSettings(PaperSource.FLATBED, mode, dpi),
        pages::add,
        new Cancellation());
  }

  @Test
  void findsWhatTheDaemonLists() {
    assertThat(driver.discover())
        .extracting(Scanner::id)
        .contains(SaneDriver.id(daemon.host(), "test:0"), SaneDriver.id(daemon.host(), "pnm:0"));
    assertThat(driver.discover()).allMatch(Scanner::simulated);
  }

  @Test
  void theWholeGlassIsReadAtTheResolutionAskedFor() {
    assertThat(scan("", ColourMode.GREY, 254)).isEqualTo(new ScanOutcome.Completed(1));
    // The backend's glass is 300 mm a side: 3,000 pixels at 10 a millimetre.
    assertThat(pages.getFirst().width()).isEqualTo(3000);
    assertThat(pages.getFirst().height()).isEqualTo(3000);
    assertThat(pages.getFirst().dpi()).isEqualTo(254);
  }

  @Test
  void anAreaMayBeGiven() {
    scan("?br-x=100&br-y=50", ColourMode.GREY, 254);
    assertThat(pages.getFirst().width()).isEqualTo(1000);
    assertThat(pages.getFirst().height()).isEqualTo(500);
  }

  private ScanOutcome scan(ScanArea area, int quality) {
    return driver.scan(
        device("?test-picture=Color%20pattern"),
        new ScanSettings(PaperSource.FLATBED, ColourMode.COLOUR, 254, area, quality),
        pages::add,
        new Cancellation());
  }

  @Test
  void theAreaAskedForIsScanned() throws Exception {
    assertThat(scan(ScanArea.A5, 92)).isEqualTo(new ScanOutcome.Completed(1));
    assertThat(scan(new ScanArea(20, 30, 148, 210), 92)).isEqualTo(new ScanOutcome.Completed(1));
    for (ScannedPage page : pages) {
      assertThat(page.width()).isEqualTo(1480);
      assertThat(page.height()).isEqualTo(2100);
    }
  }

  @Test
  void anAreaThatJutsOutALittleIsCut() {
    assertThat(scan(ScanArea.sized(302, 302), 92)).isEqualTo(new ScanOutcome.Completed(1));
    assertThat(pages.getFirst().width()).isEqualTo(3000);
    assertThat(scan(new ScanArea(200, 0, 148, 210), 92))
        .isEqualTo(new ScanOutcome.Stopped(new ScanFault.UnsupportedSetting("size"), 0));
  }

  @Test
  void theQualityIsThatOfTheJpeg() {
    scan(ScanArea.A5, 40);
    scan(ScanArea.A5, 95);
    assertThat(pages.getFirst().image().length).isLessThan(pages.getLast().image().length * 2 / 3);
  }

  @Test
  void tellsHowAPageComes() {
    List<ScanEvent> events = new ArrayList<>();
    PageReceiver receiver =
        new PageReceiver() {
          @Override
          public void accept(ScannedPage page) {
            pages.add(page);
          }

          @Override
          public void event(ScanEvent event) {
            events.add(event);
          }
        };
    driver.scan(
        device(""),
        new ScanSettings(PaperSource.FLATBED, ColourMode.GREY, 100),
        receiver,
        new Cancellation());
    assertThat(events.getFirst()).isEqualTo(new ScanEvent.PageBegun(1));
    assertThat(events.getLast()).isEqualTo(new ScanEvent.PageComing(1, 100));
    assertThat(events).hasSize(21);
  }

  /** The grid is black and white in squares of 10 mm, whatever the depth and the order of bytes. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "depth=8",
        "depth=16",
        "depth=16&invert-endianess=no",
        "depth=1",
        "depth=8&read-limit=yes&read-limit-size=1000",
        "depth=8&non-blocking=yes&select-fd=yes",
        "depth=8&enable-test-options=yes&int=7&fixed=1.5&string=x&button=press&gamma-table=1,2,3",
      })
  void theGridComesThrough(String options) throws Exception {
    ScanOutcome outcome =
        scan("?br-x=100&br-y=100&test-picture=Grid&" + options, ColourMode.COLOUR, 127);
    assertThat(outcome).isEqualTo(new ScanOutcome.Completed(1));
    BufferedImage image = TestPages.decode(pages.getFirst().image());
    assertGrid(image);
  }

  /** Red, green and blue one after the other: the colour pattern must not depend on the order. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "depth=8&three-pass=yes",
        "depth=8&three-pass=yes&three-pass-order=BGR",
        "depth=16&three-pass=yes&three-pass-order=GRB"
      })
  void threePassesGiveTheSamePictureAsOne(String options) throws Exception {
    // Large enough that the daemon cannot read ahead to the end of a frame: its backend then
    // already tells the shape of the next.
    String pattern = "?test-picture=Color%20pattern&";
    String depth = options.substring(0, options.indexOf('&'));
    scan(pattern + depth, ColourMode.COLOUR, 254);
    assertThat(scan(pattern + options, ColourMode.COLOUR, 254))
        .isEqualTo(new ScanOutcome.Completed(1));
    BufferedImage once = TestPages.decode(pages.getFirst().image());
    BufferedImage thrice = TestPages.decode(pages.getLast().image());
    assertThat(TestPages.psnr(once, thrice)).isGreaterThan(36);
  }

  /** The pattern is a ramp from left to right; with the bytes swapped it would be noise. */
  @Test
  void sixteenBitsComeInTheOrderThatTheDaemonSays() throws Exception {
    scan("?depth=16&test-picture=Color%20pattern&br-x=100&br-y=100", ColourMode.GREY, 50);
    BufferedImage image = TestPages.decode(pages.getFirst().image());
    for (int x = 15; x < 190; x += 20) {
      int step =
          image.getRaster().getSample(x + 5, 100, 0) - image.getRaster().getSample(x, 100, 0);
      assertThat(step).as("at %d", x).isBetween(2, 8);
    }
  }

  @Test
  void aHandScannerLearnsItsHeightAtTheEnd() throws Exception {
    assertThat(scan("?hand-scanner=yes&test-picture=Grid", ColourMode.GREY, 127))
        .isEqualTo(new ScanOutcome.Completed(1));
    assertThat(pages.getFirst().width()).isEqualTo(550); // it is 11 cm wide
    assertGrid(TestPages.decode(pages.getFirst().image()));
  }

  @Test
  void theShapeBeforeTheStartIsNotTrusted() {
    assertThat(scan("?fuzzy-parameters=yes", ColourMode.GREY, 300))
        .isEqualTo(new ScanOutcome.Completed(1));
    assertThat(pages.getFirst().width()).isEqualTo(3543);
  }

  @Test
  void oneBitIsBlackWhereOne() throws Exception {
    assertThat(scan("?br-x=99&br-y=100&test-picture=Grid", ColourMode.BLACK_WHITE, 127))
        .isEqualTo(new ScanOutcome.Completed(1));
    assertThat(pages.getFirst().format()).isEqualTo(ImageFormat.PNG);
    BufferedImage image = TestPages.decode(pages.getFirst().image());
    assertThat(image.getColorModel().getPixelSize()).isEqualTo(1);
    assertGrid(image);
  }

  private static void assertGrid(BufferedImage image) {
    // At 127 dots per inch a square has 50 pixels; the first one is white.
    for (int row = 0; row < 9; row++) {
      for (int column = 0; column < 9; column++) {
        int rgb = image.getRGB(column * 50 + 25, row * 50 + 25);
        boolean white = (row + column) % 2 == 0;
        for (int shift = 0; shift <= 16; shift += 8) {
          int level = rgb >> shift & 0xff;
          assertThat(white ? 255 - level : level)
              .as("square %d,%d of %s", column, row, Integer.toHexString(rgb))
              .isLessThan(12);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "JAMMED, SCAN-JAM",
    "NO_DOCS, SCAN-EMPTY",
    "COVER_OPEN, SCAN-COVER",
    "IO_ERROR, SCAN-DEVICE",
    "DEVICE_BUSY, SCAN-BUSY",
    "ACCESS_DENIED, SCAN-REFUSED",
    "NO_MEM, SCAN-DEVICE",
    "INVAL, SCAN-DEVICE",
    "UNSUPPORTED, SCAN-DEVICE",
    "CANCELLED, SCAN-DEVICE",
    "EOF, SCAN-LOST",
  })
  void everyStatusIsItsOwnFault(String status, String code) {
    ScanOutcome outcome = scan("?read-return-value=SANE_STATUS_" + status, ColourMode.GREY, 75);
    assertThat(outcome)
        .isInstanceOfSatisfying(
            ScanOutcome.Stopped.class,
            stopped -> assertThat(stopped.fault().code()).isEqualTo(code));
    assertThat(scan("", ColourMode.GREY, 75)).isEqualTo(new ScanOutcome.Completed(1));
  }

  @Test
  void cancelInMidPageIsSeenAtOnceAndTheDeviceIsFreeAgain() throws Exception {
    Cancellation cancellation = new Cancellation();
    Job job = new Job(driver, device(SLOW), cancellation);
    job.awaitMidPage();
    long asked = System.nanoTime();
    cancellation.cancel();
    assertThat(job.outcome()).isEqualTo(new ScanOutcome.Cancelled(0));
    // The device would take more than a minute for what is left of the page.
    assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(20));
    assertThat(scan("", ColourMode.GREY, 75)).isEqualTo(new ScanOutcome.Completed(1));
  }

  @Test
  @SuppressWarnings("try") // to close it in the middle is the matter of this test
  void aDaemonThatDiesInMidPageIsALostPage() throws Exception {
    try (SaneDaemon mortal = SaneDaemon.start()) {
      SaneDriver own = new SaneDriver(SaneConfig.LOCAL.withHosts(List.of(mortal.host())));
      ScannerId id = ScannerId.parse("sane:test:0" + SLOW);
      Job job = new Job(own, id, new Cancellation());
      job.awaitMidPage();
      mortal.close();
      assertThat(job.outcome()).isEqualTo(new ScanOutcome.Stopped(new ScanFault.LostMidPage(), 0));
      assertThat(own.scan(id, ScanSettings.ARCHIVE, pages::add, new Cancellation()))
          .isEqualTo(new ScanOutcome.Stopped(new ScanFault.Offline(), 0));
      assertThat(own.discover())
          .extracting(Scanner::state)
          .as("a daemon that somebody named")
          .containsExactly(DeviceState.OFFLINE);
    }
  }

  @Test
  void aDaemonThatFallsSilentInMidPageIsALostPage() throws Exception {
    SaneDriver hasty =
        new SaneDriver(
            SaneConfig.LOCAL.withTimeouts(
                SaneTimeouts.DEFAULT.withSilence(Duration.ofMillis(1500))));
    try (SaneDaemon mortal = SaneDaemon.start()) {
      Job job = new Job(hasty, SaneDriver.id(mortal.host(), "test:0" + SLOW), new Cancellation());
      job.awaitMidPage();
      mortal.freeze();
      assertThat(job.outcome()).isEqualTo(new ScanOutcome.Stopped(new ScanFault.LostMidPage(), 0));
    }
  }

  private static final String SLOW = "?read-delay=yes&read-delay-duration=200000";

  /** A scan on a thread of its own. */
  private static final class Job {
    private final FutureTask<ScanOutcome> task;
    private final Thread thread;

    Job(SaneDriver driver, ScannerId id, Cancellation cancellation) {
      ScanSettings settings = new ScanSettings(PaperSource.FLATBED, ColourMode.COLOUR, 300);
      task = new FutureTask<>(() -> driver.scan(id, settings, page -> {}, cancellation));
      thread = Thread.ofPlatform().daemon().start(task);
    }

    /** Returns when the job waits for the bytes of a page: nothing else tells this from outside. */
    void awaitMidPage() throws InterruptedException {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
      while (Arrays.stream(thread.getStackTrace())
          .noneMatch(frame -> frame.getClassName().equals(SaneFrame.class.getName()))) {
        assertThat(System.nanoTime()).isLessThan(end);
        TimeUnit.MILLISECONDS.sleep(5);
      }
    }

    ScanOutcome outcome() throws Exception {
      return task.get(60, TimeUnit.SECONDS);
    }
  }
}
