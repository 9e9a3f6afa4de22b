package vn.motcua.kiosk.ui.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.desk.BlankJudge;
import vn.motcua.kiosk.desk.BlankPages;
import vn.motcua.kiosk.desk.PagePlace;
import vn.motcua.kiosk.desk.PageSize;
import vn.motcua.kiosk.desk.Pages;
import vn.motcua.kiosk.desk.PilePage;
import vn.motcua.kiosk.desk.ScanBatch;
import vn.motcua.kiosk.desk.ScanJob;
import vn.motcua.kiosk.desk.ScanOrder;
import vn.motcua.kiosk.desk.ScanProfile;
import vn.motcua.kiosk.dossier.RemovalReason;
import vn.motcua.kiosk.dossier.RequiredPaper;
import vn.motcua.kiosk.ui.kit.Background;
import vn.motcua.kiosk.ui.kit.Errands;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ColourMode;
import vn.motcua.scanner.paper.PaperSource;

/** What an officer does with the pages of the strip, without a window. */
class PageStripTest {
  @TempDir Path root;

  private final BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
  private final PaperLine form = new PaperLine(new RequiredPaper("Tờ khai", 1, 0, true));
  private final PaperLine birth = new PaperLine(new RequiredPaper("Giấy chứng sinh", 1, 0, true));
  private CounterWorld world;
  private ScanModel model;
  private int sheets;

  @BeforeEach
  void open() throws FaultException, IOException {
    world = new CounterWorld(root.resolve("data"), true);
    model = model(BlankJudge.NEVER);
  }

  @AfterEach
  void close() throws FaultException {
    model.close();
    world.close();
  }

  private ScanModel model(BlankJudge blanks) {
    return new ScanModel(
        world.desks.scans(), new Errands(new Background(screen::add)), () -> "Cán bộ Một", blanks);
  }

  private ScanProfile profile(BlankPages blanks) {
    return new ScanProfile(
        "Chính",
        world.scanner.device(),
        PaperSource.FEEDER,
        ColourMode.GREY,
        200,
        PageSize.parse("a4"),
        75,
        blanks,
        "");
  }

  private void scan(PaperLine line, int pages, PagePlace place) throws InterruptedException {
    world.scanner.load(IntStream.range(0, pages).mapToObj(_ -> Pages.small(sheets++)).toList());
    model.scan(line, profile(BlankPages.PROPOSE), place);
    untilTrue(() -> model.running().get().isEmpty());
    assertThat(model.stopped().get()).isEmpty();
  }

  private void untilTrue(BooleanSupplier met) throws InterruptedException {
    while (!met.getAsBoolean()) {
      Runnable next = screen.poll(20, TimeUnit.SECONDS);
      assertThat(next).as("something for the screen to do").isNotNull();
      next.run();
    }
  }

  private PageItem item(int number) {
    return model.strip().find(number).orElseThrow();
  }

  private List<Integer> kept() {
    return model.pages().stream().map(PageItem::number).toList();
  }

  private void until(Integer... numbers) throws InterruptedException {
    untilTrue(() -> kept().equals(List.of(numbers)));
  }

  @Test
  void aPageIsTakenOutCountedAndPutBackByUndo() throws Exception {
    scan(form, 3, PagePlace.end());
    assertThat(form.scanned().get()).isEqualTo(3);
    assertThat(model.actions().undoable().get()).isFalse();
    model.strip().selected().set(Optional.of(2));
    model.actions().remove(item(2), RemovalReason.TWICE);
    until(1, 3);
    assertThat(form.scanned().get()).isEqualTo(2);
    assertThat(model.strip().all()).hasSize(3);
    assertThat(item(2).place()).isZero();
    assertThat(item(3).place()).isEqualTo(2);
    assertThat(item(2).page().removal().orElseThrow().who()).isEqualTo("Cán bộ Một");
    assertThat(model.strip().selected().get()).as("still looked at").contains(2);
    model.actions().undo();
    until(1, 2, 3);
    assertThat(model.actions().undoable().get()).isFalse();
    model.actions().remove(item(1), RemovalReason.WRONG);
    until(2, 3);
    model.actions().restore(item(1));
    until(1, 2, 3);
  }

  @Test
  void aPageIsScannedAgainInItsPlaceAndThatIsUndone() throws Exception {
    scan(form, 3, PagePlace.end());
    scan(form, 1, new PagePlace.InsteadOf(2));
    assertThat(kept()).containsExactly(1, 4, 3);
    assertThat(form.scanned().get()).isEqualTo(3);
    model.actions().undo();
    until(1, 2, 3);
    scan(form, 2, new PagePlace.Before(1));
    assertThat(kept()).containsExactly(5, 6, 1, 2, 3);
  }

  @Test
  void pagesGoToOtherPapersAndPlaces() throws Exception {
    scan(form, 3, PagePlace.end());
    model.actions().assign(item(3), birth);
    untilTrue(() -> birth.scanned().get() == 1);
    assertThat(form.scanned().get()).isEqualTo(2);
    model.actions().move(item(1), true);
    until(2, 1, 3);
    model.actions().move(item(2), false); // is the first
    model.actions().move(item(3), true); // is the last
    model.actions().move(item(3), false);
    until(2, 3, 1);
    model.actions().undo();
    until(2, 1, 3);
  }

