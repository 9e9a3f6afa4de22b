package vn.motcua.kiosk.ui.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.kiosk.citizen.Citizen;
import vn.motcua.kiosk.citizen.CitizenQr;
import vn.motcua.kiosk.citizen.Citizens;
import vn.motcua.kiosk.desk.ScanBatch;
import vn.motcua.kiosk.ui.kit.FxRobot;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.chip.Trust;
import vn.motcua.scanner.chip.simulated.SimulatedCard;
import vn.motcua.scanner.chip.simulated.SimulatedCardProfile;
import vn.motcua.scanner.chip.simulated.SimulatedCitizens;
import vn.motcua.scanner.chip.simulated.SimulatedIssuer;
import vn.motcua.scanner.paper.ScanSettings;

/** What comes between an officer and the work: calls, forged cards, pages that were left. */
class CounterBannersTest {
  private static final SimulatedCardProfile CARD = SimulatedCitizens.c();

  @TempDir Path root;

  /** Genuine files on a chip that only pretends to have their key. */
  private static SimulatedCard forged() {
    return new SimulatedCard(
        CARD.genuineFiles(SimulatedIssuer.shared()),
        Optional.of(CARD.can()),
        Optional.of(CARD.mrzKey()),
        Optional.of(BigInteger.valueOf(4711)));
  }

  @ParameterizedTest
  @CsvSource({"vi,1366,768", "en,1366,768", "vi,1920,1080"})
  void areCalmWholeAndAnsweredByKeys(String language, double width, double height)
      throws Exception {
    String tag = "-" + language + "-" + (int) width;
    try (CounterWorld world = new CounterWorld(root.resolve("data"), true)) {
      world.scanner.load(List.of(CounterWorld.page("A"), CounterWorld.page("B")));
      try (ScanBatch left = world.desks.scans().begin()) {
        world
            .desks
            .scans()
            .scan(
                left, world.scanner.device(), ScanSettings.ARCHIVE, page -> {}, new Cancellation());
      }
      CounterWindow[] window = new CounterWindow[1];
      try (FxRobot robot =
          FxRobot.open(width, height, stage -> window[0] = world.window(stage, language))) {
        CounterModel model = window[0].model();
        FxRobot.runFx(window[0]::open);
        robot.await("procedures", () -> !model.receive().found().isEmpty());
        FxRobot.runFx(() -> model.receive().search().set("1.000894"));
        robot.await("one found", () -> model.receive().found().size() == 1);
        robot.press(KeyCode.F6);
        robot.press(KeyCode.ENTER);
        robot.await("left pages told", () -> robot.shows(language.equals("vi") ? "quét dở" : "2 "));
        look(robot, "banner-1-leftover" + tag);

        Citizen citizen = Citizens.of(CitizenQr.read(CounterWorld.qr(CARD)).orElseThrow());
        CompletableFuture<String> answer = world.calls.confirm("Máy khách 1", citizen);
        world.calls.help("Máy khách 2");
        robot.awaitId("call-decline");
        assertThat(robot.words()).noneMatch(line -> line.contains(CARD.number()));
        look(robot, "banner-2-confirm" + tag);
        robot.press(KeyCode.F11);
        assertThat(answer).as("F11 alone, meant for another call, confirms nobody").isNotDone();
        robot.pressShift(KeyCode.F11);
        robot.awaitId("call-accept");
        assertThat(answer).isCompletedWithValue(CounterWorld.OFFICERS.getFirst());
        robot.press(KeyCode.F11);
        robot.await("help answered", () -> model.calls().open().isEmpty());

        CompletableFuture<String> second = world.calls.confirm("Máy khách 1", citizen);
        robot.awaitId("call-decline");
        robot.press(KeyCode.F12);
        robot.await("declined", second::isCompletedExceptionally);
        CompletableFuture<String> third = world.calls.confirm("Máy khách 1", citizen);
        robot.awaitId("call-decline");
        world.calls.withdraw("Máy khách 1");
        robot.await("withdrawn", () -> model.calls().open().isEmpty());
        assertThat(third).isCancelled();

        world.calls.forged("Máy khách 1");
        robot.awaitId("call-accept");
        look(robot, "banner-3-forged-call" + tag);
        robot.press(KeyCode.F11);
        robot.await("seen", () -> model.calls().open().isEmpty());

        world.readers.insert(forged());
        world.codes.scan(CounterWorld.qr(CARD));
        robot.await(
            "forged", () -> model.receive().trust().get().equals(Optional.of(Trust.FORGED)));
        look(robot, "banner-4-forged-card" + tag);
        assertThat(robot.shows(CARD.name())).as("nothing of a forged card is shown").isFalse();

        robot.press(KeyCode.F3);
        world.readers.remove();
        world.readers.insert(forged());
        world.codes.scan(CounterWorld.qr(CARD));
        robot.await(
            "forged at the return",
            () -> model.handOut().receiver().get() == ReturnModel.Receiver.FORGED);
        look(robot, "banner-5-forged-return" + tag);
        FxRobot.runFx(window[0]::close);
      }
    }
  }

  private static void look(FxRobot robot, String name) {
    robot.pulses(4);
    robot.picture(name);
    robot.assertNothingCutOff();
  }
}
