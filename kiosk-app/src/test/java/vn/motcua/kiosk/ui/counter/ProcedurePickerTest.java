package vn.motcua.kiosk.ui.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.kiosk.ui.kit.FxRobot;
import vn.motcua.kiosk.ui.kit.TextSize;

/** Forty procedures in one list: found by everyday words, legible at any size. */
class ProcedurePickerTest {
  @TempDir Path root;

  @ParameterizedTest
  @CsvSource({"vi,1366,768,NORMAL", "en,1366,768,LARGE", "vi,1920,1080,LARGE"})
  void isSearchedAndRead(String language, double width, double height, TextSize size)
      throws Exception {
    String tag = "-" + language + "-" + (int) width + "-" + size;
    try (CounterWorld world = new CounterWorld(root.resolve("data"), true)) {
      CounterWindow[] window = new CounterWindow[1];
      try (FxRobot robot =
          FxRobot.open(width, height, stage -> window[0] = world.window(stage, language))) {
        FxRobot.runFx(() -> window[0].look().textSize().set(size));
        FxRobot.runFx(window[0]::open);
        ReceiveModel receive = window[0].model().receive();
        robot.await("all", () -> receive.found().size() >= 40);
        look(robot, "picker-1-all" + tag);
        FxRobot.runFx(() -> receive.search().set("so do"));
        robot.await("found", () -> receive.found().size() < 10);
        assertThat(receive.found().getFirst().shortName()).containsIgnoringCase("sổ đỏ");
        look(robot, "picker-2-found" + tag);
        FxRobot.runFx(() -> receive.search().set("xyzzy"));
        robot.await("nothing", () -> receive.found().isEmpty());
        look(robot, "picker-3-nothing" + tag);
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
