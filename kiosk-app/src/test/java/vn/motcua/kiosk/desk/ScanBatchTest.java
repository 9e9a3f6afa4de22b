package vn.motcua.kiosk.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ColourMode;
import vn.motcua.scanner.paper.PaperSource;
import vn.motcua.scanner.paper.ScanArea;
import vn.motcua.scanner.paper.ScanOutcome;
import vn.motcua.scanner.paper.ScanSettings;
import vn.motcua.scanner.paper.simulated.SimulatedScanDriver;

/** A pile whose files were cut, spoilt, taken away or held by somebody else. */
class ScanBatchTest {
  private static final List<byte[]> SHEETS =
      Stream.of("A", "B", "C", "D", "E").map(Pages::text).toList();

  @TempDir Path root;

  private final SimulatedScanDriver scanner = new SimulatedScanDriver();
  private ScanDesk desk;
  private ScanJob job;

  @BeforeEach
  void open() {
    Path batches = root.resolve("batches");
    desk =
        new ScanDesk(
            List.of(scanner),
            batches,
            new ProfileDesk(
                List.of(scanner),
                new ScanProfiles(root.resolve("profiles"), Clock.systemUTC()),
                root.resolve("tmp")),
            Clock.systemUTC());
    job =
        new ScanJob(
            Optional.of("Chính"),
            scanner.device(),
            new ScanSettings(PaperSource.FEEDER, ColourMode.COLOUR, 300, ScanArea.A4, 77));
  }

  private Path pile(int sheets) throws FaultException {
    scanner.load(SHEETS.subList(0, sheets));
    try (ScanBatch batch = desk.begin()) {
      ScanOutcome outcome =
          desk.scan(batch, ScanOrder.of(job).forPaper("Tờ khai"), page -> {}, new Cancellation());
      assertThat(outcome).isEqualTo(new ScanOutcome.Completed(sheets));
      return batch.folder();
    }
  }

  private static void holds(ScanBatch batch, List<byte[]> sheets) throws IOException {
    assertThat(batch.pages()).hasSameSizeAs(sheets);
    for (int i = 0; i < sheets.size(); i++) {
      assertThat(Files.readAllBytes(batch.pages().get(i))).isEqualTo(sheets.get(i));
    }
  }

  private static String fault(ThrowingCallable work) {
    FaultException thrown = catchThrowableOfType(FaultException.class, work);
    assertThat(thrown).as("a fault was expected").isNotNull();
    return thrown.fault().code();
  }

  @Test
  void thePileSaysHowItWasScannedAndForWhichPaper() throws Exception {
    Path folder = pile(2);
    UnfinishedBatch left = desk.unfinished().getFirst();
    assertThat(left.id()).isEqualTo(folder.getFileName().toString());
    assertThat(left.begun()).isPresent();
    assertThat(left.job()).contains(job);
    assertThat(left.troubles()).isEmpty();
    try (ScanBatch batch = desk.resume(left.id())) {
      assertThat(batch.kept())
          .allSatisfy(page -> {
            assertThat(page.paper()).isEqualTo("Tờ khai");
            assertThat(page.width()).isEqualTo(827);
            assertThat(page.height()).isEqualTo(1169);
            assertThat(page.dpi()).isEqualTo(300);
            assertThat(page.sha256()).isEqualTo(PileFiles.sha256(Files.readAllBytes(page.file())));
          });
    }
  }

  @Test
  void aJournalCutAtAnyByteCostsNoPage() throws Exception {
    Path folder = pile(3);
    byte[] journal = Files.readAllBytes(folder.resolve("journal"));
    String id = folder.getFileName().toString();
    for (int length = 0; length <= journal.length; length++) {
      Files.write(folder.resolve("journal"), Arrays.copyOf(journal, length));
      assertThat(desk.unfinished().getFirst().pages()).as("cut at %d", length).isEqualTo(3);
      if (length % 7 != 0 && length < journal.length && journal[length] != '\n') {
        continue; // mending forces the disk: not after every byte
      }
      try (ScanBatch batch = desk.resume(id)) {
        holds(batch, SHEETS.subList(0, 3));
        assertThat(batch.troubles()).isEmpty();
      }
      assertThat(BatchJournal.read(folder).whole()).as("mended after %d", length).isTrue();
      assertThat(BatchJournal.read(folder).entries())
          .filteredOn(JournalEntry.Page.class::isInstance)
          .hasSize(3);
    }
    Files.delete(folder.resolve("journal"));
    try (ScanBatch batch = desk.resume(id)) {
      holds(batch, SHEETS.subList(0, 3));
    }
  }

