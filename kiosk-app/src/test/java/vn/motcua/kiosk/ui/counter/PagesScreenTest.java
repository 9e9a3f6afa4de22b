package vn.motcua.kiosk.ui.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.kiosk.desk.BlankPages;
import vn.motcua.kiosk.desk.KeptPage;
import vn.motcua.kiosk.desk.PageSize;
import vn.motcua.kiosk.desk.Pages;
import vn.motcua.kiosk.desk.PilePage;
import vn.motcua.kiosk.desk.ScanBatch;
import vn.motcua.kiosk.desk.ScanJob;
import vn.motcua.kiosk.desk.ScanOrder;
import vn.motcua.kiosk.desk.ScanProfile;
import vn.motcua.kiosk.ui.kit.FxRobot;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ColourMode;
import vn.motcua.scanner.paper.PaperSource;

/** The strip of pages and what is done with it, by keys and by touch, in a real window. */
class PagesScreenTest {
  @TempDir Path root;

  private static ScanProfile profile(CounterWorld world) {
    return new ScanProfile(
        "Chính",
        world.scanner.device(),
        PaperSource.FEEDER,
        ColourMode.GREY,
        200,
        PageSize.parse("a4"),
        75,
        BlankPages.PROPOSE,
        "");
  }

  private static ReceiveModel ready(FxRobot robot, CounterWindow window) {
    FxRobot.runFx(window::open);
    ReceiveModel receive = window.model().receive();
    robot.await("procedures", () -> !receive.found().isEmpty());
    FxRobot.runFx(() ->
        receive.choose(
            receive.found().stream()
                .filter(procedure -> procedure.code().equals("1.001193"))
                .findFirst()
                .orElseThrow()));
    return receive;
  }

  @ParameterizedTest
  @CsvSource({"vi,1366,768,size-0", "en,1920,1080,size-1"})
  void everythingIsDoneByKeysAndByTouch(
      String language, double width, double height, String letters)
      throws FaultException, IOException {
    work(language, width, height, letters);
  }

  @Tag("long")
  @ParameterizedTest
  @CsvSource({"en,1366,768,size-0", "vi,1920,1080,size-1"})
  void theSameTheOtherWayAbout(String language, double width, double height, String letters)
      throws FaultException, IOException {
    work(language, width, height, letters);
  }

