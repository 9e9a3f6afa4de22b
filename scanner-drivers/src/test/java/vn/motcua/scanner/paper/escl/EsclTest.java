package vn.motcua.scanner.paper.escl;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.paper.ColourMode;
import vn.motcua.scanner.paper.PageReceiver;
import vn.motcua.scanner.paper.PaperSource;
import vn.motcua.scanner.paper.ScanEvent;
import vn.motcua.scanner.paper.ScanFault;
import vn.motcua.scanner.paper.ScanOutcome;
import vn.motcua.scanner.paper.ScanSettings;
import vn.motcua.scanner.paper.ScannedPage;
import vn.motcua.scanner.paper.TestPages;

/** What the tests of jobs have in common: a driver that soon loses its patience. */
abstract class EsclTest {
  static final ScanSettings GLASS = new ScanSettings(PaperSource.FLATBED, ColourMode.COLOUR, 50);
  static final ScanSettings FEEDER = GLASS.from(PaperSource.FEEDER);
  static final ScanSettings BOTH = GLASS.from(PaperSource.FEEDER_DUPLEX);
  static final Duration SOON = Duration.ofSeconds(1);

  final List<ScannedPage> pages = new ArrayList<>();
  final List<ScanEvent> events = new ArrayList<>();
  EsclConfig config = EsclConfig.MDNS.withoutMdns().withTimeouts(PATIENT);

  final PageReceiver keep =
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

  /** For honest devices on a machine that is busy: only retries come soon. */
  static final EsclTimeouts PATIENT = timeouts(20, 20);

  /** Waits that a test waits out are short, others are not. */
  static EsclTimeouts timeouts(int replySeconds, int waitSeconds) {
    Duration reply = Duration.ofSeconds(replySeconds);
    Duration wait = Duration.ofSeconds(waitSeconds);
    Duration retry = Duration.ofMillis(100);
    return new EsclTimeouts(
        wait, reply, reply, reply, wait, wait, wait, wait.multipliedBy(3), wait, retry, reply);
  }

  /** Loses its patience with pages and busy devices after a second. */
  void hurry() {
    config = config.withTimeouts(timeouts(20, 1));
  }

  /** Loses its patience with everything after a second. */
  void hurryWithReplies() {
    config = config.withTimeouts(timeouts(1, 1));
  }

  static byte[] picture(int number) {
    return TestPages.jpeg(TestPages.page(number, 425, 584));
  }

  ScanOutcome scan(ScriptedScanner scanner, ScanSettings settings) {
    return scan(scanner, settings, new Cancellation());
  }

  ScanOutcome scan(ScriptedScanner scanner, ScanSettings settings, Cancellation cancellation) {
    return new EsclDriver(config)
        .scan(EsclDriver.id(scanner.address()), settings, keep, cancellation);
  }

  void override(ScriptedScanner scanner, EsclOverride override) {
    config = config.withOverrides(Map.of(scanner.address().authority(), override));
  }

  static ScanOutcome stopped(ScanFault fault, int pages) {
    return new ScanOutcome.Stopped(fault, pages);
  }

  static ScanOutcome completed(int pages) {
    return new ScanOutcome.Completed(pages);
  }

  static void load(ScriptedScanner scanner, int count) {
    for (int i = 1; i <= count; i++) {
      scanner.feeder.add(picture(i));
    }
  }
}
