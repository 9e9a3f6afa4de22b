package vn.motcua.kiosk.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.citizen.CitizenNumber;
import vn.motcua.kiosk.dossier.Originals;
import vn.motcua.kiosk.dossier.Party;
import vn.motcua.kiosk.dossier.PortalStatus;
import vn.motcua.kiosk.dossier.Procedure;
import vn.motcua.kiosk.dossier.ReceivedPaper;
import vn.motcua.kiosk.dossier.RemovalReason;
import vn.motcua.kiosk.dossier.ReturnChannel;
import vn.motcua.kiosk.forms.ReceiptForm;
import vn.motcua.kiosk.paper.Digitiser;
import vn.motcua.kiosk.store.Blob;
import vn.motcua.kiosk.store.DataFolder;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.kiosk.store.Durable;
import vn.motcua.kiosk.store.KeptFile;
import vn.motcua.kiosk.store.RemovedPage;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ScanFault;
import vn.motcua.scanner.paper.ScanOutcome;
import vn.motcua.scanner.paper.ScanSettings;
import vn.motcua.scanner.paper.ScannerId;
import vn.motcua.scanner.paper.simulated.SimulatedScanDriver;

class IntakeDeskTest {
  private static final Clock CLOCK = Samples.at("2026-11-20T15:10:00");
  private static final Party MAI = Samples.party("051191407263", "Đinh Thị Mai");

  @TempDir Path folder;
  private final SimulatedScanDriver scanner = new SimulatedScanDriver();
  private DataFolder data;
  private DossierStore store;
  private ScanDesk scans;
  private Digitiser digitiser;
  private IntakeDesk desk;

  @BeforeEach
  void open() throws FaultException {
    data = DataFolder.open(folder.resolve("data"));
    store = DossierStore.open(data, CLOCK);
    scans = new ScanDesk(List.of(scanner), data, store, CLOCK);
    digitiser = new Digitiser(CLOCK);
    desk =
        new IntakeDesk(
            store,
            data,
            TestStaff.RULES,
            Samples.CALENDAR,
            Samples.CENTRE,
            scans,
            digitiser,
            new ReceiptForm(CLOCK),
            CLOCK,
            new Random(1));
  }

  @AfterEach
  void close() {
    digitiser.close();
    store.close();
    data.close();
  }

  private ScanBatch scan(int pages) throws FaultException {
    List<byte[]> pictures = new ArrayList<>();
    for (int i = 1; i <= pages; i++) {
      pictures.add(Pages.text("TRANG " + i));
    }
    scanner.load(pictures);
    ScanBatch batch = scans.begin();
    List<Path> arrived = new ArrayList<>();
    ScanOutcome outcome =
        scans.scan(
            batch,
            scanner.device(),
            ScanSettings.ARCHIVE,
            page -> {
              assertThat(page).isNotEmptyFile();
              arrived.add(page);
            },
            new Cancellation());
    assertThat(outcome).isEqualTo(new ScanOutcome.Completed(pages));
    assertThat(batch.pages()).isEqualTo(arrived);
    return batch;
  }

  private static Intake intake(Party applicant, int pages, Optional<ScanBatch> batch) {
    return intake(applicant, "1.001193", pages, batch);
  }

  private static Intake intake(
      Party applicant, String procedure, int pages, Optional<ScanBatch> batch) {
    return new Intake(
        applicant,
        applicant,
        Samples.procedure(procedure),
        List.of(new ReceivedPaper("Tờ khai đăng ký khai sinh", 1, 0, pages)),
        Originals.HELD,
        ReturnChannel.COUNTER,
        batch,
        "Lê Thị Hà",
        "2");
  }

