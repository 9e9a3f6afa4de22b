package vn.motcua.scanner.paper.simulated.escl;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceInfo;

/**
 * Tells the network by mDNS that a simulated scanner is there ({@code _uscan._tcp}, with TLS {@code
 * _uscans._tcp}; the TXT record as in the eSCL Technical Specification), until it is closed.
 */
public final class Announcement implements AutoCloseable {
  private final JmDNS dns;

  private Announcement(JmDNS dns) {
    this.dns = dns;
  }

  /**
   * Announces {@code scanner} on the interface at which it listens.
   *
   * @throws IOException if that interface cannot carry mDNS
   */
  public static Announcement of(SimulatedEsclScanner scanner) throws IOException {
    InetAddress host = scanner.host().isAnyLocalAddress() ? outside() : scanner.host();
    JmDNS dns = JmDNS.create(host, "motcua-simulated-scanner");
    try {
      dns.registerService(
          ServiceInfo.create(
              type(scanner), scanner.name(), scanner.port(), 0, 0, text(scanner, host)));
      return new Announcement(dns);
    } catch (IOException e) {
      dns.close();
      throw e;
    }
  }

  /** An address under which others can reach this machine. */
  private static InetAddress outside() throws IOException {
    for (NetworkInterface each : NetworkInterface.networkInterfaces().toList()) {
      if (each.isUp() && !each.isLoopback() && each.supportsMulticast()) {
        Optional<InetAddress> address =
            each.inetAddresses().filter(Inet4Address.class::isInstance).findFirst();
        if (address.isPresent()) {
          return address.get();
        }
      }
    }
    return InetAddress.getLoopbackAddress();
  }

  static String type(SimulatedEsclScanner scanner) {
    return scanner.identity().scheme().equals("https")
        ? "_uscans._tcp.local."
        : "_uscan._tcp.local.";
  }

  static Map<String, String> text(SimulatedEsclScanner scanner, InetAddress host) {
    EsclModel model = scanner.model();
    Map<String, String> text = new LinkedHashMap<>();
    text.put("txtvers", "1");
    text.put("vers", model.version());
    text.put("rs", scanner.identity().root().substring(1));
    text.put("ty", scanner.name());
    text.put("UUID", scanner.identity().uuid().toString());
    text.put("pdl", String.join(",", model.formats()));
    text.put(
        "cs",
        model.modes().contains("BlackAndWhite1") ? "binary,grayscale,color" : "grayscale,color");
    text.put("is", model.glass() ? model.feeder() ? "platen,adf" : "platen" : "adf");
    text.put("duplex", model.duplex() ? "T" : "F");
    text.put(
        "adminurl",
        scanner.identity().scheme() + "://" + host.getHostAddress() + ":" + scanner.port() + "/");
    text.put("note", "");
    return text;
  }

  /** Says good-bye to the network. */
  @Override
  public void close() {
    try {
      dns.close();
    } catch (IOException e) {
      // Whoever listens forgets it by itself when the record's time is over.
    }
  }
}
