package vn.motcua.scanner.paper.sane;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.paper.ColourMode;
import vn.motcua.scanner.paper.PaperSource;
import vn.motcua.scanner.paper.ScanFault;
import vn.motcua.scanner.paper.ScanOutcome;
import vn.motcua.scanner.paper.ScanSettings;
import vn.motcua.scanner.paper.ScannedPage;

/** Whatever listens at the other end: a named fault, soon, in little memory. */
@Timeout(120)
class SaneLiarTest {
  private static final int HUGE = Integer.MAX_VALUE;
  private final List<ScannedPage> pages = new ArrayList<>();

  /** For lies that have to be waited out. */
  private static final SaneTimeouts HASTY = timeouts(Duration.ofMillis(800));

  /** For all others, on a machine that is busy. */
  private static final SaneTimeouts PATIENT = timeouts(Duration.ofSeconds(30));

  private static SaneTimeouts timeouts(Duration each) {
    return new SaneTimeouts(each, each, each, each, each.multipliedBy(2), Duration.ofMillis(300));
  }

  private ScanOutcome scan(LyingDaemon liar) {
    return scan(liar, PATIENT);
  }

  private ScanOutcome scan(LyingDaemon liar, SaneTimeouts timeouts) {
    SaneDriver driver =
        new SaneDriver(new SaneConfig(List.of(liar.host()), timeouts, java.util.Map.of()));
    driver.discover();
    return driver.scan(
        SaneDriver.id(liar.host(), "liar:0"),
        new ScanSettings(PaperSource.FLATBED, ColourMode.GREY, 300),
        pages::add,
        new Cancellation());
  }

  private static ScanOutcome stopped(ScanFault fault) {
    return new ScanOutcome.Stopped(fault, 0);
  }

