package vn.motcua.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.kiosk.cli.CommandLineFace;

/** The command, with a plain HTTP client. */
@Timeout(300)
class SimulateScannerCommandTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path dir;

  private record Ended(int code, String out) {}

  private Ended run(PrintStream print, ByteArrayOutputStream out, String... args) {
    int code =
        new CommandLineFace(
                print,
                AppFaults.sentences(),
                new LocalTools(Clock.systemUTC(), AppFaults.sentences(), dir.resolve("data")))
            .execute(args);
    return new Ended(code, out.toString(StandardCharsets.UTF_8));
  }

  private Ended run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    return run(new PrintStream(out, true, StandardCharsets.UTF_8), out, args);
  }

  private Path pages;

  @BeforeEach
  void pages() throws IOException {
    pages = Files.createDirectory(dir.resolve("pages"));
    for (int i = 1; i <= 2; i++) {
      ImageIO.write(
          new BufferedImage(620, 877, BufferedImage.TYPE_3BYTE_BGR),
          "jpeg",
          pages.resolve(i + ".jpg").toFile());
    }
    Files.writeString(pages.resolve("3.jpg"), "not a picture");
  }

  /** What the command says first, on a pipe, so that the test can wait for it. */
  private static String firstLine(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      line.write(c);
    }
    return line.toString(StandardCharsets.UTF_8).strip();
  }

  @Test
  void servesUntilItsInputEnds() throws Exception {
    InputStream before = System.in;
    try (PipedOutputStream hold = new PipedOutputStream();
        PipedInputStream said = new PipedInputStream();
        PrintStream print =
            new PrintStream(new PipedOutputStream(said), true, StandardCharsets.UTF_8)) {
      System.setIn(new PipedInputStream(hold));
      CompletableFuture<Ended> ended =
          CompletableFuture.supplyAsync(
              () ->
                  run(
                      print,
                      new ByteArrayOutputStream(),
                      "simulate-scanner",
                      "--json",
                      "--pages",
                      pages.toString(),
                      "--port",
                      "0",
                      "--untouched",
                      "--until-input-ends",
                      "--fault",
                      "jam=1@2"),
              work -> Thread.ofPlatform().start(work));
      JsonNode ready = JSON.readTree(firstLine(said));
      assertThat(ready.get("ready").asBoolean()).isTrue();
      assertThat(ready.get("pages").asInt()).as("the third is no picture").isEqualTo(2);
      assertThat(ready.get("faults").get(0).asString()).isEqualTo("jam=1@2");
      URI root = URI.create(ready.get("url").asString());
      assertThat(root.getPort()).isEqualTo(ready.get("port").asInt()).isPositive();
      try (HttpClient client = HttpClient.newHttpClient()) {
        HttpResponse<String> job =
            client.send(
                HttpRequest.newBuilder(root.resolve("ScanJobs"))
                    .POST(
                        HttpRequest.BodyPublishers.ofString(
                            "<ScanSettings><InputSource>Feeder</InputSource></ScanSettings>"))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(job.statusCode()).isEqualTo(201);
        URI next = URI.create(job.headers().firstValue("Location").orElseThrow() + "/NextDocument");
        HttpRequest page = HttpRequest.newBuilder(next).build();
        assertThat(client.send(page, HttpResponse.BodyHandlers.ofByteArray()).body())
            .isEqualTo(Files.readAllBytes(pages.resolve("1.jpg")));
        assertThat(client.send(page, HttpResponse.BodyHandlers.ofByteArray()).statusCode())
            .isEqualTo(409);
      }
      hold.close();
      assertThat(ended.get(120, TimeUnit.SECONDS).code()).isZero();
      assertThat(JSON.readTree(firstLine(said)).get("ended").asBoolean()).isTrue();
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void namesWhatIsWrong() throws Exception {
    Path empty = Files.createDirectory(dir.resolve("empty"));
    for (Path folder : new Path[] {empty, dir.resolve("missing")}) {
      Ended none = run("simulate-scanner", "--json", "--pages", folder.toString());
      assertThat(none.code()).isEqualTo(1);
      assertThat(none.out()).contains("\"fault\":\"SIM-SCANNER-PAGES\"");
    }
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Ended port =
          run(
              "simulate-scanner",
              "--json",
              "--pages",
              pages.toString(),
              "--port",
              taken.getLocalPort() + "");
      assertThat(port.code()).isEqualTo(1);
      assertThat(port.out()).contains("\"fault\":\"SIM-SCANNER-PORT\"");
    }
    assertThat(run("simulate-scanner").code()).isEqualTo(2);
    for (String[] wrong :
        new String[][] {
          {"--fault", "no-such"},
          {"--fault", "jam@x"},
          {"--model", "none"},
          {"--port", "65536"},
          {"--pages-per-minute", "-1"},
          {"--refill-after", "-1"}
        }) {
      assertThat(run("simulate-scanner", "--pages", pages.toString(), wrong[0], wrong[1]).code())
          .as(String.join(" ", wrong))
          .isEqualTo(2);
    }
  }
}
