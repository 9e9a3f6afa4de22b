package vn.motcua.kiosk;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.kiosk.cli.Version;
import vn.motcua.kiosk.desk.CallDesk;
import vn.motcua.kiosk.desk.Centre;
import vn.motcua.kiosk.desk.CitizenDesks;
import vn.motcua.kiosk.desk.Clips;
import vn.motcua.kiosk.desk.Crew;
import vn.motcua.kiosk.desk.CustodyDesk;
import vn.motcua.kiosk.desk.Desks;
import vn.motcua.kiosk.desk.DeviceDesk;
import vn.motcua.kiosk.desk.Devices;
import vn.motcua.kiosk.desk.DraftDesk;
import vn.motcua.kiosk.desk.DraftScans;
import vn.motcua.kiosk.desk.DraftSweep;
import vn.motcua.kiosk.desk.FormDesk;
import vn.motcua.kiosk.desk.FormPrints;
import vn.motcua.kiosk.desk.HallDesks;
import vn.motcua.kiosk.desk.HelperDesk;
import vn.motcua.kiosk.desk.IntakeDesk;
import vn.motcua.kiosk.desk.LookupDesk;
import vn.motcua.kiosk.desk.PackageDesk;
import vn.motcua.kiosk.desk.PackageWorker;
import vn.motcua.kiosk.desk.PagesAhead;
import vn.motcua.kiosk.desk.PapersDesk;
import vn.motcua.kiosk.desk.PaymentDesk;
import vn.motcua.kiosk.desk.PrintDesk;
import vn.motcua.kiosk.desk.PrintWorker;
import vn.motcua.kiosk.desk.ProofRules;
import vn.motcua.kiosk.desk.QueueDesk;
import vn.motcua.kiosk.desk.RatingDesk;
import vn.motcua.kiosk.desk.ReadBackDesk;
import vn.motcua.kiosk.desk.ReturnDesk;
import vn.motcua.kiosk.desk.ScanDesk;
import vn.motcua.kiosk.desk.SerialDesk;
import vn.motcua.kiosk.desk.SlipDesk;
import vn.motcua.kiosk.desk.StaffDesks;
import vn.motcua.kiosk.desk.TradeRules;
import vn.motcua.kiosk.desk.WorkDesk;
import vn.motcua.kiosk.dossier.WorkingCalendar;
import vn.motcua.kiosk.forms.FormTemplates;
import vn.motcua.kiosk.forms.ReceiptForm;
import vn.motcua.kiosk.forms.receipt.SiteSigner;
import vn.motcua.kiosk.paper.Digitiser;
import vn.motcua.kiosk.paper.readback.PaperKinds;
import vn.motcua.kiosk.paper.readback.PaperReader;
import vn.motcua.kiosk.store.Calendars;
import vn.motcua.kiosk.store.Catalogues;
import vn.motcua.kiosk.store.DataFolder;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.kiosk.store.Drafts;
import vn.motcua.kiosk.store.Resources;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.barcode.BarcodeReader;
import vn.motcua.scanner.chip.CardReaders;
import vn.motcua.scanner.paper.ScanDriver;
import vn.motcua.scanner.paper.camera.CameraSource;