  @Test
  void anHonestAnswerIsAPage() throws IOException {
    try (LyingDaemon honest = new LyingDaemon()) {
      assertThat(scan(honest)).isEqualTo(new ScanOutcome.Completed(1));
      assertThat(pages.getFirst().width()).isEqualTo(100);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void randomBytes(long seed) throws IOException {
    Random random = new Random(seed);
    try (LyingDaemon liar =
        new LyingDaemon() {
          @Override
          void greeting(DataOutputStream out) throws IOException {
            byte[] noise = new byte[4096];
            random.nextBytes(noise);
            out.write(noise);
          }
        }) {
      assertThat(scan(liar))
          .isInstanceOfSatisfying(
              ScanOutcome.Stopped.class,
              stopped -> assertThat(stopped.fault()).isInstanceOf(ScanFault.class));
    }
  }

  @Test
  void silence() throws IOException {
    try (LyingDaemon liar =
        new LyingDaemon() {
          @Override
          void greeting(DataOutputStream out) {
            // says nothing
          }
        }) {
      assertThat(scan(liar, HASTY)).isEqualTo(stopped(new ScanFault.Offline()));
    }
  }

  @Test
  void aNameOfTwoGigabytes() throws IOException {
    try (LyingDaemon liar =
        new LyingDaemon() {
          @Override
          void options(DataOutputStream out) throws IOException {
            out.writeInt(2);
            out.writeInt(0);
            out.writeInt(HUGE);
          }
        }) {
      assertThat(scan(liar)).isEqualTo(stopped(new ScanFault.Offline()));
    }
  }

  @Test
  void twoThousandMillionOptions() throws IOException {
    try (LyingDaemon liar =
        new LyingDaemon() {
          @Override
          void options(DataOutputStream out) throws IOException {
            out.writeInt(HUGE);
          }
        }) {
      assertThat(scan(liar)).isEqualTo(stopped(new ScanFault.Offline()));
    }
  }

  @Test
  void twoThousandMillionDevices() throws IOException {
    try (LyingDaemon liar =
        new LyingDaemon() {
          @Override
          void devices(DataOutputStream out) throws IOException {
            out.writeInt(0);
            out.writeInt(HUGE);
          }
        }) {
      assertThat(scan(liar)).isEqualTo(new ScanOutcome.Completed(1));
    }
  }

  @Test
  void aPasswordIsAskedFor() throws IOException {
    try (LyingDaemon liar =
        new LyingDaemon() {
          @Override
          void opened(DataOutputStream out) throws IOException {
            out.writeInt(0);
            out.writeInt(0);
            put(out, "liar:0$MD5$abc");
          }
        }) {
      assertThat(scan(liar)).isEqualTo(stopped(new ScanFault.Refused()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "11, SCAN-REFUSED",
    "3, SCAN-BUSY",
    "4, SCAN-OFFLINE",
    "99, SCAN-OFFLINE",
    "-7, SCAN-OFFLINE",
  })
  void openingIsRefused(int status, String code) throws IOException {
    try (LyingDaemon liar =
        new LyingDaemon() {
          @Override
          void opened(DataOutputStream out) throws IOException {
            out.writeInt(status);
            out.writeInt(0);
            out.writeInt(0);
          }
        }) {
      assertThat(((ScanOutcome.Stopped) scan(liar)).fault().code()).isEqualTo(code);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 2147483647, 2147483647, 2147483647, 8",
    "0, 100, 100, 0, 8",
    "0, 100, 100, -2, 8",
    "0, 0, 0, 100, 8",
    "0, -5, -5, 100, 8",
    "0, 10, 100, 100, 8",
    "0, 2000000, 100, 100, 8",
    "1, 60000, 20000, 20001, 8",
    "0, 100, 100, 100, 7",
    "0, 100, 100, 100, 32",
  })
  void impossibleShapes(int format, int bytes, int width, int lines, int depth) throws IOException {
    try (LyingDaemon liar =
        new LyingDaemon() {
          @Override
          void shape(DataOutputStream out) throws IOException {
            shape(out, format, bytes, width, lines, depth);
          }
        }) {
      assertThat(scan(liar)).isEqualTo(stopped(new ScanFault.BadImage()));
    }
  }

  @Test
  void fewerBytesThanAnnounced() throws IOException {
    try (LyingDaemon liar =
        new LyingDaemon() {
          @Override
          void data(DataOutputStream out) throws IOException {
            out.writeInt(9_950);
            out.write(new byte[9_950]);
            out.writeInt(-1);
            out.write(5);
          }
        }) {
      assertThat(scan(liar)).isEqualTo(stopped(new ScanFault.LostMidPage()));
    }
  }

  @Test
  void theLineBreaksInMidRecord() throws IOException {
    try (LyingDaemon liar =
        new LyingDaemon() {
          @Override
          void data(DataOutputStream out) throws IOException {
            out.writeInt(1_000_000);
            out.write(new byte[5_000]);
          }
        }) {
      assertThat(scan(liar)).isEqualTo(stopped(new ScanFault.LostMidPage()));
    }
  }

  @Test
  void theDeviceJamsAfterTheLastLine() throws IOException {
    try (LyingDaemon liar =
        new LyingDaemon() {
          @Override
          void data(DataOutputStream out) throws IOException {
            out.writeInt(10_000);
            out.write(new byte[10_000]);
            out.writeInt(-1);
            out.write(6);
          }
        }) {
      assertThat(scan(liar)).isEqualTo(stopped(new ScanFault.Jam()));
    }
  }

  @Test
  void aPageWithoutEnd() throws IOException {
    try (LyingDaemon liar =
        new LyingDaemon() {
          @Override
          void shape(DataOutputStream out) throws IOException {
            shape(out, 0, 20_000, 20_000, -1, 8);
          }

          @Override
          void data(DataOutputStream out) throws IOException {
            byte[] noise = new byte[1_000_000];
            while (true) {
              out.writeInt(noise.length);
              out.write(noise);
            }
          }
        }) {
      assertThat(scan(liar)).isEqualTo(stopped(new ScanFault.BadImage()));
    }
  }

  @Test
  void aPageThatDripsIsGivenUp() throws IOException {
    try (LyingDaemon liar =
        new LyingDaemon() {
          @Override
          void data(DataOutputStream out) throws IOException {
            out.writeInt(10_000);
            while (true) {
              out.write(0);
              out.flush();
              try {
                Thread.sleep(100); // the drip itself
              } catch (InterruptedException e) {
                return;
              }
            }
          }
        }) {
      assertThat(scan(liar, HASTY)).isEqualTo(stopped(new ScanFault.LostMidPage()));
    }
  }
}
