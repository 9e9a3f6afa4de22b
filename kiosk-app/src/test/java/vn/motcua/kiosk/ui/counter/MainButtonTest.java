package vn.motcua.kiosk.ui.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.kiosk.ui.kit.FxRobot;

/** The button that receives, and the names on the buttons that scan, at large letters. */
class MainButtonTest {
  @TempDir Path root;

  @ParameterizedTest
  @ValueSource(strings = {"vi", "en"})
  void aNoteOfThreeLinesKeepsItsDistanceFromTheEdge(String language) throws Exception {
    try (CounterWorld world = new CounterWorld(root.resolve("data"), true)) {
      CounterWindow[] window = new CounterWindow[1];
      try (FxRobot robot =
          FxRobot.open(1366, 768, stage -> window[0] = world.window(stage, language))) {
        FxRobot.runFx(window[0]::open);
        ReceiveModel receive = window[0].model().receive();
        robot.await("procedures", () -> !receive.found().isEmpty());
        FxRobot.runFx(() -> {
          robot.scene().getRoot().getStyleClass().remove("size-0");
          robot.scene().getRoot().getStyleClass().add("size-1");
          receive.choose(receive.found().getFirst());
        });
        robot.awaitId("profile-1");
        robot.pulses(4);
        robot.picture("main-button-" + language);
        Node button = robot.node("receive-main");
        Node note = robot.node("main-note");
        Bounds around = button.localToScene(button.getLayoutBounds());
        Bounds inside = note.localToScene(note.getLayoutBounds());
        assertThat(inside.getHeight()).as("more than one line").isGreaterThan(40);
        assertThat(around.getMaxY() - inside.getMaxY())
            .as("room below the note")
            .isGreaterThanOrEqualTo(6);
        robot.assertNothingCutOff();
        assertThat(robot.shows("Máy quét mô phỏng"))
            .as("what is no device is named in the language of the screen")
            .isEqualTo(language.equals("vi"));
        assertThat(robot.shows("Simulated scanner")).isEqualTo(language.equals("en"));
        FxRobot.runFx(window[0]::close);
      }
    }
  }
}
