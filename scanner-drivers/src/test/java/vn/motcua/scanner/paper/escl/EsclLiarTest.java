package vn.motcua.scanner.paper.escl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.scanner.DeviceState;
import vn.motcua.scanner.paper.ScanFault;
import vn.motcua.scanner.paper.ScanOutcome;

/** Whatever listens at the other end: a named fault, soon, in little memory. */
@Timeout(180)
class EsclLiarTest extends EsclTest {
  private interface Answer {
    void to(OutputStream out) throws IOException;
  }

  /** Answers one kind of request in its own way; the glass has a page and the feeder two. */
  private static ScriptedScanner liar(String request, Answer answer) throws IOException {
    ScriptedScanner scanner =
        new ScriptedScanner() {
          @Override
          void answer(Heard heard, OutputStream out) throws IOException {
            if (heard.is(request)) {
              answer.to(out);
            } else {
              super.answer(heard, out);
            }
          }
        };
    scanner.glass = picture(1);
    load(scanner, 2);
    return scanner;
  }

  /** Gives page number {@code bad} in its own way. */
  private static ScriptedScanner badPage(int bad, Answer answer) throws IOException {
    ScriptedScanner scanner =
        new ScriptedScanner() {
          private int given;

          @Override
          void page(OutputStream out, byte[] page) throws IOException {
            if (++given == bad) {
              answer.to(out);
            } else {
              super.page(out, page);
            }
          }
        };
    scanner.glass = picture(1);
    load(scanner, 3);
    return scanner;
  }

  private static void head(OutputStream out, String headers) throws IOException {
    ScriptedScanner.write(out, "HTTP/1.1 200 OK\r\n" + headers + "\r\n");
  }

  @ParameterizedTest
  @CsvSource({
    "ScannerAdfJam, Jam",
    "ScannerAdfMispick, Jam",
    "ScannerAdfHatchOpen, CoverOpen",
    "ScannerAdfDoorOpen, CoverOpen",
    "ScannerAdfMultipickDetected, DoubleFeed",
    "ScannerAdfDuplexPageTooShort, PageLength",
    "ScannerAdfDuplexPageTooLong, PageLength",
    "ScannerAdfInputTrayFailed, DeviceError"
  })
  void whatStopsTheFeederIsNeverTakenForItsEnd(String adf, String fault) throws Exception {
    // After the first page: an empty picture, then 404; or 404 at once; or 503 without end.
    for (int kind = 0; kind < 3; kind++) {
      int how = kind;
      try (ScriptedScanner scanner =
          new ScriptedScanner() {
            @Override
            void next(OutputStream out) throws IOException {
              if (feeder.size() == 3) {
                super.next(out);
                return;
              }
              adf = adfStops();
              jobState = "Aborted";
              jobReason = "ErrorsDetected";
              reply(out, how == 0 ? 200 : how == 1 ? 404 : 503, "image/jpeg", new byte[0]);
            }

            private String adfStops() {
              return EsclLiarTest.this.stopping;
            }
          }) {
        stopping = adf;
        pages.clear();
        load(scanner, 3);
        ScanOutcome outcome = scan(scanner, FEEDER);
        assertThat(outcome)
            .isInstanceOfSatisfying(
                ScanOutcome.Stopped.class,
                stopped -> {
                  assertThat(stopped.fault().getClass().getSimpleName()).isEqualTo(fault);
                  assertThat(stopped.pages()).isEqualTo(1);
                });
        assertThat(scanner.count("DELETE")).isEqualTo(1);
        // The next job is told before it begins.
        assertThat(scan(scanner, FEEDER)).isInstanceOf(ScanOutcome.Stopped.class);
        assertThat(scanner.count("POST")).isEqualTo(1);
      }
    }
  }

  private String stopping = "";