  @Test
  void aPageWithItsNoteAndTheSameWithoutItCountAsOne() throws Exception {
    scan(form, 3, PagePlace.end());
    assertThat(model.actions().canNote(item(3))).as("there is no page without it").isFalse();
    model.actions().note(item(1));
    untilTrue(() -> item(1).page().twin().isPresent());
    assertThat(form.scanned().get()).isEqualTo(2);
    assertThat(model.pages()).hasSize(3);
    model.actions().note(item(1));
    untilTrue(() -> item(1).page().twin().isEmpty());
    assertThat(form.scanned().get()).isEqualTo(3);
  }

  @Test
  void aBlankPageIsProposedAndAPersonDecides() throws Exception {
    model = model(file -> file.getFileName().toString().matches("000[24]\\..*"));
    scan(form, 4, PagePlace.end());
    untilTrue(() -> item(2).looksBlank() && item(4).looksBlank());
    assertThat(kept()).as("never by itself").containsExactly(1, 2, 3, 4);
    assertThat(item(1).looksBlank()).isFalse();
    model.strip().keepBlank(item(2));
    assertThat(item(2).looksBlank()).isFalse();
    model.actions().remove(item(4), RemovalReason.BLANK);
    until(1, 2, 3);
    assertThat(item(4).looksBlank()).as("decided").isFalse();
  }

  @Test
  void aProfileThatKeepsBlankPagesAsksNobody() throws Exception {
    int[] asked = {0};
    model =
        model(_ -> {
          asked[0]++;
          return true;
        });
    world.scanner.load(List.of(Pages.small(1)));
    model.scan(form, profile(BlankPages.KEEP));
    untilTrue(() -> model.running().get().isEmpty());
    assertThat(asked[0]).isZero();
    assertThat(model.pages()).noneMatch(PageItem::looksBlank);
  }

  @Test
  void whatCannotBeDoneIsSaidAndChangesNothing() throws Exception {
    scan(form, 2, PagePlace.end());
    PageItem stale = item(1);
    model.actions().remove(stale, RemovalReason.BLANK);
    until(2);
    model.actions().remove(stale, RemovalReason.BLANK); // pressed twice before the screen changed
    untilTrue(() -> model.actions().fault().get().isPresent());
    assertThat(model.actions().fault().get().orElseThrow().code()).isEqualTo("BATCH-PAGE");
    assertThat(kept()).containsExactly(2);
  }

  @Test
  void aDamagedPageOfAPileFromBeforeIsScannedAgainToItsPlace() throws Exception {
    world.scanner.load(IntStream.range(0, 3).mapToObj(Pages::small).toList());
    ScanJob job = ScanJob.of(profile(BlankPages.KEEP));
    try (ScanBatch before = world.desks.scans().begin()) {
      world
          .desks
          .scans()
          .scan(before, ScanOrder.of(job).forPaper("Tờ khai"), _ -> {}, new Cancellation());
      Files.write(before.pages().get(1), new byte[] {1});
    }
    model.lookBack();
    untilTrue(() -> model.leftover().get().isPresent());
    model.adopt(List.of(form, birth));
    untilTrue(() -> model.isBegun());
    assertThat(model.strip().lacking().get()).isTrue();
    PageItem lost = model.strip().firstLost().orElseThrow();
    assertThat(lost.place()).isEqualTo(2);
    assertThat(lost.line()).isSameAs(form);
    assertThat(kept()).containsExactly(1, 3);
    scan(form, 1, new PagePlace.InsteadOf(lost.number()));
    assertThat(kept()).containsExactly(1, 4, 3);
    assertThat(model.strip().lacking().get()).isFalse();
  }

  @Test
  void dropsAllAndForgetsTheWayBack() throws Exception {
    scan(form, 2, PagePlace.end());
    model.actions().remove(item(1), RemovalReason.BLANK);
    until(2);
    model.discard();
    assertThat(model.strip().all()).isEmpty();
    assertThat(model.actions().undoable().get()).isFalse();
    assertThat(form.scanned().get()).isZero();
    assertThat(model.batch()).isEmpty();
  }

  @Test
  void onlyWhatDiffersChanges() {
    PageStrip strip = new PageStrip(new Errands(new Background(screen::add)), BlankJudge.NEVER);
    strip.know(form);
    int[] changes = {0};
    strip
        .all()
        .addListener(
            (javafx.collections.ListChangeListener<PageItem>)
                change -> {
                  while (change.next()) {
                    changes[0] += change.getAddedSize() + change.getRemovedSize();
                  }
                });
    strip.show(pile(500));
    assertThat(changes[0]).isEqualTo(500);
    strip.show(pile(501));
    assertThat(changes[0]).as("one came").isEqualTo(501);
    strip.show(pile(501));
    assertThat(changes[0]).isEqualTo(501);
  }

  private static List<PilePage> pile(int pages) {
    return IntStream.rangeClosed(1, pages)
        .mapToObj(number ->
            new PilePage(
                number,
                "Tờ khai",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()))
        .toList();
  }
}