  @Test
  void makesOfPaperADossierThatItsReceiptOpens() throws Exception {
    ScanBatch batch = scan(2);
    Received received = desk.receive(intake(MAI, 2, Optional.of(batch)));

    assertThat(received.dossier().code().value()).isEqualTo("H48.125.16-261120-0001");
    assertThat(received.dossier().status()).isEqualTo(PortalStatus.ACCEPTED);
    assertThat(received.dossier().due().orElseThrow().date())
        .as("a same-day procedure, received after 15:00 on a Friday")
        .isEqualTo(LocalDate.of(2026, 11, 23));
    assertThat(store.find(received.dossier().code())).contains(received.dossier());
    assertThat(store.opens(received.dossier().code(), received.secret())).isTrue();
    assertThat(store.files(received.dossier().code()))
        .extracting(KeptFile::kind)
        .containsExactly(KeptFile.Kind.ARCHIVE, KeptFile.Kind.RECEIPT, KeptFile.Kind.PAGE_LOG);
    assertThat(store.ofCitizen(new CitizenNumber("051191407263"))).hasSize(1);

    try (PDDocument archive =
        Loader.loadPDF(plain(received, received.archives().getFirst().blob()).toFile())) {
      assertThat(archive.getNumberOfPages()).isEqualTo(2);
      assertThat(new PDFTextStripper().getText(archive)).contains("TRANG 1", "TRANG 2");
    }
    try (PDDocument receipt = Loader.loadPDF(received.receipt().toFile())) {
      String text = new PDFTextStripper().getText(receipt);
      assertThat(text)
          .contains(received.dossier().code().value(), received.secret().value(), "Đinh Thị Mai")
          .doesNotContain("051191407263");
    }
    assertThat(data.batches()).isEmptyDirectory();
    desk.putAway();
    assertThat(data.temporary()).isEmptyDirectory();
    assertThat(batch.pages()).noneMatch(Files::exists);
  }

  private ScanBatch twoPapers() throws FaultException {
    ScanBatch batch = scan(4);
    scans.edit(
        batch,
        List.of(
            new PageEdit.Assign(1, "Giấy chứng sinh"),
            new PageEdit.Assign(2, "Tờ khai"),
            new PageEdit.Assign(3, "Tờ khai"),
            new PageEdit.Assign(4, "Giấy chứng sinh"),
            new PageEdit.Note(2, 3),
            new PageEdit.Remove(4, RemovalReason.BLANK)),
        "Lê Thị Hà");
    return batch;
  }

  private static Intake twoPapers(ScanBatch batch, int declared, int born) {
    return new Intake(
        MAI,
        MAI,
        Samples.procedure("1.001193"),
        List.of(
            new ReceivedPaper("Tờ khai", 1, 0, declared),
            new ReceivedPaper("Chỉ xuất trình", 1, 0, 0),
            new ReceivedPaper("Giấy chứng sinh", 1, 0, born)),
        Originals.HELD,
        ReturnChannel.COUNTER,
        Optional.of(batch),
        "Lê Thị Hà",
        "2");
  }

  @Test
  void eachPaperBecomesADocumentAndWhatWasTakenOutIsKeptAndTold() throws Exception {
    ScanBatch batch = twoPapers();
    byte[] blank = Files.readAllBytes(batch.folder().resolve("0004.png"));
    Received received = desk.receive(twoPapers(batch, 1, 1));

    assertThat(received.archives())
        .extracting(PaperArchive::paper, PaperArchive::images)
        .as("a page with a sticky note gives two images (Đ8.2)")
        .containsExactly(tuple("Tờ khai", 2), tuple("Giấy chứng sinh", 1));
    assertThat(received.dossier().pages()).isEqualTo(2);
    for (PaperArchive archive : received.archives()) {
      try (PDDocument pdf = Loader.loadPDF(plain(received, archive.blob()).toFile())) {
        assertThat(pdf.getDocumentInformation().getTitle()).contains(archive.paper());
        assertThat(new PDFTextStripper().getText(pdf))
            .contains(archive.paper().equals("Tờ khai") ? "TRANG 3" : "TRANG 1")
            .doesNotContain("TRANG 4");
      }
    }
    RemovedPage expected =
        new RemovedPage(
            4,
            "Giấy chứng sinh",
            RemovalReason.BLANK,
            "Lê Thị Hà",
            LocalDateTime.now(CLOCK),
            0,
            received.removed().getFirst().picture());
    assertThat(received.removed()).containsExactly(expected);
    assertThat(store.removedPages(received.dossier().code())).containsExactly(expected);
    assertThat(plain(received, expected.picture().orElseThrow())).hasBinaryContent(blank);
    assertThat(store.files(received.dossier().code()))
        .extracting(KeptFile::kind, KeptFile::paper)
        .containsExactly(
            tuple(KeptFile.Kind.ARCHIVE, "Tờ khai"),
            tuple(KeptFile.Kind.ARCHIVE, "Giấy chứng sinh"),
            tuple(KeptFile.Kind.RECEIPT, ""),
            tuple(KeptFile.Kind.REMOVED_PAGE, "Giấy chứng sinh"),
            tuple(KeptFile.Kind.PAGE_LOG, ""));
    Path log = plain(received, store.files(received.dossier().code()).getLast().blob());
    assertThat(log).content().contains("\"removed\":\"BLANK\"", "\"noteOver\":3");
  }