  @Test
  void anyByteOfTheJournalMaySpoil() throws Exception {
    Path folder = pile(2);
    byte[] journal = Files.readAllBytes(folder.resolve("journal"));
    for (int at = 0; at < journal.length; at++) {
      byte[] spoilt = journal.clone();
      spoilt[at] ^= 0x15;
      Files.write(folder.resolve("journal"), spoilt);
      try (ScanBatch batch = desk.resume(folder.getFileName().toString())) {
        holds(batch, SHEETS.subList(0, 2));
        assertThat(batch.troubles()).as("byte %d", at).isEmpty();
      }
    }
  }

  @Test
  void aDamagedPageIsSetAsideAndNamedAgainAndAgain() throws Exception {
    Path folder = pile(4);
    Path second = folder.resolve("0002.png");
    byte[] bytes = Files.readAllBytes(second);
    bytes[bytes.length / 2] ^= 1;
    Files.write(second, bytes);
    Files.delete(folder.resolve("0004.png"));
    List<PageTrouble> expected =
        List.of(
            new PageTrouble(2, PageTrouble.Kind.DAMAGED),
            new PageTrouble(4, PageTrouble.Kind.MISSING));
    for (int round = 0; round < 3; round++) {
      assertThat(desk.unfinished().getFirst().troubles()).isEqualTo(expected);
      try (ScanBatch batch = desk.resume(folder.getFileName().toString())) {
        assertThat(batch.troubles()).isEqualTo(expected);
        holds(batch, List.of(SHEETS.get(0), SHEETS.get(2)));
      }
      assertThat(folder.resolve("0002.png.damaged")).hasBinaryContent(bytes);
      if (round == 1) {
        Files.delete(folder.resolve("journal"));
        expected = expected.subList(0, 1); // a page lost from the end: only the journal knew
      }
    }
    scanner.load(SHEETS.subList(4, 5));
    try (ScanBatch batch = desk.resume(folder.getFileName().toString())) {
      desk.scan(batch, ScanOrder.of(job), page -> {}, new Cancellation());
      assertThat(batch.kept()).extracting(KeptPage::number).containsExactly(1, 3, 4);
      holds(batch, List.of(SHEETS.get(0), SHEETS.get(2), SHEETS.get(4)));
    }
  }

  @Test
  void aCutPageIsNeverUsedWhateverTheJournalKnows() throws Exception {
    Path folder = pile(2);
    byte[] whole = Files.readAllBytes(folder.resolve("0002.png"));
    byte[] journal = Files.readAllBytes(folder.resolve("journal"));
    for (boolean told : new boolean[] {true, false}) {
      for (int cut = 1; cut < whole.length; cut += whole.length / 7) {
        Files.write(folder.resolve("0002.png"), Arrays.copyOf(whole, whole.length - cut));
        if (told) {
          Files.write(folder.resolve("journal"), journal);
        } else {
          Files.deleteIfExists(folder.resolve("journal"));
        }
        try (ScanBatch batch = desk.resume(folder.getFileName().toString())) {
          holds(batch, SHEETS.subList(0, 1));
          assertThat(batch.troubles())
              .containsExactly(new PageTrouble(2, PageTrouble.Kind.DAMAGED));
        }
        Files.delete(folder.resolve("0002.png.damaged"));
      }
    }
  }

