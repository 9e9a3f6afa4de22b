package vn.motcua.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Clock;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.cli.CommandLineFace;

/** The command, with a virtual reader that the test plays itself. */
class SimulateCardCommandTest {
  private static final String PROFILE =
      """
      {"citizen": {"number": "066301538174", "name": "H'Lưin Kbriêng",
                   "birth": "2001-07-25", "sex": "FEMALE"},
       "issuer": {"signers": 3}}
      """;

  @TempDir Path dir;

  private record Ended(int code, String out) {}

  private Ended run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    int code =
        new CommandLineFace(
                print,
                AppFaults.sentences(),
                new LocalTools(Clock.systemUTC(), AppFaults.sentences(), dir.resolve("data")))
            .execute(args);
    return new Ended(code, out.toString(StandardCharsets.UTF_8));
  }

  private Path profile() throws IOException {
    return Files.writeString(dir.resolve("card.json"), PROFILE);
  }

  private static byte[] exchange(Socket card, String message) throws IOException {
    byte[] payload = HexFormat.of().parseHex(message);
    DataOutputStream out = new DataOutputStream(card.getOutputStream());
    out.writeShort(payload.length);
    out.write(payload);
    out.flush();
    DataInputStream in = new DataInputStream(card.getInputStream());
    byte[] answer = new byte[in.readUnsignedShort()];
    in.readFully(answer);
    return answer;
  }

  @Test
  void putsTheCardOnTheReaderAndSaysSo() throws Exception {
    Path anchors = dir.resolve("anchors");
    Path keys = dir.resolve("keys");
    String[] command = {
      "simulate-card",
      "--json",
      "--profile",
      profile().toString(),
      "--issuer",
      keys.toString(),
      "--write-anchor",
      anchors.toString(),
      "--revoke",
      "2",
      "--master-list",
      "--port",
      ""
    };
    byte[] first = new byte[0];
    for (int round = 0; round < 2; round++) {
      try (ServerSocket reader = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        command[command.length - 1] = String.valueOf(reader.getLocalPort());
        CompletableFuture<Ended> ended =
            CompletableFuture.supplyAsync(() -> run(command), r -> Thread.ofPlatform().start(r));
        try (Socket card = reader.accept()) {
          assertThat(exchange(card, "04")).startsWith((byte) 0x3B);
          assertThat(exchange(card, "00A4020C02011C")).containsExactly(0x90, 0x00);
        }
        Ended answer = ended.get(120, TimeUnit.SECONDS);
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out().lines().findFirst().orElseThrow())
            .isEqualTo(
                "{\"onReader\":true,\"host\":\"127.0.0.1\",\"port\":"
                    + reader.getLocalPort()
                    + ",\"can\":\"538174\"}");
        assertThat(answer.out()).contains("CARD-VPCD-GONE");
      }
      byte[] anchor = Files.readAllBytes(anchors.resolve("csca.cer"));
      assertThat(round == 0 || java.util.Arrays.equals(first, anchor))
          .as("the second card has the same issuer")
          .isTrue();
      first = anchor;
    }
    X509CRL list =
        (X509CRL)
            CertificateFactory.getInstance("X.509", new BouncyCastleProvider())
                .generateCRL(
                    new ByteArrayInputStream(Files.readAllBytes(anchors.resolve("csca.crl"))));
    assertThat(list.getRevokedCertificates()).hasSize(1);
    assertThat(
            new CMSSignedData(Files.readAllBytes(anchors.resolve("csca.ml")))
                .getSignedContentTypeOID())
        .isEqualTo("2.23.136.1.1.2");
  }

  @Test
  void namesWhatIsWrong() throws Exception {
    int free;
    try (ServerSocket probe = new ServerSocket(0)) {
      free = probe.getLocalPort();
    }
    Ended nobody =
        run("simulate-card", "--json", "--profile", profile().toString(), "--port", free + "");
    assertThat(nobody.code()).isEqualTo(1);
    assertThat(nobody.out()).contains("\"fault\":\"CARD-NO-VPCD\"");

    Path bad = Files.writeString(dir.resolve("bad.json"), PROFILE.replace("2001-07", "2001-13"));
    Ended wrong = run("simulate-card", "--json", "--profile", bad.toString());
    assertThat(wrong.code()).isEqualTo(1);
    assertThat(wrong.out())
        .contains("\"fault\":\"CARD-PROFILE\"")
        .contains("\"key\":\"citizen.birth\"");

    Path keys = Files.createDirectory(dir.resolve("keys"));
    Files.writeString(keys.resolve("csca.pem"), "nothing");
    assertThat(
            run(
                    "simulate-card",
                    "--json",
                    "--profile",
                    profile().toString(),
                    "--issuer",
                    keys.toString())
                .out())
        .contains("\"fault\":\"CARD-ISSUER\"")
        .contains("csca.pem");

    assertThat(run("simulate-card").code()).isEqualTo(2);
    assertThat(run("simulate-card", "--profile", profile().toString(), "--port", "0").code())
        .isEqualTo(2);
    assertThat(run("simulate-card", "--profile", profile().toString(), "--revoke", "1").code())
        .isEqualTo(2);
  }
}
