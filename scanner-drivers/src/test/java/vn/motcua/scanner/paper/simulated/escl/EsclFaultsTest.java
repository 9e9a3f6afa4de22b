package vn.motcua.scanner.paper.simulated.escl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault, as a plain HTTP client sees it. */
@Timeout(180)
class EsclFaultsTest {
  private static final String FEEDER = EsclClient.settings("Feeder", EsclPages.AS_IT_IS);
  private static final List<byte[]> PILE = EsclPages.pile(3);

  private SimulatedEsclScanner scanner;
  private EsclClient client;

  @BeforeEach
  void start() throws IOException {
    scanner = SimulatedEsclScanner.builder().pages(PILE).start();
    client = new EsclClient(scanner);
  }

  @AfterEach
  void stop() {
    client.close();
    scanner.close();
  }

  private void plan(String fault) {
    scanner.plan(PlannedFault.parse(fault));
  }

  /** The device serves as if nothing had been. */
  private void wellAgain() throws Exception {
    scanner.withdrawAll();
    scanner.reset();
    scanner.reload();
    assertThat(client.pages(client.job(FEEDER))).containsExactlyElementsOf(PILE);
  }

  @ParameterizedTest
  @CsvSource({
    "jam, ScannerAdfJam, 409",
    "jam-404, ScannerAdfJam, 404",
    "jam-empty-jpeg, ScannerAdfJam, 200",
    "cover-open, ScannerAdfHatchOpen, 409",
    "double-feed, ScannerAdfMultipickDetected, 409",
    "mispick, ScannerAdfMispick, 409",
    "page-too-long, ScannerAdfDuplexPageTooLong, 409",
    "page-too-short, ScannerAdfDuplexPageTooShort, 409",
    "tray-failed, ScannerAdfInputTrayFailed, 409"
  })
  void thePaperPathStopsAtThatPage(String fault, String state, int status) throws Exception {
    plan(fault + "@2");
    URI job = client.job(FEEDER);
    assertThat(client.next(job).body()).isEqualTo(PILE.get(0));
    HttpResponse<byte[]> stopped = client.next(job);
    assertThat(stopped.statusCode()).isEqualTo(status);
    assertThat(stopped.body()).isEmpty();
    assertThat(client.next(job).statusCode()).isEqualTo(404);
    assertThat(client.status("pwg:JobState")).isEqualTo("Aborted");
    assertThat(client.status("pwg:JobStateReason")).isEqualTo("ResourcesAreNotReady");
    assertThat(client.status("scan:AdfState")).isEqualTo(state);
    assertThat(client.status("pwg:State")).isEqualTo("Stopped");
    assertThat(client.post(FEEDER).statusCode()).isEqualTo(409);
    assertThat(client.post(EsclClient.settings("Platen", "")).statusCode()).isEqualTo(201);
    scanner.reset();
    scanner.withdrawAll();
    assertThat(client.pages(client.job(FEEDER)))
        .as("the sheets that were not read are still there")
        .containsExactly(PILE.get(1), PILE.get(2));
    wellAgain();
  }

  @Test
  void aCoverThatIsOpenBeforeTheJob() throws Exception {
    plan("cover-open@0");
    assertThat(client.status("scan:AdfState")).isEqualTo("ScannerAdfHatchOpen");
    assertThat(client.post(FEEDER).statusCode()).isEqualTo(409);
    wellAgain();
  }

  @Test
  void emptyFeeders() throws Exception {
    plan("empty-feeder=1");
    assertThat(client.status("scan:AdfState")).isEqualTo("ScannerAdfEmpty");
    assertThat(client.next(client.job(FEEDER)).statusCode()).isEqualTo(404);
    assertThat(client.status("pwg:JobState")).isEqualTo("Aborted");
    plan("empty-feeder-409=1");
    assertThat(client.status("scan:AdfState")).isEqualTo("ScannerAdfEmpty");
    assertThat(client.post(FEEDER).statusCode()).isEqualTo(409);
    plan("empty-feeder-jams=1");
    assertThat(client.next(client.job(FEEDER)).statusCode()).isEqualTo(409);
    assertThat(client.status("scan:AdfState")).isEqualTo("ScannerAdfJam");
    wellAgain();
  }

  @Test
  void aSensorThatLies() throws Exception {
    plan("always-says-empty");
    assertThat(client.status("scan:AdfState")).isEqualTo("ScannerAdfEmpty");
    URI job = client.job(FEEDER);
    client.next(job);
    assertThat(client.status("scan:AdfState")).isEqualTo("ScannerAdfEmpty");
    assertThat(client.pages(job)).hasSize(2);
    wellAgain();
  }

