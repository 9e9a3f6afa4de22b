package vn.motcua.scanner.paper.simulated.escl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A network scanner in software: speaks eSCL over HTTP or HTTPS, feeds loaded pictures instead of
 * paper, and does wrong what it is told to do wrong. It serves many clients at once but one job at
 * a time, bears hostile ones, and leaves no thread behind when it is closed. Safe for use by
 * several threads.
 */
public final class SimulatedEsclScanner implements AutoCloseable {
  private final Machine machine;
  private final Router.Identity identity;
  private final Service service;
  private final HttpDoor door;
  private volatile @Nullable SelfSigned certificate;

  /** Where and how it is served. */
  record Service(
      InetAddress host, int port, boolean tls, boolean untouched, Duration perPage, Clock clock) {}

  SimulatedEsclScanner(Machine machine, Service service, Router.Identity identity)
      throws IOException {
    this.machine = machine;
    this.service = service;
    this.identity = identity;
    this.certificate = service.tls() ? SelfSigned.create(service.host(), service.clock()) : null;
    Router router =
        new Router(
            machine,
            new JobDesk(machine, identity.root()),
            new PageDesk(
                machine,
                new PageStore(service.untouched()),
                new PageSpoiler(machine.plan(), this::newCertificate),
                service.perPage()),
            new ControlDesk(machine, this::newCertificate),
            identity);
    this.door =
        new HttpDoor(service.host(), service.port(), this::over, router::answer, service.clock());
  }

  /** How it shall be. */
  public static SimulatedEsclBuilder builder() {
    return new SimulatedEsclBuilder();
  }

  /**
   * The root of the service with a slash at its end, for example {@code
   * http://127.0.0.1:8080/eSCL/}.
   */
  public URI address() {
    InetAddress at =
        service.host().isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : service.host();
    String host = at.getHostAddress().replaceFirst("%.*", "");
    String shown = at instanceof Inet6Address ? "[" + host + "]" : host;
    return URI.create(identity.scheme() + "://" + shown + ":" + port() + identity.root() + "/");
  }

  /** The port at which it listens. */
  public int port() {
    return door.port();
  }

  /** Maker and model, as it gives them. */
  public String name() {
    return identity.name();
  }

  /** The certificate that it shows; empty without TLS. */
  public Optional<X509Certificate> certificate() {
    return Optional.ofNullable(certificate).map(SelfSigned::certificate);
  }

  /** Shows a new certificate from the next connection on; nothing without TLS. */
  public void changeCertificate() throws IOException {
    if (service.tls()) {
      certificate = SelfSigned.create(service.host(), service.clock());
    }
  }

  private void newCertificate() {
    try {
      changeCertificate();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Socket over(Socket raw) throws IOException {
    SelfSigned shown = certificate;
    return shown == null ? raw : shown.over(raw);
  }

  /** Plans a fault, in place of the same one at the same page. */
  public void plan(PlannedFault fault) {
    machine.plan().add(fault);
  }

  /** Withdraws a fault. */
  public void withdraw(EsclFault fault) {
    machine.plan().withdraw(fault);
  }

  /** Withdraws all faults. */
  public void withdrawAll() {
    machine.plan().withdrawAll();
  }

  /** The faults that lie ahead. */
  public List<PlannedFault> faults() {
    return machine.plan().ahead();
  }

  /** Puts the whole pile back into the feeder. */
  public void reload() {
    machine.locked(() -> {
      machine.path().reload();
      return machine;
    });
  }

  /** Puts another pile into the feeder, and its first page on the glass. */
  public void load(List<byte[]> pictures) {
    List<Pictures.Source> pile =
        pictures.stream().<Pictures.Source>map(picture -> picture::clone).toList();
    machine.locked(() -> {
      machine.path().load(pile);
      return machine;
    });
  }

  /** Takes the jammed sheet out, closes the cover: the path is clear again. */
  public void clear() {
    machine.locked(() -> {
      machine.path().clear();
      return machine;
    });
  }

  /** Off and on again: the running job is aborted, the path is clear. */
  public void reset() {
    machine.locked(() -> {
      machine.reset();
      return machine;
    });
  }

  /** Pictures that are still in the feeder. */
  public int left() {
    return machine.locked(() -> machine.path().left());
  }

  /** Breaks off every connection and takes no more, as without power or network. */
  public void offline() {
    door.offline();
  }

  /** Is there again, at the same port. */
  public void online() throws IOException {
    door.online();
  }

  /** Who the device says it is. */
  Router.Identity identity() {
    return identity;
  }

  /** Which device is played. */
  EsclModel model() {
    return machine.model();
  }

  /** Where it listens. */
  InetAddress host() {
    return service.host();
  }

  /** Whether some client's request is being answered. */
  boolean serving() {
    return door.serving();
  }

  /** Whether it has ended with every thread of its own. */
  boolean stopped() {
    return door.stopped();
  }

  /** Ends; nothing of it is left. */
  @Override
  public void close() {
    door.close();
  }
}
