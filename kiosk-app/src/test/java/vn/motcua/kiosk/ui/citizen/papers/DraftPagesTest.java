package vn.motcua.kiosk.ui.citizen.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.AppFaults;
import vn.motcua.kiosk.desk.CitizenDesks;
import vn.motcua.kiosk.desk.DeskFault;
import vn.motcua.kiosk.desk.DraftDesk;
import vn.motcua.kiosk.desk.DraftScans;
import vn.motcua.kiosk.desk.KeptPage;
import vn.motcua.kiosk.desk.ScanDesk;
import vn.motcua.kiosk.desk.ScanProfile;
import vn.motcua.kiosk.desk.TestStaff;
import vn.motcua.kiosk.store.DataFolder;
import vn.motcua.kiosk.store.DossierStore;
import vn.motcua.kiosk.store.Drafts;
import vn.motcua.kiosk.ui.citizen.CitizenTexts;
import vn.motcua.kiosk.ui.citizen.Page;
import vn.motcua.kiosk.ui.counter.CounterWorld;
import vn.motcua.kiosk.ui.kit.Background;
import vn.motcua.kiosk.ui.kit.keyboard.Manner;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ScanSettings;
import vn.motcua.scanner.paper.simulated.SimulatedScanDriver;

/** Papers that a citizen scans at the terminal go with the draft, or with the citizen. */
class DraftPagesTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final Clock CLOCK =
      Clock.fixed(LocalDateTime.parse("2026-11-26T09:00").atZone(ZONE).toInstant(), ZONE);
  private static final String WAY = "Máy dân";

  @TempDir Path root;
  private final SimulatedScanDriver scanner = new SimulatedScanDriver();
  private final LinkedBlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
  private final FakeTerminal terminal = new FakeTerminal();
  private DataFolder folder;
  private DossierStore store;
  private CitizenDesks desks;
  private PapersModel model;

  @BeforeEach
  void open() throws Exception {
    folder = DataFolder.open(root);
    store = DossierStore.open(folder, CLOCK);
    ScanDesk counter = new ScanDesk(List.of(scanner), folder, store, CLOCK);
    counter.profiles().profiles().make(ScanProfile.of(WAY, scanner.device(), ScanSettings.ARCHIVE));
    CitizenDesks without = TestStaff.citizens(store, folder, counter, CLOCK);
    ScanDesk own =
        new ScanDesk(
            List.of(scanner), folder.temporary().resolve("drafts"), counter.profiles(), CLOCK);
    desks =
        new CitizenDesks(
            without.papers(), without.drafts(), new DraftScans(own, WAY), without.clips(), "");
    model =
        new PapersModel(
            terminal,
            new Background(screen::add),
            desks,
            new PhoneText(
                CitizenTexts.with(AppFaults.sentences()), vn.motcua.kiosk.desk.Samples.CENTRE),
            (_, _) -> () -> {},
            CLOCK);
    terminal.onHome = model::forget;
    model.enter(Manner.USUAL);
    model.draft().prepare(desks.papers().needs(desks.papers().find("1.001193").orElseThrow()));
    model.draft().forWhom(false);
    model.draft().type();
    "DDinh Thij Mai".chars().forEach(key -> model.key((char) key));
    model.enter();
    for (int i = 0; i < 4; i++) {
      model.draft().skip();
    }
    assertThat(terminal.state().page()).isInstanceOf(PapersPage.Check.class);
  }

  @AfterEach
  void close() {
    store.close();
    folder.close();
  }

  private void until(BooleanSupplier met) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!met.getAsBoolean()) {
      Runnable next = screen.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
      if (next == null) {
        throw new AssertionError("it did not come to that");
      }
      next.run();
    }
  }

  private void scan(String paper, int pages) throws InterruptedException {
    scanner.load(Stream.generate(() -> CounterWorld.page(paper)).limit(pages).toList());
    model.draft().scan(paper);
    until(
        () -> terminal.state().page() instanceof PapersPage.Scan page && page.running().isEmpty());
  }

  private long pagesOnDisk() throws Exception {
    try (Stream<Path> files = Files.walk(folder.temporary())) {
      return files
          .filter(file -> file.toString().endsWith(".png") || file.toString().endsWith(".jpg"))
          .count();
    }
  }

  @Test
  void pagesGoWithTheDraftUnderTheirPapers() throws Exception {
    model.draft().scanPapers();
    scan("Tờ khai đăng ký khai sinh", 2);
    scan("Giấy chứng sinh", 1);
    assertThat(pagesOnDisk()).isEqualTo(3);
    assertThat(((PapersPage.Scan) terminal.state().page()).pages())
        .containsEntry("Tờ khai đăng ký khai sinh", 2)
        .containsEntry("Giấy chứng sinh", 1);
    model.draft().scanned();
    model.draft().handOut();
    PapersPage.Handed handed = (PapersPage.Handed) terminal.state().page();
    assertThat(handed.kept().pages()).isEqualTo(3);
    assertThat(pagesOnDisk()).as("sealed now, and gone from here").isZero();
    DraftDesk.Taken taken = desks.drafts().take(handed.kept().code());
    assertThat(taken.batch().orElseThrow().kept())
        .extracting(KeptPage::paper)
        .containsExactly(
            "Tờ khai đăng ký khai sinh", "Tờ khai đăng ký khai sinh", "Giấy chứng sinh");
    taken.batch().orElseThrow().close();
  }

  @Test
  void aFeederThatIsNeverEmptyIsStoppedAndTold() throws Exception {
    model.draft().scanPapers();
    byte[] page = CounterWorld.page("nữa");
    scanner.load(java.util.Collections.nCopies(3 * DraftDesk.MOST_PAGES, page));
    model.draft().scan("Giấy chứng sinh");
    until(
        () -> terminal.state().page() instanceof PapersPage.Scan scan && scan.running().isEmpty());
    assertThat(((PapersPage.Scan) terminal.state().page()).fault())
        .contains(new DeskFault.DraftPages());
    assertThat(pagesOnDisk()).isLessThan(2L * DraftDesk.MOST_PAGES);
    model.draft().dropPages();
    assertThat(pagesOnDisk()).isZero();
  }

  @Test
  void pagesGoWhenTheCitizenLeaves() throws Exception {
    model.draft().scanPapers();
    scan("Giấy chứng sinh", 2);
    assertThat(pagesOnDisk()).isEqualTo(2);
    terminal.home();
    assertThat(pagesOnDisk()).isZero();
    assertThat(new Drafts(store).count()).isZero();
  }

  @Test
  void pagesThatArriveAfterTheCitizenHasLeftGoToo() throws Exception {
    model.draft().scanPapers();
    scanner.load(List.of(CounterWorld.page("muộn")));
    model.draft().scan("Giấy chứng sinh");
    terminal.home();
    // The scanner's thread tells of its pile only now: it is thrown away at once.
    Runnable began = screen.poll(30, TimeUnit.SECONDS);
    assertThat(began).isNotNull();
    began.run();
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (pagesOnDisk() > 0 && System.nanoTime() < end) {
      Runnable next = screen.poll(50, TimeUnit.MILLISECONDS);
      if (next != null) {
        next.run();
      }
    }
    assertThat(pagesOnDisk()).isZero();
    assertThat(terminal.state().page()).isEqualTo(new Page.Home());
  }

  @Test
  void anEmptyScannerIsToldAndAProfileThatIsGoneToo() throws Exception {
    model.draft().scanPapers();
    model.draft().scan("Giấy chứng sinh");
    until(
        () -> terminal.state().page() instanceof PapersPage.Scan page && page.fault().isPresent());
    DraftScans gone =
        new DraftScans(
            new ScanDesk(
                List.of(scanner),
                folder.temporary().resolve("x"),
                new ScanDesk(List.of(scanner), folder, store, CLOCK).profiles(),
                CLOCK),
            "không có");
    var batch = gone.begin();
    assertThatThrownBy(() -> gone.scan(batch, "x", () -> {}, new Cancellation()))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("PROFILE");
    gone.discard(batch);
    assertThat(gone.isOffered()).isTrue();
    assertThat(new DraftScans(new ScanDesk(List.of(), folder, store, CLOCK), " ").isOffered())
        .isFalse();
  }
}