  private void work(String language, double width, double height, String letters)
      throws FaultException, IOException {
    String tag = "-" + language + "-" + (int) width;
    try (CounterWorld world = new CounterWorld(root.resolve("data"), true)) {
      world.blanks.add("0003");
      CounterWindow[] window = new CounterWindow[1];
      try (FxRobot robot =
          FxRobot.open(width, height, stage -> window[0] = world.window(stage, language))) {
        ReceiveModel receive = ready(robot, window[0]);
        ScanModel scan = receive.scan();
        FxRobot.runFx(() -> {
          robot.scene().getRoot().getStyleClass().remove("size-0");
          robot.scene().getRoot().getStyleClass().add(letters);
        });
        world.scanner.load(
            IntStream.rangeClosed(1, 5).mapToObj(i -> CounterWorld.page("TRANG " + i)).toList());
        FxRobot.runFx(() -> scan.scan(receive.papers().getFirst(), profile(world)));
        robot.await("all there", () -> scan.pages().size() == 5);
        robot.await("proposed", () -> scan.pages().get(2).looksBlank());
        robot.await("at rest", () -> scan.running().get().isEmpty());
        robot.pulses(20);
        look(robot, "pages-1-strip" + tag);

        // The strip shows the newest pages; this brings the second into sight.
        FxRobot.runFx(() -> scan.strip().selected().set(Optional.of(2)));
        robot.pulses(5);
        robot.clickAt(robot.awaitId("page-2"));
        robot.awaitId("page-do-remove");
        look(robot, "pages-2-selected" + tag);
        robot.press(KeyCode.DELETE);
        robot.awaitId("page-do-why-4");
        look(robot, "pages-3-why" + tag);
        robot.press(KeyCode.DIGIT3);
        robot.awaitId("removed-2");
        robot.press(KeyCode.RIGHT); // the next page: it looks blank
        robot.awaitId("page-do-blank");
        look(robot, "pages-4-blank" + tag);
        robot.press(KeyCode.T);
        robot.await("taken out", () -> scan.pages().size() == 3);

        world.scanner.load(List.of(CounterWorld.page("TRANG 5 QUET LAI")));
        FxRobot.runFx(() -> scan.strip().selected().set(Optional.of(5)));
        robot.press(KeyCode.R);
        robot.await("scanned again", () -> scan.pages().getLast().number() == 6);
        robot.await("at rest", () -> scan.running().get().isEmpty());
        robot.click("page-do-undo");
        robot.await("as before", () -> scan.pages().getLast().number() == 5);
        robot.clickAt(robot.awaitId("page-3"));
        robot.awaitId("page-do-assign");
        robot.press(KeyCode.G);
        robot.awaitId("page-do-paper-2");
        look(robot, "pages-5-paper" + tag);
        robot.press(KeyCode.DIGIT2);
        robot.await("laid", () -> receive.papers().get(1).scanned().get() == 1);
        FxRobot.runFx(() -> scan.strip().selected().set(Optional.of(1)));
        robot.awaitId("page-1");
        robot.press(KeyCode.N);
        robot.await("noted", () -> scan.pages().getFirst().page().twin().isPresent());
        look(robot, "pages-6-note" + tag);

        robot.press(KeyCode.ENTER);
        robot.awaitId("page-large");
        robot.press(KeyCode.RIGHT);
        robot.awaitId("large-do-restore");
        robot.pulses(20);
        look(robot, "pages-7-large-removed" + tag);
        robot.press(KeyCode.K);
        robot.await("restored", () -> scan.pages().size() == 4);
        robot.press(KeyCode.ESCAPE);
        robot.await(
            "closed", () -> robot.nodes(node -> "page-large".equals(node.getId())).isEmpty());
        assertThat(scan.strip().all()).hasSize(6);
        FxRobot.runFx(window[0]::close);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"vi", "en"})
  void aDamagedPageIsNamedAndScannedAgainToItsPlace(String language)
      throws FaultException, IOException {
    try (CounterWorld world = new CounterWorld(root.resolve("data"), true)) {
      CounterWindow[] window = new CounterWindow[1];
      world.scanner.load(IntStream.range(0, 4).mapToObj(Pages::small).toList());
      try (ScanBatch before = world.desks.scans().begin()) {
        ScanOrder order = ScanOrder.of(ScanJob.of(profile(world)));
        world.desks.scans().scan(before, order, _ -> {}, new Cancellation());
        Files.write(before.pages().get(1), new byte[] {1});
      }
      try (FxRobot robot =
          FxRobot.open(1366, 768, stage -> window[0] = world.window(stage, language))) {
        ReceiveModel receive = ready(robot, window[0]);
        robot.awaitId("leftover");
        robot.await("ways of scanning", () -> !receive.scan().choices().isEmpty());
        robot.click("leftover-use");
        robot.awaitId("lost-page");
        robot.click("lost-show");
        look(robot, "pages-8-lost-" + language);
        assertThat(receive.missing().get())
            .extracting(Missing::what)
            .contains(Missing.Kind.PAGES_LOST);
        world.scanner.load(List.of(CounterWorld.page("TRANG 2 MOI")));
        robot.click("lost-rescan");
        robot.await("mended", () -> !receive.scan().strip().lacking().get());
        assertThat(receive.scan().pages()).extracting(PageItem::number).containsExactly(1, 5, 3, 4);
        robot.await("at rest", () -> receive.scan().running().get().isEmpty());
        look(robot, "pages-9-mended-" + language);
        FxRobot.runFx(window[0]::close);
      }
    }
  }

  @Test
  void fiveHundredPagesTakeAHandfulOfCells() throws FaultException, IOException {
    try (CounterWorld world = new CounterWorld(root.resolve("data"), true)) {
      CounterWindow[] window = new CounterWindow[1];
      try (FxRobot robot =
          FxRobot.open(1366, 768, stage -> window[0] = world.window(stage, "vi"))) {
        ReceiveModel receive = ready(robot, window[0]);
        PaperLine line = receive.papers().getFirst();
        PageStrip strip = receive.scan().strip();
        Path picture = Files.write(root.resolve("0001.png"), Pages.small(1));
        FxRobot.runFx(() -> {
          strip.know(line);
          strip.show(
              IntStream.rangeClosed(1, 500)
                  .mapToObj(number -> page(number, picture, line.required().name()))
                  .toList());
        });
        robot.pulses(5);
        assertThat(robot.nodes(node -> node.getStyleClass().contains("page-thumb")))
            .hasSizeLessThan(20);
        FxRobot.runFx(() -> strip.selected().set(Optional.of(400)));
        robot.awaitId("page-400");
        look(robot, "pages-10-many");
        assertThat(robot.nodes(node -> node.getStyleClass().contains("page-thumb")))
            .hasSizeLessThan(20);
        FxRobot.runFx(window[0]::close);
      }
    }
  }

  private static PilePage page(int number, Path picture, String paper) {
    return new PilePage(
        number,
        paper,
        Optional.of(new KeptPage(number, picture, "", 50, 80, 200, paper)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static void look(FxRobot robot, String name) {
    robot.pulses(4);
    robot.picture(name);
    robot.assertNothingCutOff();
  }
}
