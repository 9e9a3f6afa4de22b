package vn.motcua.kiosk.ui.technician;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.kiosk.AppFaults;
import vn.motcua.kiosk.desk.DeviceDesk;
import vn.motcua.kiosk.desk.DeviceRow;
import vn.motcua.kiosk.desk.Devices;
import vn.motcua.kiosk.ui.counter.CounterWorld;
import vn.motcua.kiosk.ui.kit.FxRobot;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.chip.Trust;
import vn.motcua.scanner.chip.simulated.SimulatedCitizens;
import vn.motcua.scanner.paper.ScanFault;

/** A technician finds every device, tries each, and sees what is wrong with it. */
class TechnicianJourneyTest {
  @TempDir Path root;

  /** The same in the other languages and sizes. */
  @Tag("long")
  @ParameterizedTest
  @CsvSource({"vi,1920,1080"})
  void theSameInAnotherSize(String language, double width, double height)
      throws FaultException, IOException {
    triesEveryDevice(language, width, height);
  }

  @ParameterizedTest
  @CsvSource({"vi,1366,768", "en,1366,768"})
  void triesEveryDevice(String language, double width, double height)
      throws FaultException, IOException {
    String tag = "-" + language + "-" + (int) width;
    try (CounterWorld world = new CounterWorld(root.resolve("data"), true)) {
      TechnicianWindow[] window = new TechnicianWindow[1];
      try (FxRobot robot =
          FxRobot.open(
              width,
              height,
              stage ->
                  window[0] =
                      new TechnicianWindow(
                          stage,
                          world.deviceDesk,
                          world.profiles,
                          world.devices,
                          CounterWorld.CENTRE,
                          AppFaults.sentences(),
                          Clock.systemUTC(),
                          Locale.of(language)))) {
        TechnicianModel model = window[0].model();
        FxRobot.runFx(window[0]::open);
        robot.await("three devices", () -> model.devices().size() == 3);
        look(robot, "technician-1-found" + tag);

        robot.press(KeyCode.F9);
        robot.awaitId("trial-fault");
        robot.awaitText("SCAN-EMPTY");
        look(robot, "technician-2-no-paper" + tag);
        world.scanner.layOnGlass(CounterWorld.page("TRANG THU"));
        world.scanner.load(List.of(CounterWorld.page("TRANG THU")));
        robot.press(KeyCode.F9);
        robot.awaitId("trial-picture");
        TechnicianModel.Trial.Page page = (TechnicianModel.Trial.Page) model.trial().get();
        assertThat(Files.size(page.picture())).isPositive();
        robot.pulses(20);
        look(robot, "technician-3-page" + tag);

        select(robot, model, DeviceRow.Kind.CARD_READER);
        look(robot, "technician-4-card" + tag);
        assertThat(model.ready()).isFalse();
        world.readers.insert(SimulatedCitizens.a());
        world.codes.scan(CounterWorld.qr(SimulatedCitizens.a()));
        robot.awaitId("trial-card");
        TechnicianModel.Trial.Card card = (TechnicianModel.Trial.Card) model.trial().get();
        assertThat(card.card().trust().trust()).isEqualTo(Trust.VERIFIED);
        assertThat(card.card().cost().apdus()).isPositive();
        assertThat(robot.shows(SimulatedCitizens.a().name()))
            .as("the name stands masked")
            .isFalse();
        look(robot, "technician-5-card-read" + tag);

        select(robot, model, DeviceRow.Kind.BARCODE_READER);
        robot.press(KeyCode.F9);
        robot.await("waiting", () -> model.trial().get() instanceof TechnicianModel.Trial.Running);
        look(robot, "technician-6-code" + tag);
        robot.await(
            "a code",
            () -> {
              // The desk begins to listen a moment after the key; a person would scan again, too.
              world.codes.scan("4901234567894");
              return model.trial().get() instanceof TechnicianModel.Trial.Code;
            });
        robot.awaitId("trial-code");
        look(robot, "technician-7-code-read" + tag);
        FxRobot.runFx(window[0]::close);
      }
    }
  }

  @Test
  void saysWhatIsMissingAndWhatIsWrong() throws FaultException, IOException {
    try (CounterWorld world = new CounterWorld(root.resolve("data"), true)) {
      Devices none = new Devices(List.of(), List.of());
      TechnicianWindow[] window = new TechnicianWindow[1];
      try (FxRobot robot =
          FxRobot.open(
              1366,
              768,
              stage ->
                  window[0] =
                      new TechnicianWindow(
                          stage,
                          new DeviceDesk(List.of(), none, root),
                          world.profiles,
                          none,
                          CounterWorld.CENTRE,
                          AppFaults.sentences(),
                          Clock.systemUTC(),
                          Locale.of("vi")))) {
        FxRobot.runFx(window[0]::open);
        robot.awaitText("Chưa thấy thiết bị nào");
        look(robot, "technician-8-nothing");
        FxRobot.runFx(window[0]::close);
      }
      try (FxRobot robot =
          FxRobot.open(
              1366,
              768,
              stage ->
                  window[0] =
                      new TechnicianWindow(
                          stage,
                          world.deviceDesk,
                          world.profiles,
                          world.devices,
                          CounterWorld.CENTRE,
                          AppFaults.sentences(),
                          Clock.systemUTC(),
                          Locale.of("vi")))) {
        TechnicianModel model = window[0].model();
        FxRobot.runFx(window[0]::open);
        robot.await("three devices", () -> model.devices().size() == 3);
        world.scanner.load(List.of(CounterWorld.page("TRANG THU")));
        world.scanner.layOnGlass(CounterWorld.page("TRANG THU"));
        world.scanner.fail(new ScanFault.CoverOpen(), 0);
        robot.press(KeyCode.F9);
        robot.awaitText("SCAN-COVER");
        select(robot, model, DeviceRow.Kind.CARD_READER);
        FxRobot.runFx(() -> model.digits().set("123456"));
        robot.press(KeyCode.F9);
        robot.awaitText("CHIP-NO-CARD");
        look(robot, "technician-9-faults");
        select(robot, model, DeviceRow.Kind.BARCODE_READER);
        robot.press(KeyCode.F9);
        robot.await("waiting", () -> model.trial().get() instanceof TechnicianModel.Trial.Running);
        robot.press(KeyCode.ESCAPE);
        robot.await(
            "stopped", () -> model.trial().get() instanceof TechnicianModel.Trial.Cancelled);
        FxRobot.runFx(window[0]::close);
      }
    }
  }

  private static void select(FxRobot robot, TechnicianModel model, DeviceRow.Kind kind) {
    FxRobot.runFx(() ->
        model.select(
            Optional.of(
                model.devices().stream()
                    .filter(row -> row.kind() == kind)
                    .findFirst()
                    .orElseThrow())));
    robot.pulses(2);
  }

  private static void look(FxRobot robot, String name) {
    robot.pulses(4);
    robot.picture(name);
    robot.assertNothingCutOff();
  }
}
