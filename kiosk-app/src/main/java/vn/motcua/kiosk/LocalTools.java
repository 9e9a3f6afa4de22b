package vn.motcua.kiosk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javafx.application.Platform;
import javafx.stage.Stage;
import vn.motcua.kiosk.bench.ChipBench;
import vn.motcua.kiosk.bench.ScanBench;
import vn.motcua.kiosk.bench.StartBench;
import vn.motcua.kiosk.bench.digitise.DigitiseBench;
import vn.motcua.kiosk.bench.digitise.FeederBench;
import vn.motcua.kiosk.bench.lookup.LookupBench;
import vn.motcua.kiosk.cli.Bench;
import vn.motcua.kiosk.cli.Reply;
import vn.motcua.kiosk.cli.Tools;
import vn.motcua.kiosk.demo.Demo;
import vn.motcua.kiosk.demo.DemoHouse;
import vn.motcua.kiosk.demo.ScreensBench;
import vn.motcua.kiosk.desk.Desks;
import vn.motcua.kiosk.desk.DeviceDesk;
import vn.motcua.kiosk.desk.Devices;
import vn.motcua.kiosk.desk.FormDesk;
import vn.motcua.kiosk.desk.HallDesks;
import vn.motcua.kiosk.desk.ImportDesk;
import vn.motcua.kiosk.desk.LookupDesk;
import vn.motcua.kiosk.desk.PackageDesk;
import vn.motcua.kiosk.desk.PairingDesk;
import vn.motcua.kiosk.desk.PaymentDesk;
import vn.motcua.kiosk.desk.PrintDesk;
import vn.motcua.kiosk.desk.ProfileDesk;
import vn.motcua.kiosk.desk.ScanDesk;
import vn.motcua.kiosk.desk.ScanProfiles;
import vn.motcua.kiosk.desk.SerialDesk;
import vn.motcua.kiosk.desk.SourceStatus;
import vn.motcua.kiosk.desk.TrustDesk;
import vn.motcua.kiosk.paper.Digitiser;
import vn.motcua.kiosk.speech.Languages;
import vn.motcua.kiosk.speech.Volume;
import vn.motcua.kiosk.store.DataFolder;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.kiosk.store.StoreFault;
import vn.motcua.kiosk.ui.Faces;
import vn.motcua.kiosk.ui.Screen;
import vn.motcua.kiosk.ui.Speech;
import vn.motcua.kiosk.ui.kit.Catalogue;
import vn.motcua.kiosk.watch.Heartbeat;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.FaultSentences;
import vn.motcua.scanner.barcode.BarcodeReader;
import vn.motcua.scanner.barcode.wedge.WedgeBarcodeReader;
import vn.motcua.scanner.chip.CardReaders;
import vn.motcua.scanner.chip.TrustStore;
import vn.motcua.scanner.paper.ScanDriver;

/** Builds, on this machine, what a command asks for. */
final class LocalTools implements Tools {
  /** Where windows stand that do not fill the screen: none hides another whole. */
  private static final Faces.Place TERMINAL = new Faces.Place(0, 0, 540, 960);

  private static final Faces.Place BESIDE = new Faces.Place(550, 0, 1366, 768);
  private static final Faces.Place BELOW = new Faces.Place(550, 120, 1366, 768);

  /** The exit code of a watched process whose watcher is gone. */
  private static final int ORPHANED = 3;

  /** Pixels of the unseen screen on which controls are drawn. */
  private static final int CATALOGUE = 1024;

  private final Clock clock;
  private final FaultSentences sentences;
  private final Path home;

  /**
   * @param home the data folder of commands that are not told another one
   */
  LocalTools(Clock clock, FaultSentences sentences, Path home) {
    this.clock = clock;
    this.sentences = sentences;
    this.home = home;
  }

  @Override
  public CardReaders cardReaders(Optional<Path> trust) throws FaultException {
    RealDevices devices = new RealDevices(clock);
    return trust.isPresent()
        ? devices.cardsTrusting(trust.get())
        : devices.cards(home.resolve("trust"));
  }

  @Override
  public CardReaders cardReaders(TrustStore anchors) {
    return new RealDevices(clock).cards(anchors);
  }

  @Override
  public TrustDesk trustDesk(Optional<Path> store) {
    return new TrustDesk(store.orElse(home.resolve("trust")), clock);
  }

  @Override
  public ScanDesk scanDesk(Path spool) throws FaultException {
    List<ScanDriver> drivers = new RealScanners(settings(), home, clock).drivers();
    return new ScanDesk(drivers, spool, profiles(drivers), clock);
  }

  @Override
  public ProfileDesk profiles() throws FaultException {
    return profiles(new RealScanners(settings(), home, clock).drivers());
  }

  private ProfileDesk profiles(List<ScanDriver> drivers) {
    return new ProfileDesk(
        drivers,
        new ScanProfiles(home.resolve("profiles"), clock),
        Path.of(System.getProperty("java.io.tmpdir")));
  }

  @Override
  public DeviceDesk deviceDesk() throws FaultException {
    RealDevices devices = new RealDevices(clock);
    House.Hardware hardware = devices.connect(settings(), home);
    return new DeviceDesk(
        hardware.scanners(),
        new Devices(hardware.cards(), hardware.codes()),
        Path.of(System.getProperty("java.io.tmpdir")));
  }

  /** The settings of the usual folder, without making or owning it. */
  private Settings settings() throws FaultException {
    return Files.exists(home.resolve("settings.json")) ? Settings.in(home) : Settings.INITIAL;
  }

  @Override
  public PairingDesk pairingDesk() {
    return new PairingDesk(RealScanners.pins(home));
  }

  @Override
  public Path signingAuthorities() {
    return home.resolve("signing-authorities");
  }

