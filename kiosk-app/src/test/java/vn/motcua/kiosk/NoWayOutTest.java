package vn.motcua.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.ui.Faces;
import vn.motcua.kiosk.ui.kit.FxRobot;
import vn.motcua.kiosk.ui.kit.FxToolkit;
import vn.motcua.scanner.barcode.wedge.WedgeBarcodeReader;

/** The terminal as it is opened on a real machine: nothing that a hand can do leads out of it. */
class NoWayOutTest {
  private static final List<List<KeyCode>> WAYS_OUT =
      List.of(
          List.of(KeyCode.ALT, KeyCode.F4),
          List.of(KeyCode.ESCAPE),
          List.of(KeyCode.F11),
          List.of(KeyCode.F10),
          List.of(KeyCode.CONTROL, KeyCode.Q),
          List.of(KeyCode.CONTROL, KeyCode.W),
          List.of(KeyCode.CONTROL, KeyCode.ALT, KeyCode.T),
          List.of(KeyCode.ALT, KeyCode.TAB),
          List.of(KeyCode.ALT, KeyCode.SPACE),
          List.of(KeyCode.ALT, KeyCode.ENTER),
          List.of(KeyCode.WINDOWS),
          List.of(KeyCode.WINDOWS, KeyCode.D),
          List.of(KeyCode.CONTEXT_MENU),
          List.of(KeyCode.SHIFT, KeyCode.F10),
          List.of(KeyCode.CONTROL, KeyCode.C),
          List.of(KeyCode.CONTROL, KeyCode.P));

  @TempDir Path root;
  private House house;
  private Stage stage;

  /** What other tests of this process left open. */
  private List<Window> others = List.of();

  private FxRobot robot;
  private final List<Throwable> bugs = new ArrayList<>();

  @BeforeEach
  void open() throws Exception {
    FxToolkit.start();
    others = FxRobot.onFx(() -> List.copyOf(Window.getWindows()));
    Clock clock = Clock.systemDefaultZone();
    WedgeBarcodeReader wedge = new WedgeBarcodeReader();
    house =
        House.open(
            root, clock, (_, _) -> new House.Hardware(List.of(), List.of(), List.of()).with(wedge));
    stage =
        FxRobot.onFx(() -> {
          Thread.currentThread().setUncaughtExceptionHandler((_, bug) -> bugs.add(bug));
          return new Faces(house.desks(), AppFaults.sentences(), clock, Locale.of("vi"), wedge)
              .citizen("Máy 1", Optional.empty());
        });
    robot = FxRobot.before(stage);
  }

  @AfterEach
  void close() {
    FxRobot.runFx(() -> {
      Thread.currentThread().setUncaughtExceptionHandler(null);
      stage.hide();
    });
    house.close();
  }

  private void assertStillThere(String after) {
    robot.pulses(3);
    FxRobot.runFx(() -> {
      var whole = Screen.getPrimary().getBounds();
      assertThat(Window.getWindows())
          .as("windows after %s", after)
          .filteredOn(window -> !others.contains(window))
          .containsExactly(stage);
      assertThat(stage.isShowing()).as("shown after %s", after).isTrue();
      assertThat(stage.isIconified()).as("on the screen after %s", after).isFalse();
      assertThat(stage.getX()).as(after).isEqualTo(whole.getMinX());
      assertThat(stage.getY()).as(after).isEqualTo(whole.getMinY());
      assertThat(stage.getWidth()).as("width after %s", after).isEqualTo(whole.getWidth());
      assertThat(stage.getHeight()).as("height after %s", after).isEqualTo(whole.getHeight());
    });
    assertThat(bugs).as("thrown by %s", after).isEmpty();
  }

  @Test
  void noKeyNoGestureAndNoWindowSystemLeadsOut() {
    assertStillThere("opening");
    for (List<KeyCode> keys : WAYS_OUT) {
      press(keys);
      assertStillThere(keys.toString());
    }
    FxRobot.runFx(
        () -> Event.fireEvent(stage, new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    assertStillThere("a request to close");
    for (int again = 0; again < 3; again++) {
      FxRobot.runFx(() -> stage.setIconified(true));
      robot.await("back from the task bar", () -> !stage.isIconified());
      assertStillThere("a way to the task bar");
    }
    FxRobot.runFx(() -> stage.setFullScreen(false));
    robot.await("full screen again", stage::isFullScreen);
    assertStillThere("leaving the full screen");
    Node card = robot.awaitId("home-card");
    FxRobot.runFx(() -> {
      Robot hand = new Robot();
      var place = card.localToScreen(card.getLayoutBounds());
      hand.mouseMove(place.getCenterX(), place.getCenterY());
      hand.mousePress(MouseButton.SECONDARY);
      hand.mouseRelease(MouseButton.SECONDARY);
      hand.mouseMove(place.getCenterX(), 20);
      hand.mousePress(MouseButton.PRIMARY);
      hand.mouseMove(place.getCenterX() + 300, 400);
      hand.mouseRelease(MouseButton.PRIMARY);
    });
    assertStillThere("a right click and a drag by the head");
  }

  @Test
  void aStormOfKeysAndTouchesLeavesTheTerminalUsable() {
    Random random = new Random(20261126);
    KeyCode[] all = KeyCode.values();
    for (int round = 0; round < 12; round++) {
      FxRobot.runFx(() -> {
        Robot hand = new Robot();
        for (int i = 0; i < 12; i++) {
          if (random.nextInt(3) == 0) {
            hand.mouseMove(
                random.nextDouble() * stage.getWidth(), random.nextDouble() * stage.getHeight());
            MouseButton button =
                random.nextInt(5) == 0 ? MouseButton.SECONDARY : MouseButton.PRIMARY;
            hand.mousePress(button);
            hand.mouseRelease(button);
          } else {
            KeyCode key = all[random.nextInt(all.length)];
            try {
              hand.keyPress(key);
              hand.keyRelease(key);
            } catch (IllegalArgumentException noSuchKey) {
              // This keyboard does not have it.
            }
          }
        }
      });
      assertStillThere("storm " + round);
    }
    for (int i = 0; i < 8 && !robot.shows("Có thẻ căn cước") && !robot.shows("ID card"); i++) {
      press(List.of(KeyCode.ESCAPE));
    }
    robot.awaitId("home-card");
  }

  private void press(List<KeyCode> keys) {
    FxRobot.runFx(() -> {
      Robot hand = new Robot();
      keys.forEach(hand::keyPress);
      keys.reversed().forEach(hand::keyRelease);
    });
  }
}
