package vn.motcua.kiosk.paper.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.pdf.Tool;
import vn.motcua.scanner.FaultException;

/** Timestamps by RFC 3161, from good, bad and absent authorities. */
class HttpTimestampAuthorityTest {
  private static final byte[] IMPRINT = Cms.sha256(new byte[] {1, 2, 3});
  @AutoClose private static final SignKit kit = new SignKit("A", TestAuthority.Kind.SIGNER_CRL);

  @TempDir Path folder;

  @AfterEach
  void asBefore() {
    kit.authority.stampAnswer = answer -> answer;
    kit.authority.stampSigner = kit.authority.stamps;
    kit.authority.imprintShift = 0;
    kit.authority.online = true;
  }

  private static String fault(TimestampAuthority asked) {
    return SignKit.faultOf(() -> asked.stamp(IMPRINT));
  }

  @Test
  void aGoodOneStampsOurImprintNow() throws Exception {
    Timestamp stamp = kit.authority.timestamps().stamp(IMPRINT);
    assertThat(stamp.imprint()).isEqualTo(IMPRINT);
    assertThat(stamp.time())
        .isBetween(
            Instant.now().minus(Duration.ofMinutes(5)), Instant.now().plus(Duration.ofMinutes(5)));
    assertThat(stamp.authority()).isEqualTo(kit.authority.stamps.certificate());
  }

  @Test
  void eachBadAnswerHasItsName() throws Exception {
    kit.authority.imprintShift = 1;
    assertThat(fault(kit.authority.timestamps())).isEqualTo("SIGN-TSA-WRONG");
    kit.authority.imprintShift = 0;
    kit.authority.stampAnswer = _ -> "<html>please log in</html>".getBytes();
    assertThat(fault(kit.authority.timestamps())).isEqualTo("SIGN-TSA-GARBAGE");
    kit.authority.stampAnswer = _ -> new byte[1 << 20];
    assertThat(fault(kit.authority.timestamps())).isEqualTo("SIGN-TSA-UNREACHABLE");
    // PKIStatusInfo with status 2 (rejection), RFC 3161 §2.4.2.
    kit.authority.stampAnswer = _ -> new byte[] {0x30, 5, 0x30, 3, 2, 1, 2};
    assertThat(fault(kit.authority.timestamps())).isEqualTo("SIGN-TSA-REFUSED");
    kit.authority.stampAnswer =
        answer -> {
          byte[] spoiled = Arrays.copyOf(answer, answer.length);
          spoiled[spoiled.length - 3] ^= 1;
          return spoiled;
        };
    assertThat(fault(kit.authority.timestamps())).isEqualTo("SIGN-TSA-CERT");
    kit.authority.stampAnswer = answer -> answer;
    Clock wrong = Clock.fixed(Instant.now().minus(Duration.ofHours(3)), ZoneOffset.UTC);
    assertThat(fault(new HttpTimestampAuthority(kit.authority.address("/tsa"), wrong)))
        .isEqualTo("SIGN-TSA-CLOCK");
    kit.authority.online = false;
    assertThat(fault(kit.authority.timestamps())).isEqualTo("SIGN-TSA-UNREACHABLE");
  }

  @Test
  void oneThatNeverAnswersIsGivenUp() throws Exception {
    try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      URI address = URI.create("http://127.0.0.1:" + mute.getLocalPort() + "/");
      assertThat(
              fault(new HttpTimestampAuthority(address, Clock.systemUTC(), Duration.ofMillis(300))))
          .isEqualTo("SIGN-TSA-UNREACHABLE");
    }
    assertThat(
            fault(new HttpTimestampAuthority(URI.create("file:///etc/passwd"), Clock.systemUTC())))
        .isEqualTo("SIGN-TSA-UNREACHABLE");
  }

  @Test
  void aRealSignatureDoesNotRestOnAStrangersClock() throws Exception {
    Path in = SignKit.plain(folder.resolve("in.pdf"));
    Path out = folder.resolve("out.pdf");
    try (TestAuthority other = new TestAuthority("Nơi khác")) {
      PdfSigner signer =
          new PdfSigner(kit.authority.trust(), Optional.of(other.timestamps()), Clock.systemUTC());
      FaultException thrown =
          catchThrowableOfType(
              FaultException.class,
              () -> signer.sign(SignKit.request(in, out, Level.B_T), kit.key));
      assertThat(thrown.fault().code()).isEqualTo("SIGN-TSA-CERT");
      assertThat(out).doesNotExist();
    }
    kit.authority.online = false;
    FaultException thrown =
        catchThrowableOfType(
            FaultException.class,
            () ->
                kit.signer()
                    .sign(
                        new SignRequest(
                            in,
                            out,
                            Level.B_T,
                            new Look.Invisible(),
                            "",
                            new SignerCheck.Exceptions(false, true)),
                        kit.key));
    assertThat(thrown.fault().code()).isEqualTo("SIGN-TSA-UNREACHABLE");
    assertThat(out).doesNotExist();
  }

  /** OpenSSL's own implementation of RFC 3161 behind a small server. */
  @Test
  void openSslStampsToo() throws Exception {
    Path config = folder.resolve("tsa.cnf");
    Files.writeString(
        config,
        """
        [tsa]
        default_tsa = t
        [t]
        serial = %1$s/serial
        signer_cert = %1$s/tsa.pem
        signer_key = %1$s/tsa.key
        signer_digest = sha256
        default_policy = 1.2.3.4.1
        digests = sha256
        ess_cert_id_chain = no
        """
            .formatted(folder));
    Files.writeString(folder.resolve("serial"), "01");
    SignKit.pem(
        folder.resolve("tsa.pem"), "CERTIFICATE", kit.authority.stamps.certificate().getEncoded());
    SignKit.pem(folder.resolve("tsa.key"), "PRIVATE KEY", kit.authority.stamps.key().getEncoded());
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            Path query = folder.resolve("q.tsq");
            Path reply = folder.resolve("r.tsr");
            Files.write(query, exchange.getRequestBody().readAllBytes());
            Tool.run(
                "openssl",
                "ts",
                "-reply",
                "-config",
                config.toString(),
                "-queryfile",
                query.toString(),
                "-out",
                reply.toString());
            exchange.sendResponseHeaders(200, Files.size(reply));
            exchange.getResponseBody().write(Files.readAllBytes(reply));
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    server.start();
    try {
      URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
      Timestamp stamp =
          new HttpTimestampAuthority(address, Clock.systemUTC(), Duration.ofSeconds(60))
              .stamp(IMPRINT);
      assertThat(stamp.authority()).isEqualTo(kit.authority.stamps.certificate());
    } finally {
      server.stop(0);
    }
  }
}
