package vn.motcua.scanner.paper.simulated.escl;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Says how a {@link SimulatedEsclScanner} shall be. */
public final class SimulatedEsclBuilder {
  private static final int LONGEST_MINUTE = 60_000;

  private List<Pictures.Source> pages = List.of();
  private final List<PlannedFault> faults = new ArrayList<>();
  private InetAddress host = InetAddress.getLoopbackAddress();
  private int port;
  private boolean tls;
  private boolean untouched;
  private EsclModel model = EsclModel.DUPLEX;
  private Attendant attendant = Attendant.NOBODY;
  private Duration perPage = Duration.ZERO;
  private Duration patience = Duration.ofMinutes(2);
  private Clock clock = Clock.systemUTC();
  private String name = "Một Cửa Simulated Scanner";
  private String root = "/eSCL";
  private UUID uuid = UUID.randomUUID();

  SimulatedEsclBuilder() {}

  /** Pictures (JPEG, PNG, TIFF) in the feeder; the first also lies on the glass. */
  public SimulatedEsclBuilder pages(List<byte[]> pictures) {
    pages = pictures.stream().<Pictures.Source>map(picture -> picture::clone).toList();
    return this;
  }

  /**
   * The JPEG, PNG and TIFF files of a folder in the order of their names; what is no picture inside
   * is passed over.
   *
   * @throws IOException if it cannot be read
   */
  public SimulatedEsclBuilder pages(Path folder) throws IOException {
    pages = Pictures.of(folder);
    return this;
  }

  /** How many pictures there are. */
  public int pages() {
    return pages.size();
  }

  /** Where it listens; the loopback address unless told otherwise. */
  public SimulatedEsclBuilder host(InetAddress address) {
    host = address;
    return this;
  }

  /**
   * At which port.
   *
   * @param number 0, the default, for a free one
   */
  public SimulatedEsclBuilder port(int number) {
    port = number;
    return this;
  }

  /** HTTPS with a certificate of its own making instead of HTTP. */
  public SimulatedEsclBuilder tls(boolean on) {
    tls = on;
    return this;
  }

  /**
   * Gives every picture byte for byte as it was loaded, whatever resolution, colours or part are
   * asked; only one that is asked for in another form (as PNG, say) is scanned.
   */
  public SimulatedEsclBuilder untouched(boolean on) {
    untouched = on;
    return this;
  }

  /** Which device is played. */
  public SimulatedEsclBuilder model(EsclModel played) {
    model = played;
    return this;
  }

  /** Who refills the feeder; nobody unless told otherwise. */
  public SimulatedEsclBuilder attendant(Attendant who) {
    attendant = who;
    return this;
  }

  /**
   * How fast it reads.
   *
   * @param pages a minute, 1 to 60,000; 0, the default, for as fast as it can
   */
  public SimulatedEsclBuilder pagesPerMinute(int pages) {
    if (pages < 0 || pages > LONGEST_MINUTE) {
      throw new IllegalArgumentException("pages a minute: " + pages);
    }
    perPage = pages == 0 ? Duration.ZERO : Duration.ofMinutes(1).dividedBy(pages);
    return this;
  }

  /** A job that nobody asks about for so long is aborted; two minutes unless told otherwise. */
  public SimulatedEsclBuilder patience(Duration time) {
    patience = time;
    return this;
  }

  /** Tells the time for ages, pace and patience. */
  public SimulatedEsclBuilder clock(Clock teller) {
    clock = teller;
    return this;
  }

  /** Maker and model. */
  public SimulatedEsclBuilder name(String makeAndModel) {
    name = makeAndModel;
    return this;
  }

  /**
   * The path of the service; {@code /eSCL} unless told otherwise.
   *
   * @param path letters, digits, hyphens and slashes, with a slash at its front and none at its end
   */
  public SimulatedEsclBuilder root(String path) {
    if (!path.matches("(/[A-Za-z0-9-]+)+") || path.startsWith(ControlDesk.ROOT)) {
      throw new IllegalArgumentException("root: " + path);
    }
    root = path;
    return this;
  }

  /** The device's UUID; a new one for every builder unless told otherwise. */
  public SimulatedEsclBuilder uuid(UUID id) {
    uuid = id;
    return this;
  }

  /** Plans a fault. */
  public SimulatedEsclBuilder fault(PlannedFault planned) {
    faults.add(planned);
    return this;
  }

  /**
   * Starts it.
   *
   * @throws java.net.BindException if the port is taken
   * @throws IOException if the address cannot be used
   */
  public SimulatedEsclScanner start() throws IOException {
    FaultPlan plan = new FaultPlan();
    faults.forEach(plan::add);
    Machine machine = new Machine(model, new PaperPath(pages, attendant), plan, clock, patience);
    return new SimulatedEsclScanner(
        machine,
        new SimulatedEsclScanner.Service(host, port, tls, untouched, perPage, clock),
        new Router.Identity(name, uuid, root, tls ? "https" : "http"));
  }
}
