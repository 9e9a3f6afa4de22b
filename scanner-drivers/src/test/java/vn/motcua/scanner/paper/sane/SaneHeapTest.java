package vn.motcua.scanner.paper.sane;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.paper.ColourMode;
import vn.motcua.scanner.paper.PaperSource;
import vn.motcua.scanner.paper.ScanArea;
import vn.motcua.scanner.paper.ScanOutcome;
import vn.motcua.scanner.paper.ScanSettings;
import vn.motcua.scanner.paper.ScannerId;

/**
 * An A4 page in colour at 600 dots per inch is 104 MB of samples; a virtual machine of its own with
 * little heap must be able to scan it.
 */
@Timeout(120)
class SaneHeapTest {
  /** The second finds no room if anything of the first is kept. */
  private static final int PAGES = 2;

  private static SaneDaemon daemon;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    daemon = SaneDaemon.start();
  }

  @AfterAll
  static void stop() {
    daemon.close();
  }

  /** Scans pages of the device named; prints how it ended. */
  static final class Child {
    private Child() {}

    /** Prints the outcome. */
    public static void main(String[] args) {
      ScannerId id = ScannerId.parse(args[0]);
      ScanSettings settings =
          new ScanSettings(
              PaperSource.FEEDER, ColourMode.COLOUR, 600, ScanArea.A4, ScanSettings.GOOD_QUALITY);
      int[] left = {PAGES};
      Cancellation enough = new Cancellation();
      ScanOutcome outcome =
          new SaneDriver()
              .scan(
                  id,
                  settings,
                  page -> {
                    System.out.println(page.width() + "x" + page.height());
                    if (--left[0] == 0) {
                      enough.cancel();
                    }
                  },
                  enough);
      System.out.println(outcome);
    }
  }

  /** Pages whose length is not known, or that come colour by colour, have to be kept whole. */
  @ParameterizedTest
  @CsvSource({"'', 128", "&depth=16, 128", "&three-pass=yes, 300"})
  void scansA4InColourAt600(String options, int megabytes) throws Exception {
    String id =
        "sane:"
            + daemon.host()
            + "/test:0?source=Automatic%20Document%20Feeder&test-picture=Color%20pattern"
            + options;
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                id)
            .redirectErrorStream(true)
            .start();
    List<String> said;
    try (var out = child.inputReader(StandardCharsets.UTF_8)) {
      said = out.lines().toList();
    } finally {
      child.destroyForcibly();
    }
    assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(said)
        .as(String.join("\n", said))
        .endsWith(new ScanOutcome.Cancelled(PAGES).toString());
    assertThat(said)
        .filteredOn(line -> line.matches("496[01]x701[567]"))
        .as(String.join("\n", said))
        .hasSize(PAGES);
  }
}
