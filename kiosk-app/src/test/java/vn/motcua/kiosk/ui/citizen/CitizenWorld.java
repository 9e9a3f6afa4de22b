package vn.motcua.kiosk.ui.citizen;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import vn.motcua.kiosk.AppFaults;
import vn.motcua.kiosk.desk.CallDesk;
import vn.motcua.kiosk.desk.Centre;
import vn.motcua.kiosk.desk.Devices;
import vn.motcua.kiosk.desk.HallDesks;
import vn.motcua.kiosk.desk.LookupDesk;
import vn.motcua.kiosk.desk.ScanDesk;
import vn.motcua.kiosk.desk.ScannedCode;
import vn.motcua.kiosk.desk.TestStaff;
import vn.motcua.kiosk.dossier.Apology;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.DossierEvent;
import vn.motcua.kiosk.dossier.DueDate;
import vn.motcua.kiosk.dossier.LookupSecret;
import vn.motcua.kiosk.dossier.Move;
import vn.motcua.kiosk.dossier.Originals;
import vn.motcua.kiosk.dossier.Party;
import vn.motcua.kiosk.dossier.PortalStatus;
import vn.motcua.kiosk.dossier.Procedure;
import vn.motcua.kiosk.dossier.ReceivedPaper;
import vn.motcua.kiosk.dossier.ReturnChannel;
import vn.motcua.kiosk.dossier.Stage;
import vn.motcua.kiosk.dossier.WorkingCalendar;
import vn.motcua.kiosk.store.DataFolder;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.kiosk.store.LedgerEntry;
import vn.motcua.kiosk.store.NewDossier;
import vn.motcua.kiosk.store.Resources;
import vn.motcua.kiosk.ui.citizen.papers.PapersRoom;
import vn.motcua.kiosk.ui.citizen.queue.QueueRoom;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Voice;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.barcode.BarcodeEvent;
import vn.motcua.scanner.barcode.simulated.SimulatedBarcodeReader;
import vn.motcua.scanner.barcode.wedge.WedgeBarcodeReader;
import vn.motcua.scanner.chip.ChipReader;
import vn.motcua.scanner.chip.TrustStore;
import vn.motcua.scanner.chip.simulated.SimulatedCardProfile;
import vn.motcua.scanner.chip.simulated.SimulatedCitizens;
import vn.motcua.scanner.chip.simulated.SimulatedIssuer;
import vn.motcua.scanner.chip.simulated.SimulatedReaders;

/** A small centre: a store with dossiers of every progress, a reader, desks. */
final class CitizenWorld implements AutoCloseable {
  static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  static final String TERMINAL = "Máy 1";
  static final LookupSecret SECRET = new LookupSecret("7K3MPX");
  static final Centre CENTRE =
      new Centre(
          "Xã Sơn Tây",
          "Trung tâm Phục vụ hành chính công",
          "tỉnh Quảng Ngãi",
          "H48.025.16",
          "0255 000 000",
          "3");
  static final SimulatedCardProfile MAI = SimulatedCitizens.a();

  final Clock clock = Clock.fixed(at("2026-11-23T08:42").atZone(ZONE).toInstant(), ZONE);
  final WorkingCalendar calendar = Resources.calendar();
  final SimulatedReaders readers;

  /** Every scan is one of its own, however quickly the test makes the next: 2 s by this clock. */
  private static final long BETWEEN_SCANS = 2_000_000_000L;

  private final AtomicLong scans = new AtomicLong();
  final SimulatedBarcodeReader codes = new SimulatedBarcodeReader();
  final WedgeBarcodeReader wedge = new WedgeBarcodeReader();
  final DataFolder folder;
  final DossierStore store;
  final CallDesk calls = new CallDesk(clock);
  final LookupDesk lookups;
  final Devices devices;
  private int serial = 40;

  CitizenWorld(Path root) throws FaultException, IOException {
    this(root, true, true);
  }

  CitizenWorld(Path root, boolean withReader, boolean withAnchor)
      throws FaultException, IOException {
    folder = DataFolder.open(root);
    store = DossierStore.open(folder, clock);
    lookups = new LookupDesk(store, calendar, calls, clock);
    readers =
        new SimulatedReaders(
            new ChipReader(
                withAnchor
                    ? TrustStore.of(List.of(SimulatedIssuer.shared().anchor()))
                    : TrustStore.empty(),
                clock));
    devices =
        new Devices(
            withReader ? List.of(readers) : List.of(),
            List.of(codes, wedge),
            () -> scans.addAndGet(BETWEEN_SCANS));
  }

  static LocalDateTime at(String time) {
    return LocalDateTime.parse(time);
  }

  Texts texts() {
    return CitizenTexts.with(AppFaults.sentences());
  }

  /** The terminal of this centre on {@code stage}, without a voice and a printer. */
  CitizenWindow window(javafx.stage.Stage stage, RoomPlan... rooms) {
    return window(stage, lookups, rooms);
  }

  /** The rooms that a citizen finds doors to, over this world's store. */
  RoomPlan[] rooms(HallDesks hall) throws FaultException {
    ScanDesk scans = new ScanDesk(List.of(), folder, store, clock);
    return new RoomPlan[] {
      QueueRoom.plan(hall, Voice.none()),
      PapersRoom.plan(TestStaff.citizens(store, folder, scans, clock, "Máy dân"), Optional.empty())
    };
  }

