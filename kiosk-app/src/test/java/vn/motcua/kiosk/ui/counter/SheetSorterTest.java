package vn.motcua.kiosk.ui.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
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
import vn.motcua.kiosk.desk.PageSight;
import vn.motcua.kiosk.desk.PageSize;
import vn.motcua.kiosk.desk.Pages;
import vn.motcua.kiosk.desk.ScanProfile;
import vn.motcua.kiosk.desk.SheetFault;
import vn.motcua.kiosk.dossier.Procedure;
import vn.motcua.kiosk.dossier.RemovalReason;
import vn.motcua.kiosk.dossier.SeparatorCode;
import vn.motcua.kiosk.paper.ocr.PageText;
import vn.motcua.kiosk.paper.split.PageCode;
import vn.motcua.kiosk.paper.split.Patch;
import vn.motcua.kiosk.paper.split.SplitPage;
import vn.motcua.kiosk.store.Resources;
import vn.motcua.kiosk.ui.kit.Background;
import vn.motcua.kiosk.ui.kit.Errands;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ColourMode;
import vn.motcua.scanner.paper.PaperSource;
import vn.motcua.scanner.paper.ScanFault;

/** What separator sheets do to a pile at the counter, without a window. */
class SheetSorterTest {
  private static final Procedure BIRTH = Resources.procedures().find("1.001193").orElseThrow();
  private static final PageCode TO_BORN = new PageCode.Separator(SeparatorCode.of(BIRTH, 2));

  @TempDir Path root;

  private final BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
  private final Map<Integer, List<PageCode>> codes = new ConcurrentHashMap<>();
  private final List<PaperLine> papers = BIRTH.papers().stream().map(PaperLine::new).toList();
  private final PaperLine form = papers.get(0);
  private final PaperLine born = papers.get(1);
  private CounterWorld world;
  private ScanModel model;
  private int drawn;

  @BeforeEach
  void open() throws FaultException, IOException {
    world = new CounterWorld(root.resolve("data"), true);
    PageSight sight =
        new PageSight() {
          @Override
          public SplitPage codes(Path picture, int number) {
            return new SplitPage(number, codes.getOrDefault(number, List.of()), false);
          }

          @Override
          public PageText text(Path picture) {
            return PageText.NONE;
          }

          @Override
          public void forget(Path picture) {
            // nothing is kept
          }
        };
    model =
        new ScanModel(
            world.desks.scans(),
            new Errands(new Background(screen::add)),
            () -> "Cán bộ Một",
            BlankJudge.NEVER,
            sight);
    model.sheets().checklist(BIRTH, papers);
  }

  @AfterEach
  void close() throws FaultException {
    model.close();
    world.close();
  }

  private void load(int pages) {
    world.scanner.load(IntStream.range(0, pages).mapToObj(_ -> Pages.small(drawn++)).toList());
  }

  private void scan(PaperLine line, int pages) throws InterruptedException {
    load(pages);
    model.scan(
        line,
        new ScanProfile(
            "Chính",
            world.scanner.device(),
            PaperSource.FEEDER,
            ColourMode.GREY,
            200,
            PageSize.parse("a4"),
            75,
            BlankPages.PROPOSE,
            ""));
    untilRest();
  }

  private void untilRest() throws InterruptedException {
    untilTrue(() -> model.running().get().isEmpty() && !model.sheets().looking().get());
  }

  private void untilTrue(BooleanSupplier met) throws InterruptedException {
    while (!met.getAsBoolean()) {
      Runnable next = screen.poll(20, TimeUnit.SECONDS);
      assertThat(next).as("something for the screen to do").isNotNull();
      next.run();
    }
  }

  private List<Integer> of(PaperLine line) {
    return model.pages().stream()
        .filter(item -> item.line() == line)
        .map(PageItem::number)
        .toList();
  }

  @Test
  void theSheetGoesOutAndItsPagesGoToItsPaperUntilUndone() throws Exception {
    codes.put(2, List.of(TO_BORN));
    scan(form, 4);
    assertThat(of(form)).containsExactly(1);
    assertThat(of(born)).containsExactly(3, 4);
    assertThat(born.scanned().get()).isEqualTo(2);
    assertThat(model.strip().find(2).orElseThrow().page().removal().orElseThrow())
        .satisfies(removal -> {
          assertThat(removal.reason()).isEqualTo(RemovalReason.SEPARATOR);
          assertThat(removal.who()).isEqualTo("Cán bộ Một");
        });
    assertThat(model.actions().undoable().get()).isTrue();
    model.actions().undo();
    untilTrue(() -> of(form).equals(List.of(1, 2, 3, 4)));
    assertThat(model.actions().undoable().get()).as("one step for the whole run").isFalse();
    assertThat(model.sheets().doubts()).isEmpty();
  }

  @Test
  void aSheetStillBindsWhatComesAfterAJamButNothingOfTheNextRun() throws Exception {
    codes.put(1, List.of(TO_BORN));
    world.scanner.fail(new ScanFault.Jam(), 2);
    scan(form, 4);
    assertThat(model.stopped().get()).isPresent();
    assertThat(of(born)).containsExactly(2);
    world.scanner.clear();
    model.goOn();
    untilRest();
    assertThat(of(born)).containsExactly(2, 3, 4);

    scan(form, 2);
    assertThat(of(form)).containsExactly(5, 6);
    assertThat(of(born)).containsExactly(2, 3, 4);
  }

  @Test
  void aDoubtIsShownAndSettledByAPerson() throws Exception {
    codes.put(2, List.of(new PageCode.Bars(Patch.T)));
    scan(form, 4);
    assertThat(of(form)).containsExactly(1, 3, 4);
    var doubt = model.sheets().doubts().getFirst();
    assertThat(doubt.fault()).isEqualTo(new SheetFault.NoPaper());
    assertThat(model.sheets().papers()).containsExactly(form, born); // the third is only shown
    model.sheets().settle(doubt, born);
    untilTrue(() -> of(born).equals(List.of(3, 4)));
    assertThat(model.sheets().doubts()).isEmpty();
    model.actions().undo();
    untilTrue(() -> of(form).equals(List.of(1, 3, 4)));
  }

  @Test
  void aSheetThatWasPutBackStays() throws Exception {
    codes.put(1, List.of(TO_BORN));
    scan(form, 3);
    model.actions().restore(model.strip().find(1).orElseThrow());
    untilTrue(() -> of(form).contains(1));
    scan(born, 1);
    assertThat(of(form)).containsExactly(1);
  }
}