  @Override
  public Digitiser digitiser() {
    return new Digitiser(clock);
  }

  @Override
  public List<SourceStatus> sources(Optional<Path> data, boolean check) throws FaultException {
    Path folder = dataFolder(data).toAbsolutePath().normalize();
    if (!Files.exists(folder.resolve("settings.json"))) {
      throw new FaultException(new StoreFault.None());
    }
    return HouseSources.look(
        Settings.in(folder).sources(), folder, folder.resolve("keys"), check, clock);
  }

  @Override
  public Path dataFolder(Optional<Path> named) {
    return named.orElse(home);
  }

  @Override
  public Languages languages(Optional<Path> data) {
    return TerminalLanguages.in(dataFolder(data));
  }

  @Override
  public OpenFolder open(Optional<Path> data) throws FaultException {
    Path folder = data.orElse(home);
    if (!DataFolder.isUsed(folder)) {
      throw new FaultException(new StoreFault.None());
    }
    return openOrMake(data);
  }

  @Override
  public OpenFolder openOrMake(Optional<Path> data) throws FaultException {
    Path folder = data.orElse(home);
    House house =
        House.open(folder, clock, (_, _) -> new House.Hardware(List.of(), List.of(), List.of()));
    return new OpenFolder() {
      @Override
      public LookupDesk lookupDesk() {
        return house.desks().lookup();
      }

      @Override
      public String centre() {
        return house.ownName();
      }

      @Override
      public FormDesk formDesk() {
        return house.formDesk();
      }

      @Override
      public PrintDesk printDesk() {
        return house.printDesk();
      }

      @Override
      public PackageDesk packageDesk() {
        return house.packageDesk();
      }

      @Override
      public ImportDesk importDesk(String who, String file, boolean dry, RandomGenerator random) {
        return new ImportDesk(
            house.store(), house.settings().centre(), who, file, dry, clock, random);
      }

      @Override
      public PaymentDesk paymentDesk() {
        return house.desks().staff().payments();
      }

      @Override
      public HallDesks hall() {
        return house.desks().hall();
      }

      @Override
      public SerialDesk serialDesk() {
        return house.serialDesk();
      }

      @Override
      public void close() {
        house.close();
      }
    };
  }

  @Override
  public void run(RunRequest request) throws FaultException, InterruptedException {
    WedgeBarcodeReader wedge = new WedgeBarcodeReader();
    Screen.begin();
    try (RealDevices devices = new RealDevices(clock);
        House house =
            House.open(
                request.data().orElse(home),
                clock,
                (settings, folder) -> devices.connect(settings, folder).with(wedge))) {
      Screen.start();
      Screen.show(() -> open(house, request, wedge));
      if (request.watcher().isPresent()) {
        // The system frees the data folder of an orphan at once; the store is made for that.
        try (Heartbeat _ =
            Heartbeat.start(
                Platform::runLater,
                request.watcher().get(),
                System.in,
                () -> Runtime.getRuntime().halt(ORPHANED))) {
          Screen.awaitClosed();
        }
      } else {
        Screen.awaitClosed();
      }
    }
  }

  private List<Stage> open(House house, RunRequest request, WedgeBarcodeReader wedge) {
    Faces faces =
        new Faces(
            house.desks(), sentences, clock, Locale.forLanguageTag(request.language()), wedge);
    Settings settings = house.settings();
    faces.speech(
        new Speech(
            TerminalLanguages.in(house.root()),
            settings.voice().headphonesOnly(),
            new Volume(settings.voice().volume())));
    List<Stage> windows = new ArrayList<>();
    for (Role role : request.roles()) {
      windows.add(
          switch (role) {
            case CITIZEN -> faces.citizen(settings.terminal(), place(request.windowed(), TERMINAL));
            case COUNTER ->
                faces.counter(
                    settings.counter(), settings.names(), place(request.windowed(), BESIDE));
            case TECHNICIAN -> faces.technician(place(request.windowed(), BELOW));
          });
    }
    return windows;
  }

  private static Optional<Faces.Place> place(boolean windowed, Faces.Place place) {
    return windowed ? Optional.of(place) : Optional.empty();
  }

  @Override
  public Reply demo(DemoRequest request) throws FaultException, InterruptedException {
    return new Demo(clock, sentences, this::demoHouse).run(request);
  }

  private DemoHouse demoHouse(
      Path folder, List<CardReaders> cards, List<BarcodeReader> codes, List<ScanDriver> scanners)
      throws FaultException {
    House house = House.open(folder, clock, (_, _) -> new House.Hardware(cards, codes, scanners));
    return new DemoHouse() {
      @Override
      public Desks desks() {
        return house.desks();
      }

      @Override
      public DossierStore store() {
        return house.store();
      }

      @Override
      public String terminal() {
        return house.settings().terminal();
      }

      @Override
      public String counter() {
        return house.settings().counter();
      }

      @Override
      public List<String> officers() {
        return house.settings().names();
      }

      @Override
      public void close() {
        house.close();
      }
    };
  }

  @Override
  public int catalogue(Path folder) throws FaultException, InterruptedException {
    Screen.startUnseen(CATALOGUE, CATALOGUE);
    try {
      return Screen.show(() -> {
        try {
          return Catalogue.draw(folder);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      });
    } catch (UncheckedIOException e) {
      throw new FaultException(new StoreFault.Disk(), e);
    }
  }

  @Override
  public List<Bench> benches() {
    return List.of(
        new StartBench(Path.of(System.getProperty("motcua.house", "."))),
        new ChipBench(),
        new ScanBench(),
        new DigitiseBench(),
        new FeederBench(),
        new LookupBench(),
        new ScreensBench(clock, sentences, this::demoHouse));
  }
}