  @Test
  void anEmptyPictureAndOnlyLaterAnAbortedJob() throws Exception {
    try (ScriptedScanner scanner =
        new ScriptedScanner() {
          private int asked;

          @Override
          String statusXml() {
            if (jobs > 0 && feeder.size() == 1 && ++asked == 3) {
              jobState = "Aborted";
              jobReason = "ResourcesAreNotReady";
            }
            return super.statusXml();
          }

          @Override
          void page(OutputStream out, byte[] page) throws IOException {
            reply(out, 200, "image/jpeg", feeder.size() == 1 ? new byte[0] : page);
          }
        }) {
      load(scanner, 3);
      assertThat(scan(scanner, FEEDER)).isEqualTo(stopped(new ScanFault.Jam(), 1));
    }
  }

  @Test
  void anEmptyFeederForWhichAJobIsRefused() throws Exception {
    try (ScriptedScanner scanner =
        liar("POST", out -> ScriptedScanner.reply(out, 409, "", new byte[0]))) {
      scanner.adf = "ScannerAdfEmpty";
      override(scanner, EsclOverride.NONE.withForceFeeder());
      assertThat(scan(scanner, FEEDER)).isEqualTo(stopped(new ScanFault.FeederEmpty(), 0));
    }
  }

  @Test
  void aReasonThatOnlyTheDeviceItselfGives() throws Exception {
    try (ScriptedScanner scanner =
        new ScriptedScanner() {
          @Override
          String statusXml() {
            return super.statusXml()
                .replace(
                    "</scan:ScannerStatus>",
                    "<pwg:StateReasons><pwg:StateReason>CoverOpen</pwg:StateReason>"
                        + "</pwg:StateReasons></scan:ScannerStatus>");
          }

          @Override
          void none(OutputStream out) throws IOException {
            jobState = "Aborted";
            super.none(out);
          }
        }) {
      load(scanner, 1);
      assertThat(scan(scanner, FEEDER)).isEqualTo(stopped(new ScanFault.CoverOpen(), 1));
    }
  }

  @Test
  void anEmptyPictureWithoutAnyReason() throws Exception {
    try (ScriptedScanner scanner =
        badPage(2, out -> ScriptedScanner.reply(out, 200, "image/jpeg", new byte[0]))) {
      assertThat(scan(scanner, FEEDER)).isEqualTo(stopped(new ScanFault.BadImage(), 1));
    }
  }

  @Test
  void halfABody() throws Exception {
    byte[] page = picture(2);
    try (ScriptedScanner scanner =
        badPage(
            2,
            out -> {
              head(out, "Content-Length: " + page.length + "\r\n");
              out.write(page, 0, page.length / 2);
            })) {
      assertThat(scan(scanner, FEEDER)).isEqualTo(stopped(new ScanFault.LostMidPage(), 1));
      assertThat(scanner.count("DELETE")).isEqualTo(1);
    }
  }

  @Test
  void silenceInTheMiddleOfABody() throws Exception {
    hurry();
    CountDownLatch over = new CountDownLatch(1);
    byte[] page = picture(2);
    try (ScriptedScanner scanner =
        badPage(
            1,
            out -> {
              head(out, "Content-Length: " + page.length + "\r\n");
              out.write(page, 0, 100);
              out.flush();
              EsclJobTest.await(over);
            })) {
      assertThat(scan(scanner, FEEDER)).isEqualTo(stopped(new ScanFault.LostMidPage(), 0));
      over.countDown();
    }
  }

  @Test
  void aByteNowAndThenDoesNotKeepItAlive() throws Exception {
    hurry();
    byte[] page = picture(2);
    try (ScriptedScanner scanner =
        badPage(
            1,
            out -> {
              head(out, "Content-Length: " + page.length + "\r\n");
              drip(out, page);
            })) {
      assertThat(scan(scanner, FEEDER)).isEqualTo(stopped(new ScanFault.LostMidPage(), 0));
    }
  }

