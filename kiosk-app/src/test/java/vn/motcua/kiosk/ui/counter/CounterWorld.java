package vn.motcua.kiosk.ui.counter;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import vn.motcua.kiosk.AppFaults;
import vn.motcua.kiosk.desk.CallDesk;
import vn.motcua.kiosk.desk.Centre;
import vn.motcua.kiosk.desk.Crew;
import vn.motcua.kiosk.desk.DeviceDesk;
import vn.motcua.kiosk.desk.Devices;
import vn.motcua.kiosk.desk.FormDesk;
import vn.motcua.kiosk.desk.IntakeDesk;
import vn.motcua.kiosk.desk.PageSight;
import vn.motcua.kiosk.desk.PagesAhead;
import vn.motcua.kiosk.desk.ProfileDesk;
import vn.motcua.kiosk.desk.ReadBackDesk;
import vn.motcua.kiosk.desk.ReturnDesk;
import vn.motcua.kiosk.desk.ScanDesk;
import vn.motcua.kiosk.desk.StaffDesks;
import vn.motcua.kiosk.desk.TestStaff;
import vn.motcua.kiosk.desk.WorkDesk;
import vn.motcua.kiosk.dossier.WorkingCalendar;
import vn.motcua.kiosk.forms.FormTemplates;
import vn.motcua.kiosk.forms.ReceiptForm;
import vn.motcua.kiosk.forms.print.Printer;
import vn.motcua.kiosk.forms.receipt.SiteSigner;
import vn.motcua.kiosk.paper.Digitiser;
import vn.motcua.kiosk.paper.readback.PaperKinds;
import vn.motcua.kiosk.paper.readback.PaperReader;
import vn.motcua.kiosk.store.DataFolder;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.kiosk.store.Resources;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.barcode.simulated.SimulatedBarcodeReader;
import vn.motcua.scanner.chip.ChipReader;
import vn.motcua.scanner.chip.Sex;
import vn.motcua.scanner.chip.TrustStore;
import vn.motcua.scanner.chip.simulated.SimulatedCardProfile;
import vn.motcua.scanner.chip.simulated.SimulatedIssuer;
import vn.motcua.scanner.chip.simulated.SimulatedReaders;
import vn.motcua.scanner.paper.simulated.SimulatedScanDriver;

/** A counter with everything real behind it but the wires: store, desks, chips, pages, PDFs. */
public final class CounterWorld implements AutoCloseable {
  public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  public static final Centre CENTRE =
      new Centre(
          "Xã Suối Đá",
          "Trung tâm Phục vụ hành chính công",
          "tỉnh Quảng Ngãi",
          "H48.125.16",
          "0255 000 000",
          "3");
  static final List<String> OFFICERS = List.of("Trần Thị Mẫu", "Lê Văn Thử");

  public final Clock clock =
      Clock.fixed(LocalDateTime.parse("2026-11-23T08:42:00").atZone(ZONE).toInstant(), ZONE);
  public final SimulatedReaders readers;

  /** Every scan is one of its own, however quickly the test makes the next: 2 s by this clock. */
  private static final long BETWEEN_SCANS = 2_000_000_000L;

  private final AtomicLong scans = new AtomicLong();
  public final SimulatedBarcodeReader codes = new SimulatedBarcodeReader();
  public final SimulatedScanDriver scanner = new SimulatedScanDriver();
  final TimedDriver timed = new TimedDriver(scanner);
  public final Devices devices;
  public final DeviceDesk deviceDesk;
  public final ProfileDesk profiles;
  final DataFolder folder;
  final DossierStore store;
  final WorkDesk work;
  final CounterDesks desks;
  private final Digitiser digitiser;
  final CallDesk calls;

  /** Numbers of pages that look blank, as their files are named: {@code 0003}. */
  final Set<String> blanks = ConcurrentHashMap.newKeySet();

  /**
   * @param trusted whether the issuer of the simulated cards is an installed anchor
   */
  public CounterWorld(Path root, boolean trusted) throws FaultException, IOException {
    this(root, trusted, false);
  }

