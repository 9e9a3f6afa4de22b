package vn.motcua.scanner.paper.escl;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceEvent;
import javax.jmdns.ServiceInfo;
import javax.jmdns.ServiceListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for devices by multicast DNS (RFC 6762) and service discovery (RFC 6763): {@code
 * _uscan._tcp} and {@code _uscans._tcp}. What they announce is as little trusted as anything else
 * from the network.
 */
final class MdnsLook {
  private static final Logger LOG = LoggerFactory.getLogger(MdnsLook.class);
  private static final String PLAIN = "_uscan._tcp.local.";
  private static final String SECURE = "_uscans._tcp.local.";
  private static final int MOST_DEVICES = 64;
  private static final int MOST_INTERFACES = 6;

  private final Collection<Announced> found = new ConcurrentLinkedQueue<>();

  private MdnsLook() {}

  /**
   * Collects answers for {@code time}.
   *
   * @param interfaces own addresses to ask from; empty for those of all networks
   */
  static List<Announced> around(List<InetAddress> interfaces, Duration time) {
    MdnsLook look = new MdnsLook();
    List<InetAddress> from = interfaces.isEmpty() ? ownAddresses() : interfaces;
    CountDownLatch over = new CountDownLatch(1);
    for (InetAddress own : from.subList(0, Math.min(from.size(), MOST_INTERFACES))) {
      Thread.ofPlatform().daemon().name("escl-mdns").start(() -> look.from(own, over));
    }
    try {
      if (!from.isEmpty()) {
        over.await(time.toNanos(), TimeUnit.NANOSECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    over.countDown();
    return look.found.stream().limit(MOST_DEVICES).toList();
  }

  /** Opening and closing take their time; both happen beside whoever waits for the answers. */
  private void from(InetAddress own, CountDownLatch over) {
    try (JmDNS dns = JmDNS.create(own)) {
      dns.addServiceListener(PLAIN, new Listener(dns, false));
      dns.addServiceListener(SECURE, new Listener(dns, true));
      over.await();
    } catch (IOException | RuntimeException e) {
      LOG.debug("no multicast from {}: {}", own, e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Listener implements ServiceListener {
    private final JmDNS dns;
    private final boolean secure;

    Listener(JmDNS dns, boolean secure) {
      this.dns = dns;
      this.secure = secure;
    }

    @Override
    public void serviceAdded(ServiceEvent event) {
      dns.requestServiceInfo(event.getType(), event.getName(), true, 1);
    }

    @Override
    public void serviceRemoved(ServiceEvent event) {
      // Whoever left in these two seconds will be found silent.
    }

    @Override
    public void serviceResolved(ServiceEvent event) {
      if (found.size() < MOST_DEVICES) {
        announced(event.getInfo(), secure).ifPresent(found::add);
      }
    }
  }

  private static Optional<Announced> announced(ServiceInfo info, boolean secure) {
    Optional<InetAddress> host = host(info);
    if (host.isEmpty()) {
      return Optional.empty();
    }
    String type = text(info, "ty");
    try {
      EsclAddress address =
          new EsclAddress(
              secure,
              host.get().getHostAddress(),
              info.getPort(),
              EsclAddress.path(text(info, "rs")));
      String name = EsclCapabilities.name(type.isEmpty() ? info.getName() : type);
      return Optional.of(new Announced(address, name, EsclCapabilities.uuid(text(info, "UUID"))));
    } catch (IllegalArgumentException e) {
      LOG.debug("an announcement that cannot be used: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private static String text(ServiceInfo info, String key) {
    String value = info.getPropertyString(key);
    return value == null ? "" : value;
  }

  /** IPv4 if there is one: addresses of IPv6 that are local to a link need a zone. */
  private static Optional<InetAddress> host(ServiceInfo info) {
    List<InetAddress> all = new ArrayList<>(List.of(info.getInet4Addresses()));
    all.addAll(List.of(info.getInet6Addresses()));
    return all.stream().findFirst();
  }

  private static List<InetAddress> ownAddresses() {
    try {
      return NetworkInterface.networkInterfaces()
          .filter(MdnsLook::usable)
          .flatMap(each -> each.inetAddresses().filter(Inet4Address.class::isInstance).limit(1))
          .toList();
    } catch (SocketException e) {
      LOG.debug("no networks: {}", e.toString());
      return List.of();
    }
  }

  private static boolean usable(NetworkInterface each) {
    try {
      return each.isUp() && each.supportsMulticast() && !each.isLoopback();
    } catch (SocketException e) {
      return false;
    }
  }
}
