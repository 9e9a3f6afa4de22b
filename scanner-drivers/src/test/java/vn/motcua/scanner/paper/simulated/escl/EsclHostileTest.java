package vn.motcua.scanner.paper.simulated.escl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients that mean no good, and what is left of the device when it is switched off. */
@Timeout(180)
class EsclHostileTest {
  private static final String FEEDER = EsclClient.settings("Feeder", EsclPages.AS_IT_IS);

  private SimulatedEsclScanner scanner;
  private EsclClient client;

  @BeforeEach
  void start() throws IOException {
    scanner = SimulatedEsclScanner.builder().pages(EsclPages.pile(1)).start();
    client = new EsclClient(scanner);
  }

  @AfterEach
  void stop() {
    client.close();
    scanner.close();
  }

  /** Sends these bytes and gives the first line of the answer; empty if the line was cut. */
  private String raw(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", scanner.port())) {
      socket.setSoTimeout(30_000);
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1)
          .lines()
          .findFirst()
          .orElse("");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "nonsense, 400",
    "GET /eSCL/ScannerStatus HTTP/9.9, 400",
    "GET eSCL HTTP/1.1, 400",
    "POST /eSCL/ScanJobs HTTP/1.1|Content-Length: 99999999999, 413",
    "POST /eSCL/ScanJobs HTTP/1.1|Content-Length: -1, 400",
    "POST /eSCL/ScanJobs HTTP/1.1|Content-Length: 1|Content-Length: 2, 400",
    "POST /eSCL/ScanJobs HTTP/1.1|Transfer-Encoding: chunked||fffffff, 413",
    "POST /eSCL/ScanJobs HTTP/1.1|Transfer-Encoding: gzip, 400",
    "GET /eSCL/ScannerStatus HTTP/1.1|no colon, 400",
    "GET /control HTTP/1.0, 200",
    "BREW /eSCL/ScannerStatus HTTP/1.0, 405",
    "GET http://elsewhere/eSCL/ScannerStatus HTTP/1.0, 200",
    "GET //eSCL//ScannerStatus HTTP/1.0, 200",
    "GET /eSCL/../../etc/passwd HTTP/1.0, 404"
  })
  void malformedRequests(String request, int status) throws Exception {
    assertThat(raw(request.replace("|", "\r\n") + "\r\n\r\n")).contains(" " + status + " ");
    assertThat(client.status("pwg:State")).isEqualTo("Idle");
  }

  @Test
  void endlessHeaders() throws Exception {
    assertThat(raw("GET / HTTP/1.1\r\nX: " + "x".repeat(20_000))).contains(" 431 ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<!DOCTYPE a [<!ENTITY b 'c'>]><ScanSettings><InputSource>&b;</InputSource></ScanSettings>",
        "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><ScanSettings/>",
        "<ScanSettings><XResolution>99999999999</XResolution></ScanSettings>",
        "<ScanSettings><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a/>",
        "<ScanSettings>"
      })
  void badXml(String document) throws Exception {
    assertThat(client.post(document).statusCode()).isEqualTo(400);
    assertThat(client.status("pwg:State")).isEqualTo("Idle");
  }

  @Test
  void aRegionBeyondTheDevice() throws Exception {
    for (String region :
        List.of(
            "<pwg:Width>2551</pwg:Width>",
            "<pwg:XOffset>2550</pwg:XOffset>",
            "<pwg:Height>0</pwg:Height>",
            "<pwg:YOffset>999999</pwg:YOffset>")) {
      assertThat(client.post(EsclClient.settings("Feeder", region)).statusCode())
          .as(region)
          .isEqualTo(409);
    }
  }

  @Test
  void manyIdleConnectionsDoNotLockOthersOut() throws Exception {
    List<Socket> idle = new ArrayList<>();
    try {
      for (int i = 0; i < 3 * HttpDoor.MOST_VISITS; i++) {
        Socket socket = new Socket("127.0.0.1", scanner.port());
        idle.add(socket);
        socket.getOutputStream().write("GET /eSCL/Sca".getBytes(StandardCharsets.US_ASCII));
      }
      assertThat(client.pages(client.job(FEEDER))).hasSize(1);
    } finally {
      for (Socket socket : idle) {
        socket.close();
      }
    }
  }

  @Test
  void manyJobsAreForgotten() throws Exception {
    for (int i = 0; i < 50; i++) {
      client.send("DELETE", client.job(FEEDER), "", "");
    }
    assertThat(client.status().split("<scan:JobInfo>", -1)).hasSize(9);
  }

  @Test
  void aClientThatGoesAwayInMidPageCostsNothing() throws Exception {
    scanner.plan(PlannedFault.parse("slow-drip=1"));
    String path = client.job(FEEDER).getPath() + "/NextDocument";
    try (Socket socket = new Socket("127.0.0.1", scanner.port())) {
      socket
          .getOutputStream()
          .write(("GET " + path + " HTTP/1.1\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      assertThat(in.read()).isEqualTo('H');
      socket.setSoLinger(true, 0);
    }
    assertThat(client.pages(scanner.address().resolve(path.replace("/NextDocument", ""))))
        .containsExactly(EsclPages.jpeg(1));
  }

  @Test
  void nothingIsLeftBehind() throws Exception {
    scanner.plan(PlannedFault.parse("silent@0"));
    try (Socket waiting = new Socket("127.0.0.1", scanner.port())) {
      waiting
          .getOutputStream()
          .write("GET /eSCL/ScannerStatus HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      while (!scanner.serving()) {
        Thread.onSpinWait();
      }
      scanner.close();
      assertThat(scanner.stopped()).isTrue();
      assertThat(
              Thread.getAllStackTraces().keySet().stream()
                  .filter(thread -> thread.getName().equals("escl-deadlines")))
          .isEmpty();
      waiting.setSoTimeout(10_000);
      assertThat(closed(waiting)).isTrue();
    }
    try (SimulatedEsclScanner again = SimulatedEsclScanner.builder().port(scanner.port()).start()) {
      assertThat(again.port()).isEqualTo(scanner.port());
    }
  }

  private static boolean closed(Socket socket) {
    try {
      return socket.getInputStream().read() < 0;
    } catch (IOException e) {
      return true;
    }
  }
}
