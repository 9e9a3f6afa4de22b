package vn.motcua.scanner.paper.escl;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.DeviceState;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.PageReceiver;
import vn.motcua.scanner.paper.ScanDriver;
import vn.motcua.scanner.paper.ScanFault;
import vn.motcua.scanner.paper.ScanOutcome;
import vn.motcua.scanner.paper.ScanSettings;
import vn.motcua.scanner.paper.Scanner;
import vn.motcua.scanner.paper.ScannerCapabilities;
import vn.motcua.scanner.paper.ScannerId;

/**
 * Scanners that speak eSCL. Device ids are {@code escl:http://host:port/eSCL} or {@code
 * escl:https://host:port/eSCL}; what is left out of an id is filled in as {@link EsclAddress#parse}
 * says.
 *
 * <p>A device's JPEG is handed over byte for byte. A device that announces itself with and without
 * TLS is listed once: over TLS if it is paired, else in the plain. Behind TLS only the key that was
 * pinned at pairing counts ({@link EsclPairing}). Every call is bounded by {@link EsclTimeouts} and
 * every claimed length by a cap, whatever listens at the other end.
 */
public final class EsclDriver implements ScanDriver {
  private static final Logger LOG = LoggerFactory.getLogger(EsclDriver.class);
  private static final String NAME = "escl";

  private final EsclConfig config;
  private final Tls tls = new Tls();
  private final Set<String> inUse = ConcurrentHashMap.newKeySet();

  /** Looks for devices by multicast DNS only. For {@link java.util.ServiceLoader}. */
  public EsclDriver() {
    this(EsclConfig.MDNS);
  }

  public EsclDriver(EsclConfig config) {
    this.config = config;
  }

  @Override
  public String name() {
    return NAME;
  }

  /** The id of a device. */
  public static ScannerId id(EsclAddress address) {
    return new ScannerId(NAME, address.toString());
  }

  /**
   * {@inheritDoc}
   *
   * <p>Takes about {@link EsclTimeouts#look} and {@link EsclTimeouts#state} together. Devices whose
   * addresses were given come first; one that does not answer is {@link DeviceState#OFFLINE}, one
   * that is not paired {@link DeviceState#ATTENTION}.
   */
  @Override
  public List<Scanner> discover() {
    EsclTimeouts times = config.timeouts();
    Duration twice = times.state().multipliedBy(2);
    Map<EsclAddress, CompletableFuture<Seen>> given = new LinkedHashMap<>();
    config.addresses().forEach(each -> given.put(each, ask(new Announced(each, "", ""))));
    List<Announced> announced =
        config.mdns() ? MdnsLook.around(config.interfaces(), times.look()) : List.of();
    List<CompletableFuture<Seen>> asked = new ArrayList<>();
    List<Announced> further = new ArrayList<>();
    for (Announced each : Announced.oncePerDevice(announced, config.pins())) {
      if (config.addresses().stream().noneMatch(known -> sameDoor(known, each.address()))) {
        further.add(each);
        asked.add(ask(each));
      }
    }
    List<Scanner> found = new ArrayList<>();
    Set<String> uuids = new HashSet<>();
    long end = System.nanoTime() + (config.mdns() ? times.state() : twice).toNanos();
    given.forEach(
        (address, answer) -> add(found, uuids, await(answer, new Announced(address, "", ""), end)));
    for (int i = 0; i < asked.size(); i++) {
      add(found, uuids, await(asked.get(i), further.get(i), end));
    }
    return List.copyOf(found);
  }

  /** Lists a device unless it is there already by another way. */
  private static void add(List<Scanner> found, Set<String> uuids, Seen seen) {
    if (seen.uuid().isEmpty() || uuids.add(seen.uuid())) {
      found.add(seen.scanner());
    }
  }

  private static boolean sameDoor(EsclAddress one, EsclAddress other) {
    return one.authority().equals(other.authority());
  }

  /** What one look at a device gave. */
  private record Seen(Scanner scanner, String uuid) {}

  private CompletableFuture<Seen> ask(Announced device) {
    CompletableFuture<Seen> answer = new CompletableFuture<>();
    Thread.ofVirtual().name("escl-state").start(() -> answer.complete(look(device)));
    return answer;
  }

  private Seen await(CompletableFuture<Seen> answer, Announced device, long end) {
    try {
      return answer.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      LOG.error("look at {} failed", device.address(), e.getCause());
    } catch (TimeoutException e) {
      LOG.debug("{} did not tell its state in time", device.address());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return seen(device, DeviceState.OFFLINE);
  }

  private static Seen seen(Announced device, DeviceState state) {
    String name = device.name().isEmpty() ? device.address().authority() : device.name();
    return new Seen(new Scanner(id(device.address()), name, state, false), device.uuid());
  }

  private Seen look(Announced device) {
    EsclTimeouts times = config.timeouts();
    Abort abort = Abort.never();
    EsclPeer peer = peer(device.address(), times.forState(), abort);
    Announced known = device;
    try {
      if (device.name().isEmpty()) {
        EsclCapabilities can = peer.capabilities();
        known = new Announced(device.address(), can.model(), can.uuid());
      }
      DeviceState state =
          inUse.contains(device.address().authority())
              ? DeviceState.BUSY
              : peer.status(times.state()).general();
      return seen(known, state);
    } catch (FaultException e) {
      boolean busy = e.fault() instanceof ScanFault.Busy;
      return seen(known, busy ? DeviceState.BUSY : DeviceState.ATTENTION);
    } catch (IOException | RuntimeException e) {
      LOG.debug("{} is silent: {}", device.address(), e.toString());
      return seen(known, DeviceState.OFFLINE);
    }
  }

  private EsclPeer peer(EsclAddress address, EsclTimeouts times, Abort abort) {
    return new EsclPeer(new EsclHttp(address, times, config.pins(), tls), times, abort);
  }

  @Override
  public ScannerCapabilities capabilities(ScannerId id) throws FaultException {
    EsclAddress address = address(id);
    try {
      EsclCapabilities can = peer(address, config.timeouts(), Abort.never()).capabilities();
      return can.general(config.override(address, can.uuid()));
    } catch (IOException e) {
      throw new FaultException(new ScanFault.Offline(), e);
    }
  }

  @Override
  public ScanOutcome scan(
      ScannerId id, ScanSettings settings, PageReceiver pages, Cancellation cancellation) {
    EsclAddress address;
    try {
      address = address(id);
    } catch (FaultException e) {
      return new ScanOutcome.Stopped(e.fault(), 0);
    }
    if (!inUse.add(address.authority())) {
      return new ScanOutcome.Stopped(new ScanFault.Busy(), 0);
    }
    try {
      Abort abort = new Abort();
      EsclPeer peer = peer(address, config.timeouts(), abort);
      return new EsclJob(config, peer, abort, settings, pages).run(cancellation);
    } finally {
      inUse.remove(address.authority());
    }
  }

  /** An id that cannot be read names no device that could be reached. */
  private static EsclAddress address(ScannerId id) throws FaultException {
    try {
      return EsclAddress.parse(id.address());
    } catch (IllegalArgumentException e) {
      throw new FaultException(new ScanFault.Offline(), e);
    }
  }
}