  private Path plain(Received received, Blob blob) throws Exception {
    Path copy = Files.createTempDirectory(folder, "plain").resolve("file");
    store.blobs().open(blob, received.dossier().code(), copy);
    return copy;
  }

  @Test
  void aReceiptIsShownUntilTheCitizenHasGone() throws Exception {
    Received received = desk.receive(intake(MAI, 1, Optional.of(scan(1))));
    assertThat(received.receipt()).exists();
    desk.putAway();
    assertThat(received.receipt()).doesNotExist();
    assertThat(data.temporary()).isEmptyDirectory();
  }

  @Test
  void eachPaperMustHaveTheCountedPagesNotOnlyTheWholePile() throws Exception {
    ScanBatch batch = twoPapers();
    assertThat(fault(twoPapers(batch, 2, 0))).isEqualTo("INTAKE-INCOMPLETE");
    assertThat(fault(twoPapers(batch, 0, 2))).isEqualTo("INTAKE-INCOMPLETE");
    scans.edit(batch, List.of(new PageEdit.Assign(1, "Giấy lạ")), "");
    assertThat(fault(twoPapers(batch, 1, 1))).as("a paper that is not there").startsWith("INTAKE");
    assertThat(store.count()).isZero();
    assertNoFiles();
  }

  @Test
  void aPileWithADamagedPageIsNotReceived() throws Exception {
    ScanBatch batch = scan(2);
    batch.close();
    Files.write(batch.folder().resolve("0001.png"), new byte[] {7});
    batch = scans.resume(batch.id());
    assertThat(fault(intake(MAI, 1, Optional.of(batch)))).isEqualTo("BATCH-DAMAGED");
    scans.edit(batch, List.of(new PageEdit.Remove(1, RemovalReason.WRONG)), "Lê Thị Hà");
    Received received = desk.receive(intake(MAI, 1, Optional.of(batch)));
    assertThat(received.removed())
        .singleElement()
        .satisfies(page -> assertThat(page.picture()).isEmpty());
  }

  @Test
  void aPileOfWhichAllWasTakenOutGoesAlong() throws Exception {
    ScanBatch batch = scan(1);
    scans.edit(batch, List.of(new PageEdit.Remove(1, RemovalReason.SEPARATOR)), "Lê Thị Hà");
    Received received = desk.receive(intake(MAI, 0, Optional.of(batch)));
    assertThat(received.archives()).isEmpty();
    assertThat(store.removedPages(received.dossier().code())).hasSize(1);
  }

  @Test
  void refusesAWrongCountAndLosesNothing() throws Exception {
    ScanBatch batch = scan(2);
    assertThat(fault(intake(MAI, 1, Optional.of(batch)))).isEqualTo("INTAKE-INCOMPLETE");
    assertThat(fault(intake(MAI, 3, Optional.of(batch)))).isEqualTo("INTAKE-INCOMPLETE");
    assertThat(fault(intake(MAI, 2, Optional.empty()))).isEqualTo("INTAKE-INCOMPLETE");
    for (Party wrong :
        List.of(
            Samples.party("051191407263", " "),
            Samples.party("05119140726", "Mai"),
            Samples.party("' OR 1=1 --", "Mai"))) {
      assertThat(fault(intake(wrong, 2, Optional.of(batch)))).isEqualTo("INTAKE-INCOMPLETE");
    }
    assertThat(batch.pages()).hasSize(2).allMatch(Files::exists);
    assertThat(store.count()).isZero();
    assertNoFiles();
  }

  @Test
  void aPageThatIsNoPictureStopsItAndLeavesNoGapInTheNumbers() throws Exception {
    ScanBatch batch = scan(2);
    byte[] good = Files.readAllBytes(batch.pages().getFirst());
    Durable.write(batch.pages().getFirst(), "not a picture".getBytes(StandardCharsets.UTF_8));
    assertThat(fault(intake(MAI, 2, Optional.of(batch)))).startsWith("PAGE-");
    assertThat(store.count()).isZero();
    assertNoFiles();
    Durable.write(batch.pages().getFirst(), good);
    assertThat(desk.receive(intake(MAI, 2, Optional.of(batch))).dossier().code().value())
        .endsWith("-0001");
  }