  /** The same with another desk. */
  CitizenWindow window(javafx.stage.Stage stage, LookupDesk desk, RoomPlan... rooms) {
    return new CitizenWindow(
        stage,
        TERMINAL,
        desk,
        devices,
        calls,
        CENTRE,
        clock,
        texts(),
        Voice.none(),
        Optional.empty(),
        Optional.of(wedge),
        List.of(rooms));
  }

  /** The three dossiers of the woman of card A: in time, ready, papers missing. */
  List<DossierCode> threeOfMai() throws FaultException {
    return List.of(
        put("1.004873", Stage.APPRAISAL, PortalStatus.PROCESSING, "2026-11-20T09:10"),
        put("2.000815", Stage.RETURN, PortalStatus.FINISHED, "2026-11-20T09:30"),
        put("1.003583", Stage.APPRAISAL, PortalStatus.SUPPLEMENT_REQUESTED, "2026-11-12T10:00"));
  }

  DossierCode put(String procedure, Stage stage, PortalStatus status, String received)
      throws FaultException {
    return put(procedure, stage, status, received, Optional.empty(), ReturnChannel.COUNTER);
  }

  DossierCode put(
      String procedureCode,
      Stage stage,
      PortalStatus status,
      String received,
      Optional<Apology> apology,
      ReturnChannel channel)
      throws FaultException {
    Procedure procedure =
        Resources.procedures()
            .find(procedureCode)
            .orElseGet(() -> Resources.procedures().all().getFirst());
    LocalDateTime in = at(received);
    DossierCode code = DossierCode.of(CENTRE.agency(), in.toLocalDate(), ++serial);
    DueDate due = calendar.due(in, Math.max(3, procedure.workingDays()));
    DueDate now = apology.map(a -> calendar.until(in, a.newDate())).orElse(due);
    LocalDateTime since = in.plusDays(stage.number() - 1);
    SimulatedCardProfile person =
        apology.isPresent() || status == PortalStatus.STOPPED ? SimulatedCitizens.b() : MAI;
    Party mai =
        new Party(
            Optional.of(person.number()),
            person.name(),
            Optional.of(person.birth()),
            Optional.of(person.equals(MAI)),
            "",
            "");
    Dossier dossier =
        new Dossier(
            code,
            procedure,
            mai,
            mai,
            in,
            Optional.of(now),
            stage,
            status,
            stage == Stage.RECEPTION ? "Bộ phận Một cửa" : "Tư pháp – hộ tịch",
            since,
            List.of(
                new ReceivedPaper("Tờ khai", 1, 0, 4), new ReceivedPaper("Giấy tờ kèm", 1, 0, 2)),
            Originals.GIVEN_BACK,
            channel,
            apology,
            status == PortalStatus.SUPPLEMENT_REQUESTED
                ? List.of("Trích lục bản đồ địa chính thửa đất")
                : List.of(),
            status == PortalStatus.STOPPED || status == PortalStatus.REFUSED
                ? "Nộp nhầm nơi, hồ sơ thuộc xã bên"
                : "",
            "3",
            status == PortalStatus.PAYMENT_REQUESTED ? 8_000 : procedure.fee());
    List<DossierEvent> events = new ArrayList<>();
    for (Stage each : Stage.values()) {
      if (!stage.isBefore(each)) {
        events.add(
            new DossierEvent(
                each.number(),
                in.plusDays(each.number() - 1),
                each == Stage.RECEPTION ? Move.RECEIVE : Move.FORWARD,
                each,
                each == stage ? status : PortalStatus.PROCESSING,
                "Trần Văn Lộc",
                "",
                ""));
      }
    }
    store.write(transaction -> {
      transaction.insert(
          new NewDossier(dossier, events.getFirst(), SECRET, List.of(), Optional.empty()));
      events.stream().skip(1).forEach(event -> transaction.update(dossier, event));
      transaction.viewed(
          code, new LedgerEntry(in.plusHours(2), "Trần Văn Lộc", "tiếp nhận", "Quầy 2"));
      transaction.viewed(
          code, new LedgerEntry(in.plusDays(1), "Lê Thị Hạnh", "thẩm định", "Quầy 4"));
      return true;
    });
    return code;
  }

  static BarcodeEvent receipt(DossierCode code) {
    return new BarcodeEvent.Scanned("test", ScannedCode.receiptText(code, SECRET));
  }

  static BarcodeEvent scan(String text) {
    return new BarcodeEvent.Scanned("test", text);
  }

  static BarcodeEvent cardQr(SimulatedCardProfile card) {
    return scan(cardQrText(card));
  }

  /** The QR of a card, in the layout of 2021. */
  static String cardQrText(SimulatedCardProfile card) {
    return String.join(
        "|",
        card.number(),
        "",
        card.name(),
        date(card.birth()),
        card.sex() == vn.motcua.scanner.chip.Sex.FEMALE ? "Nữ" : "Nam",
        card.residence(),
        date(card.issued()));
  }

  private static String date(LocalDate date) {
    return DateTimeFormatter.ofPattern("ddMMyyyy").format(date);
  }

  @Override
  public void close() throws FaultException {
    readers.close();
    store.close();
    folder.close();
  }
}