  /**
   * @param reading whether pages are looked at and read as they come, as in the product
   */
  CounterWorld(Path root, boolean trusted, boolean reading) throws FaultException, IOException {
    this(root, trusted, reading, Optional.empty(), Crew.OPEN);
  }

  /**
   * @param printer where forms are printed
   * @param crew who may do what
   */
  CounterWorld(Path root, boolean trusted, boolean reading, Optional<Printer> printer, Crew crew)
      throws FaultException, IOException {
    folder = DataFolder.open(root);
    store = DossierStore.open(folder, clock);
    TrustStore anchors =
        trusted
            ? TrustStore.of(List.of(SimulatedIssuer.shared().anchor()))
            : TrustStore.of(List.of());
    readers = new SimulatedReaders(new ChipReader(anchors, clock));
    devices = new Devices(List.of(readers), List.of(codes), () -> scans.addAndGet(BETWEEN_SCANS));
    deviceDesk = new DeviceDesk(List.of(scanner), devices, folder.temporary());
    WorkingCalendar calendar = Resources.calendar();
    StaffDesks staff = TestStaff.of(store, folder, CENTRE, printer, clock, crew);
    work =
        new WorkDesk(
            store,
            calendar,
            CENTRE,
            clock,
            new FormDesk(store, folder, FormTemplates.own(), CENTRE, clock).then(staff.payments()),
            crew);
    digitiser = new Digitiser(clock);
    PagesAhead ahead = new PagesAhead(digitiser);
    ScanDesk scans =
        reading
            ? new ScanDesk(List.of(timed), folder, store, clock, ahead::begin)
            : new ScanDesk(List.of(timed), folder, store, clock);
    profiles = scans.profiles();
    IntakeDesk intake =
        new IntakeDesk(
            store,
            folder,
            TestStaff.RULES,
            calendar,
            CENTRE,
            scans,
            digitiser,
            new ReceiptForm(clock)
                .signedBy(SiteSigner.open(folder.keys(), CENTRE.kind() + " " + CENTRE.name())),
            clock,
            new Random(7));
    calls = new CallDesk(clock);
    desks =
        new CounterDesks(
            devices,
            intake,
            scans,
            work,
            new ReturnDesk(store, work, clock),
            calls,
            this::looksBlank,
            reading ? ahead : PageSight.NONE,
            new ReadBackDesk(new PaperReader(PaperKinds.shipped(), clock)),
            staff,
            TestStaff.citizens(store, folder, scans, clock).drafts());
  }

  /** Whether the test says that of a page. */
  private boolean looksBlank(Path picture) {
    return blanks.contains(picture.getFileName().toString().replaceFirst("\\..*", ""));
  }

  CounterWindow window(Stage stage, String language) {
    return new CounterWindow(
        stage, desks, CENTRE, OFFICERS, "2", AppFaults.sentences(), clock, Locale.of(language));
  }

  /** The text of a card's QR code in the layout of 2021. */
  public static String qr(SimulatedCardProfile card) {
    return qr(card, card.residence());
  }

  static String qr(SimulatedCardProfile card, String residence) {
    return String.join(
        "|",
        card.number(),
        "",
        card.name(),
        day(card.birth()),
        card.sex() == Sex.FEMALE ? "Nữ" : "Nam",
        residence,
        day(card.issued()));
  }

  private static String day(LocalDate date) {
    return DateTimeFormatter.ofPattern("ddMMyyyy", Locale.ROOT).format(date);
  }

  /** A page with words on it, A4 at 100 dpi. */
  public static byte[] page(String heading) {
    BufferedImage page = new BufferedImage(827, 1169, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = page.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, 827, 1169);
    pen.setColor(Color.BLACK);
    pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 30));
    pen.drawString(heading, 90, 130);
    pen.setFont(new Font(Font.SERIF, Font.PLAIN, 22));
    for (int i = 0; i < 16; i++) {
      pen.drawString("Kinh gui: Uy ban nhan dan xa, dong thu " + (i + 1), 90, 200 + i * 42);
    }
    pen.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(page, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  @Override
  public void close() throws FaultException {
    readers.close();
    codes.close();
    digitiser.close();
    store.close();
    folder.close();
  }
}
