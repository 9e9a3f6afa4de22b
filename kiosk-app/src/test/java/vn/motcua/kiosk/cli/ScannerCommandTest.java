package vn.motcua.kiosk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.kiosk.AppFaults;
import vn.motcua.kiosk.desk.PairingDesk;
import vn.motcua.scanner.paper.escl.EsclPinFile;
import vn.motcua.scanner.paper.escl.TestIdentity;

/** Pairing typed on the command line, with a device that signed its certificate itself. */
@Timeout(300)
class ScannerCommandTest {
  private static final TestIdentity DEVICE = TestIdentity.make("CN=quầy 1");

  @TempDir Path folder;
  private int code;

  private EsclPinFile pins() {
    return new EsclPinFile(folder.resolve("pins"));
  }

  private JsonNode run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CommandLine line =
        ScannerCommand.line(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            AppFaults.sentences(),
            () -> new PairingDesk(pins()));
    line.setErr(new PrintWriter(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8));
    String[] all = java.util.Arrays.copyOf(args, args.length + 1);
    all[args.length] = "--json";
    code = line.execute(all);
    return JsonMapper.builder().build().readTree(out.toByteArray());
  }

  private static ServerSocket device() throws IOException {
    ServerSocket server =
        DEVICE.sockets().createServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          while (!server.isClosed()) {
            try (SSLSocket socket = (SSLSocket) server.accept()) {
              socket.startHandshake();
            } catch (IOException e) {
              // The next one, or the end.
            }
          }
        });
    return server;
  }

  @Test
  void aDeviceIsLookedAtThenPairedThenForgotten() throws Exception {
    try (ServerSocket server = device()) {
      String address = "127.0.0.1:" + server.getLocalPort();
      JsonNode seen = run("pair", address);
      assertThat(code).isZero();
      assertThat(seen.path("paired").asBoolean()).isFalse();
      assertThat(seen.path("subject").asString()).isEqualTo("CN=quầy 1");
      String fingerprint = seen.path("fingerprint").asString();
      assertThat(fingerprint.replace(":", "")).isEqualTo(DEVICE.fingerprint());
      assertThat(pins().all()).isEmpty();

      assertThat(run("pair", address, "--yes", "00".repeat(32)).path("fault").asString())
          .isEqualTo("SCAN-CERTIFICATE");
      assertThat(code).isEqualTo(1);
      assertThat(pins().all()).isEmpty();

      assertThat(run("pair", address, "--yes", fingerprint).path("paired").asBoolean()).isTrue();
      assertThat(pins().of(address)).isPresent();

      assertThat(run("unpair", address).path("unpaired").asBoolean()).isTrue();
      assertThat(run("unpair", address).path("unpaired").asBoolean()).isFalse();
      assertThat(pins().all()).isEmpty();
    }
  }

  @Test
  void whoDoesNotAnswerIsOffline() {
    assertThat(run("pair", "127.0.0.1:1").path("fault").asString()).isEqualTo("SCAN-OFFLINE");
    assertThat(code).isEqualTo(1);
  }

  @Test
  void anAddressWithoutTlsIsWrongUse() {
    run("pair", "http://127.0.0.1");
    assertThat(code).isEqualTo(2);
  }
}
