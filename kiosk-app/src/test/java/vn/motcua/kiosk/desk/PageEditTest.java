package vn.motcua.kiosk.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.dossier.RemovalReason;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ScanOutcome;
import vn.motcua.scanner.paper.ScanSettings;
import vn.motcua.scanner.paper.simulated.SimulatedScanDriver;

/** What is done with single pages of a pile, and what of it outlives the machine. */
class PageEditTest {
  private static final Instant NOW = Instant.parse("2026-11-20T08:10:00Z");
  private static final String HA = "Lê Thị Hà";

  @TempDir Path root;

  private final SimulatedScanDriver scanner = new SimulatedScanDriver();
  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private ScanDesk desk;
  private int sheets;

  @BeforeEach
  void open() {
    desk =
        new ScanDesk(
            List.of(scanner),
            root.resolve("batches"),
            new ProfileDesk(
                List.of(scanner),
                new ScanProfiles(root.resolve("profiles"), clock),
                root.resolve("tmp")),
            clock);
  }

  private ScanOrder order() {
    return ScanOrder.of(new ScanJob(Optional.of("Chính"), scanner.device(), ScanSettings.ARCHIVE))
        .forPaper("Tờ khai")
        .by(HA);
  }

  private void scan(ScanBatch batch, int pages, PagePlace place) {
    scanner.load(IntStream.range(0, pages).mapToObj(_ -> Pages.small(sheets++)).toList());
    assertThat(desk.scan(batch, order().at(place), _ -> {}, new Cancellation()))
        .isEqualTo(new ScanOutcome.Completed(pages));
  }

  private List<PageEdit> edit(ScanBatch batch, PageEdit... edits) throws FaultException {
    return desk.edit(batch, List.of(edits), HA);
  }

  private static List<Integer> kept(ScanBatch batch) {
    return batch.kept().stream().map(KeptPage::number).toList();
  }

  private static List<Integer> all(ScanBatch batch) {
    return batch.listing().stream().map(PilePage::number).toList();
  }

  private static PilePage page(ScanBatch batch, int number) {
    return batch.listing().stream()
        .filter(page -> page.number() == number)
        .findFirst()
        .orElseThrow();
  }

  /** Gives it back and takes it up again: everything must be in the journal. */
  private ScanBatch again(ScanBatch batch) throws FaultException {
    List<PilePage> before = batch.listing();
    batch.close();
    ScanBatch after = desk.resume(batch.id());
    assertThat(after.listing()).isEqualTo(before);
    assertThat(BatchJournal.read(after.folder()).whole()).isTrue();
    return after;
  }

  @Test
  void aPageThatIsTakenOutStaysOnDiskAndComesBackToItsPlace() throws Exception {
    ScanBatch batch = desk.begin();
    scan(batch, 4, PagePlace.end());
    List<PageEdit> undo = edit(batch, new PageEdit.Remove(2, RemovalReason.BLANK));
    assertThat(kept(batch)).containsExactly(1, 3, 4);
    batch = again(batch);
    assertThat(page(batch, 2).removal()).contains(new Removal(RemovalReason.BLANK, HA, NOW, 0));
    assertThat(page(batch, 2).picture().orElseThrow().file()).hasBinaryContent(Pages.small(1));
    assertThat(desk.unfinished()).isEmpty();
    desk.edit(batch, undo, HA);
    assertThat(kept(batch)).containsExactly(1, 2, 3, 4);
    again(batch).close();
    assertThat(desk.unfinished().getFirst().pages()).isEqualTo(4);
  }

  @Test
  void aPileOfWhichAllWasTakenOutIsStillOffered() throws Exception {
    try (ScanBatch batch = desk.begin()) {
      scan(batch, 1, PagePlace.end());
      edit(batch, new PageEdit.Remove(1, RemovalReason.WRONG));
    }
    assertThat(desk.unfinished()).singleElement().returns(0, UnfinishedBatch::pages);
  }

