package vn.motcua.scanner.paper.sane;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.DeviceState;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ColourMode;
import vn.motcua.scanner.paper.PageReceiver;
import vn.motcua.scanner.paper.PaperSource;
import vn.motcua.scanner.paper.ScanDriver;
import vn.motcua.scanner.paper.ScanFault;
import vn.motcua.scanner.paper.ScanOutcome;
import vn.motcua.scanner.paper.ScanSettings;
import vn.motcua.scanner.paper.Scanner;
import vn.motcua.scanner.paper.ScannerCapabilities;
import vn.motcua.scanner.paper.ScannerId;

/**
 * Scanners behind SANE daemons. Device ids are {@code sane:} and a {@link SaneAddress}.
 *
 * <p>A page is encoded while it comes, so an A4 page at 600 dots per inch needs little more memory
 * than its JPEG. Every call is bounded by {@link SaneTimeouts} and every claimed length by a cap,
 * whatever listens at the other end.
 */
public final class SaneDriver implements ScanDriver {
  private static final Logger LOG = LoggerFactory.getLogger(SaneDriver.class);
  private static final String NAME = "sane";

  /** SANE's own backends without a device behind them. */
  private static final Set<String> WITHOUT_PAPER = Set.of("test", "pnm");

  private static final double MILLIMETRES_PER_INCH = 25.4;

  private final SaneConfig config;
  private final Set<String> inUse = ConcurrentHashMap.newKeySet();

  /** Asks the daemon of this computer. For {@link java.util.ServiceLoader}. */
  public SaneDriver() {
    this(SaneConfig.LOCAL);
  }

  public SaneDriver(SaneConfig config) {
    this.config = config;
  }

  @Override
  public String name() {
    return NAME;
  }

  /** The id of a device at a daemon. */
  public static ScannerId id(SaneHost host, String device) {
    return new ScannerId(NAME, host + "/" + device);
  }

  @Override
  public List<Scanner> discover() {
    List<Scanner> found = new ArrayList<>();
    for (SaneHost host : config.hosts()) {
      try (SaneConnection connection =
          SaneConnection.open(host, config.timeouts(), new Cancellation())) {
        for (SaneConnection.Listed device : connection.devices()) {
          if (!device.name().isEmpty()) {
            found.add(scanner(host, device));
          }
        }
      } catch (IOException | FaultException e) {
        LOG.debug("no scanners from {}: {}", host, e.getMessage());
        if (!SaneConfig.LOCAL.hosts().contains(host)) {
          found.add(silent(host));
        }
      }
    }
    return List.copyOf(found);
  }

  /** Somebody named this daemon: that it is down is worth a line. */
  private static Scanner silent(SaneHost host) {
    return new Scanner(id(host, ""), "saned " + host, DeviceState.OFFLINE, false);
  }

  private Scanner scanner(SaneHost host, SaneConnection.Listed device) {
    String backend = device.name().split(":", 2)[0];
    String name = (device.vendor() + " " + device.model()).strip();
    boolean busy = inUse.contains(host + "/" + device.name());
    return new Scanner(
        id(host, device.name()),
        name.isEmpty() ? device.name() : name,
        busy ? DeviceState.BUSY : DeviceState.READY,
        WITHOUT_PAPER.contains(backend));
  }

  @Override
  public ScannerCapabilities capabilities(ScannerId id) throws FaultException {
    SaneAddress address = address(id);
    try (SaneConnection connection =
            SaneConnection.open(address.host(), config.timeouts(), new Cancellation());
        SaneDevice device = connection.device(address.device())) {
      return capabilities(device);
    } catch (IOException e) {
      throw new FaultException(new ScanFault.Offline(), e);
    }
  }

  private static ScannerCapabilities capabilities(SaneDevice device) throws IOException {
    Set<PaperSource> sources = EnumSet.noneOf(PaperSource.class);
    List<String> words = texts(device, "source");
    for (PaperSource source : PaperSource.values()) {
      if (SaneWords.source(words, source).isPresent()) {
        sources.add(source);
      }
    }
    if (words.isEmpty()) {
      sources.add(PaperSource.FLATBED);
      sources.add(PaperSource.FEEDER);
    }
    if (SaneSetup.sidesApart(device) && sources.contains(PaperSource.FEEDER)) {
      sources.add(PaperSource.FEEDER_DUPLEX);
    }
    Set<ColourMode> modes = EnumSet.noneOf(ColourMode.class);
    List<String> modeWords = texts(device, "mode");
    for (ColourMode mode : ColourMode.values()) {
      if (SaneWords.mode(modeWords, mode).isPresent()) {
        modes.add(mode);
      }
    }
    if (modeWords.isEmpty()) {
      modes.add(ColourMode.COLOUR);
      modes.add(ColourMode.GREY);
    }
    if (modes.contains(ColourMode.GREY) && SaneSetup.hasOneBit(device)) {
      modes.add(ColourMode.BLACK_WHITE);
    }
    Optional<SaneOption> resolution = device.option("resolution");
    if (resolution.isEmpty()) {
      resolution = device.option("x-resolution");
    }
    return new ScannerCapabilities(
        sources.isEmpty() ? Set.of(PaperSource.FLATBED) : sources,
        modes.isEmpty() ? Set.of(ColourMode.COLOUR) : modes,
        resolution.map(SaneNumbers::resolutions).orElse(List.of()),
        millimetres(device, "br-x"),
        millimetres(device, "br-y"));
  }

  private static List<String> texts(SaneDevice device, String option) throws IOException {
    return device.option(option).map(SaneOption::texts).orElse(List.of());
  }

  /** How far an edge of the page may lie; 0 if the device does not say. */
  private static double millimetres(SaneDevice device, String edge) throws IOException {
    Optional<SaneOption> option = device.option(edge);
    if (option.isEmpty()) {
      return 0;
    }
    double value = SaneNumbers.largest(option.get(), Double.MAX_VALUE);
    return option.get().millimetres() ? value : value / 300 * MILLIMETRES_PER_INCH;
  }

  @Override
  public ScanOutcome scan(
      ScannerId id, ScanSettings settings, PageReceiver pages, Cancellation cancellation) {
    SaneAddress address;
    try {
      address = address(id);
    } catch (FaultException e) {
      return new ScanOutcome.Stopped(e.fault(), 0);
    }
    if (!inUse.add(address.place())) {
      return new ScanOutcome.Stopped(new ScanFault.Busy(), 0);
    }
    try {
      return new SaneJob(config.timeouts(), address, settings, options(address))
          .run(pages, cancellation);
    } finally {
      inUse.remove(address.place());
    }
  }

  private Map<String, String> options(SaneAddress address) {
    Map<String, String> options =
        new LinkedHashMap<>(config.options().getOrDefault(address.device(), Map.of()));
    options.putAll(address.options());
    return options;
  }

  /** An id that cannot be read names no device that could be reached. */
  private SaneAddress address(ScannerId id) throws FaultException {
    try {
      return SaneAddress.parse(id.address(), config.hosts().getFirst());
    } catch (IllegalArgumentException e) {
      throw new FaultException(new ScanFault.Offline(), e);
    }
  }
}