  @Test
  void onePileIsReceivedOnce() throws Exception {
    ScanBatch batch = scan(1);
    byte[] page = Files.readAllBytes(batch.pages().getFirst());
    desk.receive(intake(MAI, 1, Optional.of(batch)));
    // As after a crash between the commit and the removal of the pile.
    Files.createDirectories(batch.pages().getFirst().getParent());
    Durable.write(batch.pages().getFirst(), page);
    assertThat(fault(intake(MAI, 1, Optional.of(batch)))).isEqualTo("INTAKE-INCOMPLETE");
    assertThat(store.count()).isEqualTo(1);
    assertThat(store.files(store.list(Optional.empty(), "").getFirst().code()))
        .allMatch(file -> Files.exists(store.blobs().path(file.blob())));
    assertThat(scans.unfinished()).isEmpty();
  }

  @Test
  void twoCountersGetTwoCodes() throws Exception {
    List<Future<Received>> both;
    try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
      both =
          Stream.of("1.000894", "1.004837", "2.000815", "2.000884")
              .map(code -> pool.submit(() -> desk.receive(intake(MAI, code, 0, Optional.empty()))))
              .toList();
    }
    List<String> codes = new ArrayList<>();
    for (Future<Received> received : both) {
      codes.add(received.get().dossier().code().value());
      assertThat(received.get().archives()).isEmpty();
    }
    assertThat(codes)
        .containsExactlyInAnyOrder(
            "H48.125.16-261120-0001",
            "H48.125.16-261120-0002",
            "H48.125.16-261120-0003",
            "H48.125.16-261120-0004");
  }

  @Test
  void aJamKeepsThePagesAndTheRestFollows() throws Exception {
    scanner.load(List.of(Pages.text("A"), Pages.text("B"), Pages.text("C")));
    scanner.fail(new ScanFault.Jam(), 2);
    ScanBatch batch = scans.begin();
    assertThat(run(batch, scanner.device()))
        .isEqualTo(new ScanOutcome.Stopped(new ScanFault.Jam(), 2));
    assertThat(batch.pages()).hasSize(2);
    assertThat(scans.unfinished()).as("somebody holds it").isEmpty();
    final List<Path> before = batch.pages();
    batch.close();
    assertThat(scans.unfinished())
        .singleElement()
        .returns(batch.id(), UnfinishedBatch::id)
        .returns(2, UnfinishedBatch::pages);
    batch = scans.resume(batch.id());
    assertThat(batch.pages()).isEqualTo(before);
    scanner.clear();
    assertThat(run(batch, scanner.device())).isEqualTo(new ScanOutcome.Completed(1));
    assertThat(batch.pages())
        .extracting(page -> page.getFileName().toString())
        .containsExactly("0001.png", "0002.png", "0003.png");
    assertThat(run(batch, new ScannerId("nobody", "x")))
        .isEqualTo(new ScanOutcome.Stopped(new ScanFault.Offline(), 0));
    scans.discard(batch);
    assertThat(data.batches()).isEmptyDirectory();
  }

  @Test
  void findsProceduresAndSaysWhenTheyAreDue() {
    Procedure birth = desk.procedures("khai sinh").getFirst();
    assertThat(birth.code()).isEqualTo("1.001193");
    assertThat(desk.procedures("")).hasSize(40);
    assertThat(desk.dueIfReceivedNow(birth).date()).isEqualTo(LocalDate.of(2026, 11, 23));
  }

  private ScanOutcome run(ScanBatch batch, ScannerId id) {
    return scans.scan(
        batch,
        id,
        ScanSettings.ARCHIVE,
        page -> {
          throw new IllegalStateException("who watches must not stop the scanner");
        },
        new Cancellation());
  }

  private void assertNoFiles() throws IOException {
    try (Stream<Path> files = Files.walk(data.root().resolve("blobs"))) {
      assertThat(files.filter(Files::isRegularFile)).isEmpty();
    }
    assertThat(data.temporary()).isEmptyDirectory();
  }

  private String fault(Intake intake) {
    return WorkDeskTest.fault(() -> desk.receive(intake));
  }
}
