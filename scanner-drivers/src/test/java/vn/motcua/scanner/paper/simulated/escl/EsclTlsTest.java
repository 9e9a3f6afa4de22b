package vn.motcua.scanner.paper.simulated.escl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceEvent;
import javax.jmdns.ServiceInfo;
import javax.jmdns.ServiceListener;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Its certificate, and how it makes itself known. Scans behind TLS are in {@link AirscanTest}. */
@Timeout(180)
class EsclTlsTest {
  /** Looks at what is shown and believes it. */
  private static final class Onlooker implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }

  private static Certificate shown(SimulatedEsclScanner scanner)
      throws IOException, GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new Onlooker()}, null);
    try (SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", scanner.port())) {
      return socket.getSession().getPeerCertificates()[0];
    }
  }

  @Test
  void showsOneCertificateUntilItIsChanged() throws Exception {
    try (SimulatedEsclScanner scanner = SimulatedEsclScanner.builder().tls(true).start()) {
      assertThat(scanner.address()).hasScheme("https");
      X509Certificate first = scanner.certificate().orElseThrow();
      first.verify(first.getPublicKey());
      first.checkValidity();
      assertThat(shown(scanner)).isEqualTo(first).isEqualTo(shown(scanner));
      scanner.changeCertificate();
      assertThat(scanner.certificate().orElseThrow()).isNotEqualTo(first);
      assertThat(shown(scanner)).isEqualTo(scanner.certificate().orElseThrow());
    }
    try (SimulatedEsclScanner plain = SimulatedEsclScanner.builder().start()) {
      plain.changeCertificate();
      assertThat(plain.certificate()).isEmpty();
    }
  }

  @Test
  void theFaultChangesItInMidJob() throws Exception {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new Onlooker()}, null);
    try (SimulatedEsclScanner scanner =
            SimulatedEsclScanner.builder()
                .pages(EsclPages.pile(2))
                .tls(true)
                .untouched(true)
                .fault(PlannedFault.parse("other-certificate=1@2"))
                .start();
        HttpClient http = HttpClient.newBuilder().sslContext(context).build()) {
      Certificate first = shown(scanner);
      HttpRequest post =
          HttpRequest.newBuilder(scanner.address().resolve("ScanJobs"))
              .POST(
                  HttpRequest.BodyPublishers.ofString(
                      "<ScanSettings><InputSource>Feeder</InputSource></ScanSettings>"))
              .build();
      String location =
          http.send(post, HttpResponse.BodyHandlers.discarding())
              .headers()
              .firstValue("Location")
              .orElseThrow();
      assertThat(location).startsWith("https://127.0.0.1:");
      HttpRequest next = HttpRequest.newBuilder(URI.create(location + "/NextDocument")).build();
      assertThat(http.send(next, HttpResponse.BodyHandlers.ofByteArray()).body())
          .isEqualTo(EsclPages.jpeg(1));
      assertThat(shown(scanner)).isEqualTo(first);
      assertThat(http.send(next, HttpResponse.BodyHandlers.ofByteArray()).statusCode())
          .isEqualTo(200);
      assertThat(shown(scanner)).isNotEqualTo(first);
    }
  }

  /** Other scanners of this machine's tests may be announced too. */
  private record Seen(int port, CompletableFuture<ServiceInfo> resolved)
      implements ServiceListener {
    @Override
    public void serviceAdded(ServiceEvent event) {
      event.getDNS().requestServiceInfo(event.getType(), event.getName());
    }

    @Override
    public void serviceRemoved(ServiceEvent event) {}

    @Override
    public void serviceResolved(ServiceEvent event) {
      // Where and what come in one packet or in two.
      if (event.getInfo().getPort() == port && event.getInfo().getPropertyString("rs") != null) {
        resolved.complete(event.getInfo());
      }
    }
  }

  @Test
  void isFoundByMulticast() throws Exception {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (SimulatedEsclScanner scanner =
            SimulatedEsclScanner.builder().tls(true).root("/scan/eSCL").start();
        Announcement announcement = Announcement.of(scanner);
        JmDNS seeker = JmDNS.create(loopback, "seeker")) {
      assertThat(announcement).isNotNull();
      CompletableFuture<ServiceInfo> resolved = new CompletableFuture<>();
      seeker.addServiceListener("_uscans._tcp.local.", new Seen(scanner.port(), resolved));
      ServiceInfo found = resolved.get(40, TimeUnit.SECONDS);
      assertThat(found.getName()).startsWith(scanner.name());
      assertThat(found.getPort()).isEqualTo(scanner.port());
      assertThat(found.getPropertyString("rs")).isEqualTo("scan/eSCL");
      assertThat(found.getPropertyString("duplex")).isEqualTo("T");
      assertThat(found.getPropertyString("is")).isEqualTo("platen,adf");
      assertThat(found.getPropertyString("cs")).isEqualTo("binary,grayscale,color");
      assertThat(found.getPropertyString("pdl")).isEqualTo("image/jpeg,image/png,image/tiff");
      assertThat(found.getPropertyString("UUID")).hasSize(36);
    }
  }
}