  @Test
  void theNextPageTakesThePlaceOfABadOne() throws Exception {
    ScanBatch batch = desk.begin();
    scan(batch, 3, PagePlace.end());
    edit(batch, new PageEdit.Note(1, 2));
    assertThat(page(batch, 1).twin()).contains(2);
    List<PageEdit> back = edit(batch, new PageEdit.Assign(2, "Giấy chứng sinh"));
    assertThat(page(batch, 1).twin()).as("not across papers").isEmpty();
    desk.edit(batch, back, HA);
    scanner.load(List.of(Pages.small(70), Pages.small(71)));
    desk.scan(batch, order().at(new PagePlace.InsteadOf(2)), _ -> {}, new Cancellation());
    assertThat(scanner.loaded()).as("one page takes the place of one").isEqualTo(1);
    batch = again(batch);
    assertThat(kept(batch)).containsExactly(1, 4, 3);
    assertThat(page(batch, 2).removal()).contains(new Removal(RemovalReason.REPLACED, HA, NOW, 4));
    assertThat(page(batch, 1).twin()).as("the note's other half").contains(4);
    assertThat(fault(batch, new PagePlace.InsteadOf(2))).isEqualTo("BATCH-PAGE");
    assertThat(fault(batch, new PagePlace.Before(99))).isEqualTo("BATCH-PAGE");
    edit(batch, new PageEdit.Restore(2), new PageEdit.Remove(4, RemovalReason.REPLACED));
    assertThat(kept(batch)).containsExactly(1, 2, 3);
    batch.close();
  }

  private String fault(ScanBatch batch, PagePlace place) {
    scanner.load(List.of(Pages.small(80)));
    ScanOutcome outcome = desk.scan(batch, order().at(place), _ -> {}, new Cancellation());
    assertThat(scanner.loaded()).as("the sheet still lies there").isGreaterThanOrEqualTo(1);
    return ((ScanOutcome.Stopped) outcome).fault().code();
  }

  @Test
  void pagesAreInsertedAndMovedAndTheOrderIsThatOfTheJournal() throws Exception {
    ScanBatch batch = desk.begin();
    scan(batch, 3, PagePlace.end());
    scan(batch, 2, new PagePlace.Before(2));
    assertThat(kept(batch)).containsExactly(1, 4, 5, 2, 3);
    scan(batch, 1, PagePlace.end());
    List<PageEdit> undo = edit(batch, new PageEdit.Move(6, 1), new PageEdit.Move(4, 0));
    batch = again(batch);
    assertThat(all(batch)).containsExactly(6, 1, 5, 2, 3, 4);
    assertThat(batch.pages().getFirst().getFileName()).hasToString("0006.png");
    desk.edit(batch, undo, HA);
    assertThat(all(batch)).containsExactly(1, 4, 5, 2, 3, 6);
    batch.close();
  }

  @Test
  void whatMakesNoSenseChangesNothing() throws Exception {
    try (ScanBatch batch = desk.begin()) {
      scan(batch, 3, PagePlace.end());
      edit(batch, new PageEdit.Note(1, 2));
      final byte[] journal = Files.readAllBytes(batch.journal());
      for (PageEdit wrong :
          List.of(
              new PageEdit.Remove(9, RemovalReason.BLANK),
              new PageEdit.Restore(1),
              new PageEdit.Move(1, 1),
              new PageEdit.Move(1, 9),
              new PageEdit.Note(2, 3),
              new PageEdit.Note(3, 1),
              new PageEdit.Note(3, 3),
              new PageEdit.NoNote(3))) {
        FaultException thrown =
            catchThrowableOfType(
                FaultException.class,
                () -> edit(batch, new PageEdit.Remove(3, RemovalReason.TWICE), wrong));
        assertThat(thrown).as("%s", wrong).isNotNull();
        assertThat(thrown.fault()).isEqualTo(new BatchFault.PageChanged());
      }
      assertThat(kept(batch)).containsExactly(1, 2, 3);
      assertThat(batch.journal()).hasBinaryContent(journal);
    }
  }

  /** A pile on which everything was done once. */
  private ScanBatch worked() throws FaultException {
    ScanBatch batch = desk.begin();
    scan(batch, 4, PagePlace.end());
    edit(batch, new PageEdit.Remove(2, RemovalReason.BLANK));
    scan(batch, 1, new PagePlace.InsteadOf(3));
    scan(batch, 2, new PagePlace.Before(1));
    edit(batch, new PageEdit.Move(4, 1), new PageEdit.Note(6, 7));
    edit(batch, new PageEdit.Assign(1, "Giấy chứng sinh"));
    return batch;
  }