  private static void drip(OutputStream out, byte[] bytes) throws IOException {
    CountDownLatch never = new CountDownLatch(1);
    for (byte each : bytes) {
      out.write(each);
      out.flush();
      try {
        if (never.await(50, java.util.concurrent.TimeUnit.MILLISECONDS)) {
          return;
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  @Test
  void aHeadThatDrips() throws Exception {
    hurryWithReplies();
    byte[] endless =
        "HTTP/1.1 200 OK\r\nX: ".concat("y".repeat(1000)).getBytes(StandardCharsets.US_ASCII);
    try (ScriptedScanner scanner = liar("GET /eSCL/ScannerCap", out -> drip(out, endless))) {
      assertThat(scan(scanner, FEEDER)).isEqualTo(stopped(new ScanFault.Offline(), 0));
    }
  }

  @Test
  void bodiesWithoutALengthAreTaken() throws Exception {
    byte[] page = picture(2);
    try (ScriptedScanner scanner =
        badPage(
            1,
            out -> {
              ScriptedScanner.write(out, "HTTP/1.0 200 OK\r\n\r\n");
              out.write(page);
            })) {
      assertThat(scan(scanner, GLASS)).isEqualTo(completed(1));
      assertThat(pages.getFirst().image()).isEqualTo(page);
    }
  }

  @Test
  void aBodyWithoutALengthThatEndsTooEarly() throws Exception {
    byte[] page = picture(2);
    try (ScriptedScanner scanner =
        badPage(
            1,
            out -> {
              ScriptedScanner.write(out, "HTTP/1.0 200 OK\r\n\r\n");
              out.write(page, 0, page.length - 30);
            })) {
      assertThat(scan(scanner, GLASS)).isEqualTo(stopped(new ScanFault.LostMidPage(), 0));
    }
  }

  private static void chunks(OutputStream out, byte[] page, int size) throws IOException {
    head(out, "Transfer-Encoding: chunked\r\nContent-Type: application/octet-stream\r\n");
    for (int at = 0; at < page.length; at += size) {
      int part = Math.min(size, page.length - at);
      ScriptedScanner.write(out, Integer.toHexString(part) + ";x=y\r\n");
      out.write(page, at, part);
      ScriptedScanner.write(out, "\r\n");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void chunksAreTakenAndTheLastOneMayBeForgotten(boolean last) throws Exception {
    byte[] page = picture(2);
    try (ScriptedScanner scanner =
        badPage(
            1,
            out -> {
              chunks(out, page, 777);
              ScriptedScanner.write(out, last ? "0\r\n\r\n" : "");
            })) {
      assertThat(scan(scanner, GLASS)).isEqualTo(completed(1));
      assertThat(pages.getFirst().image()).isEqualTo(page);
    }
  }

  @Test
  void chunksThatEndTooEarly() throws Exception {
    byte[] page = picture(2);
    try (ScriptedScanner scanner =
        badPage(1, out -> chunks(out, Arrays.copyOf(page, page.length / 2), 777))) {
      assertThat(scan(scanner, GLASS)).isEqualTo(stopped(new ScanFault.LostMidPage(), 0));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1000000000", "999999999999999999"})
  void aGigabyteIsRefusedBeforeItComes(String length) throws Exception {
    try (ScriptedScanner scanner =
        badPage(1, out -> head(out, "Content-Length: " + length + "\r\n"))) {
      assertThat(scan(scanner, GLASS)).isEqualTo(stopped(new ScanFault.BadImage(), 0));
    }
  }

  @Test
  void aGigabyteWithoutAWordIsRefusedWhenItIsTooMuch() throws Exception {
    try (ScriptedScanner scanner =
        badPage(
            1,
            out -> {
              ScriptedScanner.write(out, "HTTP/1.1 200 OK\r\n\r\n");
              byte[] noise = new byte[1 << 20];
              for (int i = 0; i < 1000; i++) {
                out.write(noise);
              }
            })) {
      assertThat(scan(scanner, GLASS)).isEqualTo(stopped(new ScanFault.BadImage(), 0));
    }
  }

  @Test
  void garbageIsNoPage() throws Exception {
    byte[] noise = new byte[5000];
    new Random(3).nextBytes(noise);
    try (ScriptedScanner scanner =
        badPage(1, out -> ScriptedScanner.reply(out, 200, "image/jpeg", noise))) {
      assertThat(scan(scanner, GLASS)).isEqualTo(stopped(new ScanFault.BadImage(), 0));
    }
  }

  @Test
  void pagesWithoutEnd() throws Exception {
    byte[] small =
        vn.motcua.scanner.paper.TestPages.jpeg(vn.motcua.scanner.paper.TestPages.page(1, 16, 16));
    try (ScriptedScanner scanner =
        liar(
            "GET /eSCL/ScanJobs/1/NextDocument",
            out -> ScriptedScanner.reply(out, 200, "image/jpeg", small))) {
      assertThat(scan(scanner, FEEDER)).isEqualTo(stopped(new ScanFault.DeviceError(), 2000));
      assertThat(scanner.count("DELETE")).isEqualTo(1);
      pages.clear();
    }
  }

  @Test
  void serviceUnavailableForEver() throws Exception {
    hurry();
    Answer never =
        out -> ScriptedScanner.reply(out, 503, "", new byte[0], "Retry-After: 99999\r\n");
    for (String what : new String[] {"POST", "GET /eSCL/ScanJobs/", "GET /eSCL/ScannerCap"}) {
      if (what.endsWith("Cap")) {
        hurryWithReplies();
      }
      try (ScriptedScanner scanner = liar(what, never)) {
        assertThat(scan(scanner, FEEDER)).as(what).isEqualTo(stopped(new ScanFault.Busy(), 0));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET /eSCL/ScannerCap, 403, Refused",
    "GET /eSCL/ScannerCap, 404, Offline",
    "POST, 401, Refused",
    "POST, 403, Refused",
    "POST, 400, UnsupportedSetting",
    "POST, 500, DeviceError",
    "POST, 404, Offline",
    "POST, 302, Offline",
    "GET /eSCL/ScanJobs/1/N, 500, DeviceError",
    "GET /eSCL/ScanJobs/1/N, 401, Refused",
    "GET /eSCL/ScanJobs/1/N, 302, DeviceError"
  })
  void everyStatusIsAFault(String what, int status, String fault) throws Exception {
    try (ScriptedScanner scanner =
        liar(
            what,
            out ->
                ScriptedScanner.reply(
                    out,
                    status,
                    "text/html",
                    "<html>".getBytes(StandardCharsets.US_ASCII),
                    status == 302 ? "Location: http://192.0.2.1/x\r\n" : ""))) {
      assertThat(scan(scanner, FEEDER))
          .isInstanceOfSatisfying(
              ScanOutcome.Stopped.class,
              stopped -> assertThat(stopped.fault().getClass().getSimpleName()).isEqualTo(fault));
    }
  }

  @Test
  void nobodyIsSentElsewhere() throws Exception {
    try (ScriptedScanner other = new ScriptedScanner();
        ScriptedScanner scanner =
            liar(
                "GET /eSCL/ScannerCap",
                out ->
                    ScriptedScanner.reply(
                        out,
                        301,
                        "",
                        new byte[0],
                        "Location: " + other.address() + "/ScannerCapabilities\r\n"))) {
      assertThat(scan(scanner, FEEDER)).isEqualTo(stopped(new ScanFault.Offline(), 0));
      assertThat(other.heard).isEmpty();
    }
  }

  @Test
  void whoSpeaksOnlyTlsSaysSo() throws Exception {
    try (ScriptedScanner scanner =
        liar(
            "GET /eSCL/ScannerCap",
            out ->
                ScriptedScanner.reply(
                    out, 301, "", new byte[0], "Location: https://127.0.0.1/eSCL\r\n"))) {
      assertThat(scan(scanner, FEEDER)).isEqualTo(stopped(new ScanFault.NotPaired(), 0));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;\">]><scan:ScannerCapabilities>&c;",
        "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><ScannerCapabilities/>",
        "<ScannerCapabilities>",
        "<ScannerCapabilities/>",
        "<html><body>404</body></html>",
        "",
        "\0\0\0\0"
      })
  void documentsThatAreNoneOrTooMuch(String document) throws Exception {
    try (ScriptedScanner scanner = new ScriptedScanner()) {
      scanner.capabilities = document;
      assertThat(scan(scanner, FEEDER)).isEqualTo(stopped(new ScanFault.Offline(), 0));
    }
  }

  @Test
  void aDocumentOfManyMegabytes() throws Exception {
    try (ScriptedScanner scanner = new ScriptedScanner()) {
      scanner.capabilities = "<a>" + "x".repeat(3 << 20);
      assertThat(scan(scanner, FEEDER)).isEqualTo(stopped(new ScanFault.Offline(), 0));
      scanner.capabilities = "<a>".repeat(100_000);
      assertThat(scan(scanner, FEEDER)).isEqualTo(stopped(new ScanFault.Offline(), 0));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void randomBytesInsteadOfHttp(long seed) throws Exception {
    byte[] noise = new byte[100_000];
    new Random(seed).nextBytes(noise);
    try (ScriptedScanner scanner = liar("GET", out -> out.write(noise))) {
      assertThat(scan(scanner, FEEDER)).isEqualTo(stopped(new ScanFault.Offline(), 0));
    }
  }

  @Test
  void headersWithoutEnd() throws Exception {
    try (ScriptedScanner scanner =
        liar(
            "GET /eSCL/ScannerCap",
            out -> {
              head(out, "A: b\r\n");
              for (int i = 0; i < 100_000; i++) {
                ScriptedScanner.write(out, "X-" + i + ": y\r\n");
              }
            })) {
      assertThat(scan(scanner, FEEDER)).isEqualTo(stopped(new ScanFault.Offline(), 0));
    }
  }

  @Test
  void silenceFromTheStart() throws Exception {
    hurryWithReplies();
    CountDownLatch over = new CountDownLatch(1);
    try (ScriptedScanner scanner = liar("GET", out -> EsclJobTest.await(over))) {
      assertThat(scan(scanner, FEEDER)).isEqualTo(stopped(new ScanFault.Offline(), 0));
      config = config.withAddresses(java.util.List.of(scanner.address()));
      assertThat(new EsclDriver(config).discover())
          .singleElement()
          .satisfies(found -> assertThat(found.state()).isEqualTo(DeviceState.OFFLINE));
      over.countDown();
    }
  }

  @Test
  void aJobThatEndedWithErrorsIsNoGoodEnd() throws Exception {
    try (ScriptedScanner scanner =
        new ScriptedScanner() {
          @Override
          String statusXml() {
            return super.statusXml().replace("JobCompletedSuccessfully", "JobCompletedWithErrors");
          }
        }) {
      load(scanner, 2);
      assertThat(scan(scanner, FEEDER)).isEqualTo(stopped(new ScanFault.DeviceError(), 2));
    }
  }

  @Test
  void aStatusPageThatIsMissingDoesNotMatterButABrokenOneIsNoEnd() throws Exception {
    try (ScriptedScanner scanner =
        liar("GET /eSCL/ScannerStatus", out -> ScriptedScanner.reply(out, 404, "", new byte[0]))) {
      assertThat(scan(scanner, FEEDER)).isEqualTo(completed(2));
    }
    pages.clear();
    try (ScriptedScanner scanner =
        liar("GET /eSCL/ScannerStatus", out -> ScriptedScanner.reply(out, 200, "", new byte[9]))) {
      assertThat(scan(scanner, FEEDER)).isEqualTo(stopped(new ScanFault.DeviceError(), 2));
    }
  }

  @Test
  void aJobThatGoesOnAndGivesNothing() throws Exception {
    hurry();
    try (ScriptedScanner scanner =
        liar("GET /eSCL/ScanJobs/", out -> ScriptedScanner.reply(out, 404, "", new byte[0]))) {
      scanner.state = "Processing";
      assertThat(scan(scanner, FEEDER)).isEqualTo(stopped(new ScanFault.DeviceError(), 0));
      // It works, it says, and pages may be on their way: no end, and no empty feeder either.
      scanner.adf = "ScannerAdfProcessing";
      assertThat(scan(scanner, FEEDER)).isEqualTo(stopped(new ScanFault.DeviceError(), 0));
    }
  }

  @Test
  void theLineBreaksBeforeAPageBegins() throws Exception {
    try (ScriptedScanner scanner = liar("GET /eSCL/ScanJobs/", out -> {})) {
      assertThat(scan(scanner, FEEDER)).isEqualTo(stopped(new ScanFault.LostMidPage(), 0));
    }
  }
}