/** Everything over one open data folder, built with constructors. */
final class House implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(House.class);
  private static final Duration LOOK_AT_QUEUE = Duration.ofSeconds(3);
  private static final Duration LOOK_AT_PACKAGES = Duration.ofSeconds(5);

  private static final Duration LOOK_AT_DRAFTS = Duration.ofMinutes(10);

  private final DataFolder folder;
  private final DossierStore store;
  private final Digitiser digitiser;
  private final Settings settings;
  private final Desks desks;
  private final PrintDesk prints;
  private final HouseSources sources;
  private final Optional<PrintWorker> worker;
  private final PackageDesk packages;
  private final Optional<PackageWorker> leaving;
  private final DraftSweep drafts;
  private final Clock clock;

  private House(
      DataFolder folder,
      DossierStore store,
      Digitiser digitiser,
      Settings settings,
      Desks desks,
      PrintDesk prints,
      PackageDesk packages,
      HouseSources sources,
      Clock clock) {
    this.prints = prints;
    this.sources = sources;
    this.packages = packages;
    leaving =
        packages.isOn()
            ? Optional.of(new PackageWorker(packages, LOOK_AT_PACKAGES))
            : Optional.empty();
    this.clock = clock;
    drafts = new DraftSweep(desks.citizens().drafts(), LOOK_AT_DRAFTS);
    worker =
        settings.printer().isPresent()
            ? Optional.of(new PrintWorker(prints, LOOK_AT_QUEUE))
            : Optional.empty();
    this.folder = folder;
    this.store = store;
    this.digitiser = digitiser;
    this.settings = settings;
    this.desks = desks;
  }

  /** The devices of one machine. */
  record Hardware(
      List<CardReaders> cards,
      List<BarcodeReader> codes,
      List<ScanDriver> scanners,
      CameraSource cameras) {
    /** A machine without a camera. */
    Hardware(List<CardReaders> cards, List<BarcodeReader> codes, List<ScanDriver> scanners) {
      this(cards, codes, scanners, CameraSource.NONE);
    }

    /** The same with one more barcode reader. */
    Hardware with(BarcodeReader more) {
      List<BarcodeReader> all = new ArrayList<>(codes);
      all.add(more);
      return new Hardware(cards, all, scanners, cameras);
    }
  }

  /** What finds the devices once the settings are known. */
  @FunctionalInterface
  interface Plugs {
    Hardware connect(Settings settings, Path folder) throws FaultException;
  }

  /**
   * Opens {@code path}.
   *
   * @throws FaultException STORE-IN-USE if another process owns it, and whatever else is wrong
   */
  static House open(Path path, Clock clock, Plugs plugs) throws FaultException {
    DataFolder folder = DataFolder.open(path);
    DossierStore store = null;
    try {
      Settings settings = Settings.in(folder.root());
      store = DossierStore.open(folder, clock);
      Hardware hardware = plugs.connect(settings, folder.root());
      Digitiser digitiser = new Digitiser(clock);
      Centre centre = settings.centre();
      SiteSigner signer =
          SiteSigner.open(
              folder.keys(), centre.kind() + " " + centre.name() + ", " + centre.province());
      HouseSources sources =
          new HouseSources(settings.sources(), folder.root(), folder.keys(), store, clock);
      PrintDesk prints = new PrintDesk(store, folder, settings.printer(), clock);
      return new House(
          folder,
          store,
          digitiser,
          settings,
          desks(folder, store, digitiser, settings, hardware, clock, signer, prints, sources),
          prints,
          new PackageDesk(
              store,
              folder,
              settings.outgoing().in(folder.root()),
              signer,
              Version.TEXT,
              centre.agency(),
              clock),
          sources,
          clock);
    } catch (FaultException | RuntimeException trouble) {
      if (store != null) {
        store.close();
      }
      folder.close();
      throw trouble;
    }
  }

  private static Desks desks(
      DataFolder folder,
      DossierStore store,
      Digitiser digitiser,
      Settings settings,
      Hardware hardware,
      Clock clock,
      SiteSigner signer,
      PrintDesk prints,
      HouseSources sources)
      throws FaultException {
    FormTemplates templates = templates(folder);
    WorkingCalendar calendar = Calendars.with(folder.root().resolve("calendar"));
    CallDesk calls = new CallDesk(clock);
    Devices plain = new Devices(hardware.cards(), hardware.codes(), hardware.cameras());
    Devices devices = settings.readerShape().map(plain::shaped).orElse(plain);
    PagesAhead sight = new PagesAhead(digitiser);
    ScanDesk scans = new ScanDesk(hardware.scanners(), folder, store, clock, sight::begin);
    FormDesk forms = formDesk(folder, store, settings, clock);
    PaymentDesk payments = new PaymentDesk(store, settings.paymentAccount().to(), clock);
    Crew crew = new Crew(settings.officers());
    HallDesks hall = hall(folder, store, settings, clock);
    WorkDesk work =
        new WorkDesk(store, calendar, settings.centre(), clock, forms.then(payments), crew);
    TradeRules rules =
        new TradeRules(Catalogues.with(folder.root().resolve("procedures")), Resources.reliefs());
    IntakeDesk intake =
        new IntakeDesk(
            store,
            folder,
            rules,
            calendar,
            settings.centre(),
            scans,
            digitiser,
            new ReceiptForm(clock, templates).signedBy(signer),
            clock,
            new SecureRandom());
    HelperDesk helpers = new HelperDesk(folder.root().resolve("helpers"), clock);
    return new Desks(
        settings.centre(),
        new LookupDesk(
                store,
                calendar,
                calls,
                clock,
                sources.others(),
                Resources.procedures(),
                ProofRules.USUAL.stricter(settings.proofs()),
                payments)
            .helpedBy(helpers),
        intake,
        scans,
        work,
        new ReturnDesk(store, work, clock, hall.ratings()::handedOut),
        calls,
        devices,
        new DeviceDesk(hardware.scanners(), devices, folder.temporary()),
        sight,
        new ReadBackDesk(new PaperReader(PaperKinds.shipped(), clock)),
        new StaffDesks(
            new FormPrints(prints, forms), new CustodyDesk(store, clock), payments, crew),
        citizens(folder, store, settings, hardware, clock, rules, calendar, scans),
        hall,
        helpers);
  }

  private static CitizenDesks citizens(
      DataFolder folder,
      DossierStore store,
      Settings settings,
      Hardware hardware,
      Clock clock,
      TradeRules rules,
      WorkingCalendar calendar,
      ScanDesk scans) {
    // Piles of a terminal lie where every start sweeps: an unfinished draft is nobody's.
    ScanDesk own =
        new ScanDesk(
            hardware.scanners(), folder.temporary().resolve("drafts"), scans.profiles(), clock);
    Clips clips = new Clips(folder.root().resolve("clips"));
    clips.troubles().forEach(trouble -> LOG.warn("left out of clips: {}", trouble));
    return new CitizenDesks(
        new PapersDesk(rules, calendar, clock),
        new DraftDesk(new Drafts(store), calendar, scans, clock, new SecureRandom()),
        new DraftScans(own, settings.papers().scanProfile()),
        clips,
        settings.papers().link());
  }

  private static HallDesks hall(
      DataFolder folder, DossierStore store, Settings settings, Clock clock) {
    SlipDesk slips = new SlipDesk(settings.slipPrinter(), folder.temporary(), clock);
    // What a crash left at the printer must not come out under somebody else's hands.
    Thread.ofVirtual().name("slips").start(slips::sweep);
    return new HallDesks(
        new QueueDesk(store, settings.callOrder(), clock), new RatingDesk(store, clock), slips);
  }

  private static FormTemplates templates(DataFolder folder) {
    return FormTemplates.with(folder.root().resolve("form-templates"));
  }

  private static FormDesk formDesk(
      DataFolder folder, DossierStore store, Settings settings, Clock clock) {
    return new FormDesk(store, folder, templates(folder), settings.centre(), clock);
  }

  FormDesk formDesk() {
    return formDesk(folder, store, settings, clock);
  }

  /** What the centre is called where sources are named. */
  String ownName() {
    return settings.centre().kind() + " " + settings.centre().name();
  }

  SerialDesk serialDesk() {
    return new SerialDesk(store, settings.centre().agency(), clock);
  }

  PrintDesk printDesk() {
    return prints;
  }

  PackageDesk packageDesk() {
    return packages;
  }

  Desks desks() {
    return desks;
  }

  DossierStore store() {
    return store;
  }

  Settings settings() {
    return settings;
  }

  Path root() {
    return folder.root();
  }

  @Override
  public void close() {
    worker.ifPresent(PrintWorker::close);
    leaving.ifPresent(PackageWorker::close);
    drafts.close();
    sources.close();
    digitiser.close();
    store.close();
    folder.close();
  }
}