  @Test
  void aJournalCutAnywhereLosesNoPageAndForgetsOnlyTheLastSteps() throws Exception {
    cut(23);
  }

  @Test
  @Tag("long")
  void aJournalCutAtAnyByteLosesNoPageAndForgetsOnlyTheLastSteps() throws Exception {
    cut(1);
  }

  /** Cuts around the ends of all lines, and at every {@code step}th byte. */
  private void cut(int step) throws Exception {
    ScanBatch batch = worked();
    Path folder = batch.folder();
    final List<PilePage> whole = batch.listing();
    byte[] journal = Files.readAllBytes(batch.journal());
    batch.close();
    Set<List<Integer>> orders = new HashSet<>();
    for (int length = 0; length <= journal.length; length++) {
      boolean lineEnds = length == journal.length || journal[length] == '\n';
      boolean lineBegins = length > 0 && journal[length - 1] == '\n';
      if (!lineEnds && !lineBegins && length % step != 0) {
        continue;
      }
      Files.write(folder.resolve("journal"), Arrays.copyOf(journal, length));
      List<PilePage> seen = BatchSurvey.of(folder).pages();
      assertThat(seen)
          .as("cut at %d", length)
          .extracting(PilePage::number)
          .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7);
      assertThat(seen).allMatch(page -> page.picture().isPresent());
      orders.add(seen.stream().map(PilePage::number).toList());
      if (lineEnds) { // what comes out is the same within a line, and mending forces the disk
        try (ScanBatch cut = desk.resume(batch.id())) {
          assertThat(cut.listing()).as("mended after %d", length).isEqualTo(seen);
          assertThat(BatchJournal.read(folder).whole()).isTrue();
        }
        assertThat(BatchSurvey.of(folder).pages()).as("after %d", length).isEqualTo(seen);
      }
    }
    assertThat(orders).hasSizeGreaterThan(2);
    Files.write(folder.resolve("journal"), journal);
    try (ScanBatch back = desk.resume(batch.id())) {
      assertThat(back.listing()).isEqualTo(whole);
    }
  }

  @Test
  void aSpoiltByteNeverTakesAPageOut() throws Exception {
    spoil(19);
  }

  @Test
  @Tag("long")
  void noSpoiltByteEverTakesAPageOut() throws Exception {
    spoil(1);
  }

  private void spoil(int step) throws Exception {
    ScanBatch batch = worked();
    final Set<Integer> out = Set.of(2, 3);
    byte[] journal = Files.readAllBytes(batch.journal());
    batch.close();
    for (int at = 0; at < journal.length; at++) {
      if (at % step != 0 && journal[at] != '\n') {
        continue;
      }
      byte[] spoilt = journal.clone();
      spoilt[at] ^= 0x15;
      Files.write(batch.journal(), spoilt);
      List<PilePage> seen = BatchSurvey.of(batch.folder()).pages();
      assertThat(seen)
          .as("byte %d", at)
          .extracting(PilePage::number)
          .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7);
      assertThat(out)
          .as("byte %d", at)
          .containsAll(
              seen.stream()
                  .filter(page -> !page.isKept())
                  .map(PilePage::number)
                  .collect(Collectors.toSet()));
    }
  }

  @Test
  void aPageWhoseLineWasNeverWrittenGoesWhereTheScannerWasSentFor() throws Exception {
    ScanBatch batch = desk.begin();
    scan(batch, 3, PagePlace.end());
    scan(batch, 1, new PagePlace.InsteadOf(2));
    byte[] journal = Files.readAllBytes(batch.journal());
    batch.close();
    int last = new String(journal, StandardCharsets.ISO_8859_1).lastIndexOf("\"page\":4") - 10;
    Files.write(batch.journal(), Arrays.copyOf(journal, last));
    try (ScanBatch back = desk.resume(batch.id())) {
      assertThat(kept(back)).containsExactly(1, 4, 3);
      assertThat(page(back, 2).removal().orElseThrow().by()).isEqualTo(4);
    }
  }

  @Test
  void aDamagedPageIsReplacedAtItsPlaceOrGivenUp() throws Exception {
    ScanBatch batch = desk.begin();
    scan(batch, 4, PagePlace.end());
    batch.close();
    for (int number : new int[] {2, 4}) {
      Path file = batch.folder().resolve(String.format(Locale.ROOT, "%04d.png", number));
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= 1;
      Files.write(file, bytes);
    }
    batch = desk.resume(batch.id());
    assertThat(batch.troubles()).extracting(PageTrouble::number).containsExactly(2, 4);
    assertThat(all(batch)).containsExactly(1, 2, 3, 4);
    scan(batch, 1, new PagePlace.InsteadOf(2));
    assertThat(kept(batch)).containsExactly(1, 5, 3);
    assertThat(batch.troubles()).extracting(PageTrouble::number).containsExactly(4);
    List<PageEdit> undo = edit(batch, new PageEdit.Remove(4, RemovalReason.WRONG));
    assertThat(batch.troubles()).isEmpty();
    batch = again(batch);
    assertThat(batch.troubles()).isEmpty();
    desk.edit(batch, undo, HA);
    assertThat(batch.troubles()).extracting(PageTrouble::number).containsExactly(4);
    batch.close();
    assertThat(desk.unfinished().getFirst().troubles()).hasSize(1);
  }

  @Test
  void aLostPageKeepsItsPlaceEvenIfTheJournalIsLost() throws Exception {
    ScanBatch batch = desk.begin();
    scan(batch, 3, PagePlace.end());
    batch.close();
    Files.write(batch.folder().resolve("0002.png"), new byte[] {1, 2, 3});
    Files.delete(batch.journal());
    batch = desk.resume(batch.id());
    assertThat(all(batch)).containsExactly(1, 2, 3);
    scan(batch, 1, new PagePlace.InsteadOf(2));
    assertThat(kept(batch)).containsExactly(1, 4, 3);
    batch = again(batch);
    assertThat(kept(batch)).containsExactly(1, 4, 3);
    assertThat(batch.troubles()).isEmpty();
    batch.close();
  }

  @Test
  void aJournalOfTheFirstVersionIsReadAndGoneOnWith() throws Exception {
    ScanBatch batch = desk.begin();
    scan(batch, 2, PagePlace.end());
    List<String> old = new ArrayList<>();
    old.add("{\"begun\":\"2026-11-01T01:00:00Z\"}");
    old.add(
        "{\"sent\":\"2026-11-01T01:00:01Z\",\"paper\":\"Tờ khai\",\"device\":\""
            + scanner.device()
            + "\",\"source\":\"FEEDER\",\"mode\":\"COLOUR\",\"dpi\":300,\"quality\":85,"
            + "\"area\":[0.0,0.0,-1.0,-1.0]}");
    for (KeptPage page : batch.kept()) {
      old.add(
          "{\"page\":%d,\"file\":\"%s\",\"sha256\":\"%s\",\"width\":50,\"height\":80,"
                  .formatted(page.number(), page.file().getFileName(), page.sha256())
              + "\"dpi\":300,\"paper\":\"Tờ khai\"}");
    }
    batch.close();
    StringBuilder lines = new StringBuilder();
    for (String json : old) {
      CRC32 sum = new CRC32();
      sum.update(json.getBytes(StandardCharsets.UTF_8));
      lines.append(String.format(Locale.ROOT, "%08x %s%n", sum.getValue(), json));
    }
    Files.writeString(batch.journal(), lines.toString().replace("\r", ""));
    assertThat(BatchJournal.read(batch.folder()).whole()).isTrue();
    batch = desk.resume(batch.id());
    assertThat(batch.kept()).extracting(KeptPage::paper).containsExactly("Tờ khai", "Tờ khai");
    edit(batch, new PageEdit.Move(2, 1));
    again(batch).close();
    assertThat(desk.unfinished().getFirst().begun())
        .contains(Instant.parse("2026-11-01T01:00:00Z"));
  }

  @Test
  void pagesMayBeChangedWhileOthersAreComing() throws Exception {
    try (ScanBatch batch = desk.begin()) {
      scanner.load(IntStream.range(0, 6).mapToObj(Pages::small).toList());
      desk.scan(
          batch,
          order(),
          _ -> {
            try {
              int number = batch.listing().size();
              if (number % 2 == 0) {
                edit(batch, new PageEdit.Remove(number, RemovalReason.TWICE));
              }
            } catch (FaultException e) {
              throw new IllegalStateException(e);
            }
          },
          new Cancellation());
      assertThat(kept(batch)).containsExactly(1, 3, 5);
      assertThat(all(batch)).hasSize(6);
    }
  }
}