  @Test
  void busyAndForbidden() throws Exception {
    plan("busy=1");
    assertThat(client.status("pwg:State")).isEqualTo("Processing");
    assertThat(client.post(FEEDER).statusCode()).isEqualTo(503);
    plan("refuses-401=1");
    assertThat(client.post(FEEDER).statusCode()).isEqualTo(401);
    plan("refuses-403=1");
    assertThat(client.post(FEEDER).statusCode()).isEqualTo(403);
    wellAgain();
  }

  @Test
  void storms() throws Exception {
    plan("storm-503=2@0");
    assertThat(client.post(FEEDER).statusCode()).isEqualTo(503);
    assertThat(client.post(FEEDER).statusCode()).isEqualTo(503);
    URI job = client.job(FEEDER);
    plan("storm-503=3@2");
    assertThat(client.next(job).statusCode()).isEqualTo(200);
    for (int i = 0; i < 3; i++) {
      HttpResponse<byte[]> answer = client.next(job);
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
    }
    assertThat(client.pages(job)).hasSize(2);
    plan("storm-503-bare");
    scanner.reload();
    job = client.job(FEEDER);
    for (int i = 0; i < 5; i++) {
      HttpResponse<byte[]> answer = client.next(job);
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).isEmpty();
    }
    plan("error-500=1");
    scanner.withdraw(EsclFault.STORM_503_BARE);
    assertThat(client.next(job).statusCode()).isEqualTo(500);
    wellAgain();
  }

  @ParameterizedTest
  @CsvSource({
    "relative-location, /eSCL/ScanJobs/",
    "bare-location, ScanJobs/",
    "foreign-location, http://scanner.invalid/eSCL/ScanJobs/"
  })
  void locations(String fault, String start) throws Exception {
    plan(fault);
    assertThat(client.post(FEEDER).headers().firstValue("Location").orElseThrow())
        .startsWith(start);
    wellAgain();
    plan("no-location");
    assertThat(client.post(FEEDER).headers().firstValue("Location")).isEmpty();
  }

  @Test
  void endsWithAConflict() throws Exception {
    plan("end-409");
    URI job = client.job(FEEDER);
    assertThat(client.pages(job)).hasSize(3);
    assertThat(client.next(job).statusCode()).isEqualTo(409);
    assertThat(client.status("pwg:JobState")).isEqualTo("Completed");
  }

  static Stream<String> harmless() {
    return Stream.of("chunked", "close-delimited", "wrong-content-type");
  }

  @ParameterizedTest
  @MethodSource("harmless")
  void otherWaysToSendTheSame(String fault) throws Exception {
    plan(fault);
    URI job = client.job(FEEDER);
    HttpResponse<byte[]> page = client.next(job);
    assertThat(page.body()).isEqualTo(PILE.get(0));
    assertThat(page.headers().firstValue("Content-Length").isPresent())
        .isEqualTo(fault.equals("wrong-content-type"));
    assertThat(page.headers().firstValue("Content-Type").orElseThrow())
        .isEqualTo(fault.equals("wrong-content-type") ? "application/octet-stream" : "image/jpeg");
    assertThat(client.pages(job)).hasSize(2);
    wellAgain();
  }

  @Test
  void aCutPageMayBeAskedForAgain() throws Exception {
    plan("truncated=1@2");
    URI job = client.job(FEEDER);
    client.next(job);
    assertThatThrownBy(() -> client.next(job)).isInstanceOf(IOException.class);
    assertThat(client.status("scan:TransferRetryCount")).isEqualTo("1");
    assertThat(client.pages(job)).containsExactly(PILE.get(1), PILE.get(2));
    wellAgain();
  }

  @Test
  void brokenPictures() throws Exception {
    plan("short-image@1");
    plan("garbage@2");
    plan("html-page@3");
    URI job = client.job(FEEDER);
    assertThat(client.next(job).body())
        .isEqualTo(Arrays.copyOf(PILE.get(0), PILE.get(0).length / 2));
    HttpResponse<byte[]> garbage = client.next(job);
    assertThat(garbage.headers().firstValue("Content-Type")).hasValue("image/jpeg");
    assertThat(garbage.body()).hasSize(20_000);
    HttpResponse<byte[]> html = client.next(job);
    assertThat(html.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    assertThat(new String(html.body(), StandardCharsets.UTF_8)).contains("<html>");
    scanner.withdrawAll();
    scanner.reload();
    plan("empty-image@1");
    URI again = client.job(FEEDER);
    assertThat(client.next(again).body()).isEmpty();
    assertThat(client.status("pwg:JobState")).isEqualTo("Processing");
    assertThat(client.pages(again)).hasSize(2);
    wellAgain();
  }

  /** Speaks on a bare socket, for what no proper client would bear. */
  private static String bare(SimulatedEsclScanner scanner, URI path, int most) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", scanner.port())) {
      socket.setSoTimeout(1000);
      socket
          .getOutputStream()
          .write(
              ("GET " + path.getPath() + " HTTP/1.1\r\nHost: a\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      return new String(in.readNBytes(most), StandardCharsets.ISO_8859_1);
    }
  }

  @Test
  void silentAndSlowAndEndless() throws Exception {
    URI page = URI.create(client.job(FEEDER) + "/NextDocument");
    plan("silent");
    assertThatThrownBy(() -> bare(scanner, page, 1)).isInstanceOf(SocketTimeoutException.class);
    scanner.withdrawAll();
    plan("slow-drip");
    String head = bare(scanner, page, 180);
    assertThat(head).contains("200 OK");
    scanner.withdrawAll();
    plan("huge-length");
    String huge = bare(scanner, page, 2_000_000);
    assertThat(huge).contains("Content-Length: 1099511627776").hasSize(2_000_000);
    plan("silent@0");
    assertThatThrownBy(() -> bare(scanner, URI.create("/eSCL/ScannerStatus"), 1))
        .isInstanceOf(SocketTimeoutException.class);
    wellAgain();
  }

  @Test
  void disappearsInMidPageAndComesBack() throws Exception {
    plan("offline=1@2");
    URI job = client.job(FEEDER);
    client.next(job);
    assertThatThrownBy(() -> client.next(job)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> client.get("ScannerStatus")).isInstanceOf(IOException.class);
    scanner.online();
    assertThat(client.status("pwg:State")).isEqualTo("Processing");
    wellAgain();
  }

  @Test
  void badDocuments() throws Exception {
    plan("html-status=1");
    assertThat(client.get("ScannerStatus").headers().firstValue("Content-Type"))
        .hasValue("text/html");
    plan("xml-bomb=1");
    assertThat(new String(client.get("ScannerCapabilities").body(), StandardCharsets.UTF_8))
        .contains("<!ENTITY e29 ");
    wellAgain();
  }

  @Test
  void aSimplexDeviceMayWedge() throws Exception {
    try (SimulatedEsclScanner simplex =
            SimulatedEsclScanner.builder()
                .pages(PILE)
                .model(EsclModel.SIMPLEX)
                .fault(PlannedFault.parse("wedges-on-duplex"))
                .start();
        EsclClient other = new EsclClient(simplex)) {
      assertThat(
              other
                  .post(EsclClient.settings("Feeder", "<scan:Duplex>true</scan:Duplex>"))
                  .statusCode())
          .isEqualTo(503);
      assertThat(other.get("ScannerCapabilities").statusCode()).isEqualTo(503);
      simplex.reset();
      assertThat(other.pages(other.job(FEEDER))).hasSize(3);
    }
  }

  @Test
  void isSteeredFromOutside() throws Exception {
    String planned =
        new String(client.control("POST", "/fault/jam=1@2").body(), StandardCharsets.UTF_8);
    assertThat(planned).contains("\"faults\":[\"jam=1@2\"]", "\"left\":3");
    assertThat(client.pages(client.job(FEEDER))).hasSize(1);
    assertThat(new String(client.control("GET", "").body(), StandardCharsets.UTF_8))
        .contains("ScannerAdfJam", "\"left\":2", "\"faults\":[]");
    assertThat(client.control("POST", "/clear").statusCode()).isEqualTo(200);
    assertThat(client.control("POST", "/reload").statusCode()).isEqualTo(200);
    assertThat(client.pages(client.job(FEEDER))).hasSize(3);
    assertThat(client.control("POST", "/fault/no-such-fault").statusCode()).isEqualTo(404);
    assertThat(client.control("POST", "/fault/busy").statusCode()).isEqualTo(200);
    assertThat(client.control("DELETE", "/fault/busy").statusCode()).isEqualTo(200);
    assertThat(scanner.faults()).isEmpty();
    plan("busy");
    assertThat(client.control("POST", "/mend").statusCode()).isEqualTo(200);
    assertThat(client.control("POST", "/reset").statusCode()).isEqualTo(200);
    assertThat(client.control("POST", "/certificate").statusCode()).isEqualTo(200);
    assertThat(client.control("POST", "/other").statusCode()).isEqualTo(404);
    wellAgain();
  }
}