  @Test
  void whatWasBeingWrittenIsNoPageAndAnotherPageOfThatNumberIsNotMixedUp() throws Exception {
    Path folder = pile(1);
    Files.write(folder.resolve("0002.png.part"), Arrays.copyOf(SHEETS.get(1), 500));
    Files.write(folder.resolve("0001.jpg"), new byte[] {1, 2, 3});
    try (ScanBatch batch = desk.resume(folder.getFileName().toString())) {
      holds(batch, SHEETS.subList(0, 1));
      assertThat(folder.resolve("0002.png.part")).doesNotExist();
      assertThat(folder.resolve("0001.jpg.damaged")).exists();
      assertThat(batch.troubles()).isEmpty();
    }
  }

  @Test
  void oneHolderAtATimeAndAnOldLockFileMeansNothing() throws Exception {
    Path folder = pile(1);
    String id = folder.getFileName().toString();
    assertThat(folder.resolve("lock")).as("left behind").exists();
    try (ScanBatch batch = desk.resume(id)) {
      assertThat(desk.unfinished()).isEmpty();
      assertThat(fault(() -> desk.resume(id))).isEqualTo("BATCH-IN-USE");
      batch.close();
      assertThat(fault(() -> batch.add(null, ""))).isEqualTo("BATCH-IN-USE");
    }
    desk.resume(id).close();
    assertThat(fault(() -> desk.resume("20200101-000000-none"))).isEqualTo("BATCH-NONE");
    assertThat(fault(() -> desk.resume("../batches/" + id))).isEqualTo("BATCH-NONE");
  }

  @Test
  void theFeederStopsAfterAsManyPagesAsWereAskedFor() throws Exception {
    scanner.load(SHEETS);
    try (ScanBatch batch = desk.begin()) {
      List<Path> arrived = new ArrayList<>();
      assertThat(desk.scan(batch, ScanOrder.of(job).atMost(2), arrived::add, new Cancellation()))
          .isEqualTo(new ScanOutcome.Completed(2));
      assertThat(scanner.loaded()).isEqualTo(3);
      assertThat(desk.scan(batch, ScanOrder.of(job), arrived::add, new Cancellation()))
          .isEqualTo(new ScanOutcome.Completed(3));
      holds(batch, SHEETS);
      assertThat(arrived).isEqualTo(batch.pages());
    }
  }

  @Test
  void aFolderThatIsTakenAwayInMidScanStopsTheFeeder() throws Exception {
    scanner.load(SHEETS);
    try (ScanBatch batch = desk.begin()) {
      ScanOutcome outcome =
          desk.scan(
              batch,
              ScanOrder.of(job),
              page -> {
                if (batch.pages().size() == 2) {
                  try {
                    Files.move(batch.folder(), root.resolve("elsewhere"));
                  } catch (IOException e) {
                    throw new IllegalStateException(e);
                  }
                }
              },
              new Cancellation());
      assertThat(outcome)
          .isInstanceOfSatisfying(
              ScanOutcome.Stopped.class,
              stopped -> {
                assertThat(stopped.pages()).isEqualTo(2);
                assertThat(stopped.fault().code()).isEqualTo("STORE-DISK");
              });
      assertThat(scanner.loaded()).as("the rest lies in the feeder").isEqualTo(3);
    }
    Files.move(root.resolve("elsewhere"), root.resolve("batches").resolve("back"));
    try (ScanBatch back = desk.resume("back")) {
      holds(back, SHEETS.subList(0, 2));
      desk.scan(back, ScanOrder.of(job), page -> {}, new Cancellation());
      holds(back, SHEETS);
    }
  }

  @Test
  void aPileIsThrownAwayWholeEvenIfTheMachineDiesMeanwhile() throws Exception {
    Path folder = pile(2);
    desk.discard(desk.resume(folder.getFileName().toString()));
    assertThat(root.resolve("batches")).isEmptyDirectory();
    Path half = pile(2);
    Files.delete(half.resolve("0001.png"));
    Files.move(half, half.resolveSibling(half.getFileName() + ".gone"));
    assertThat(desk.unfinished()).isEmpty();
    assertThat(root.resolve("batches")).isEmptyDirectory();
  }
}
