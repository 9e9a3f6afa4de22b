package vn.motcua.kiosk.ui.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelReader;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.desk.HallDesks;
import vn.motcua.kiosk.desk.TestHall;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.ui.kit.FxRobot;
import vn.motcua.kiosk.ui.kit.ScreenCheck;
import vn.motcua.kiosk.ui.kit.TextSize;
import vn.motcua.kiosk.ui.kit.keyboard.ScreenKeyboard;

/** The whole terminal with keys alone: everything is reached, and one sees where one is. */
class ByKeysTest {
  @TempDir Path root;
  private CitizenWorld world;
  private CitizenWindow window;
  private FxRobot robot;
  private List<DossierCode> codes;

  @BeforeEach
  void open() throws Exception {
    world = new CitizenWorld(root);
    codes = world.threeOfMai();
    HallDesks hall = TestHall.of(world.store, world.folder, world.clock);
    RoomPlan[] rooms = world.rooms(hall);
    robot = FxRobot.open(1080, 1920, stage -> window = world.window(stage, rooms));
  }

  @AfterEach
  void close() throws Exception {
    FxRobot.runFx(window::close);
    world.close();
  }

  @Test
  void everyButtonOfEveryScreenIsReachedAndSeen() throws Exception {
    walk("home");
    pressOn("home-card");
    robot.awaitId("step-1");
    walk("card");
    pressOn("type-six");
    robot.awaitId("entry");
    walk("six");
    robot.press(KeyCode.ESCAPE);
    robot.awaitId("step-1");
    robot.press(KeyCode.ESCAPE);
    robot.awaitId("home-card");
    FxRobot.runFx(() -> window.look().lowered().set(true));
    pressOn("home-without");
    robot.awaitId("keys");
    walk("code, lowered");
    FxRobot.runFx(() -> window.look().lowered().set(false));

    // A code and its secret, typed.
    for (char c : codes.getFirst().value().toCharArray()) {
      type(c);
    }
    robot.await("typed", () -> robot.shows(codes.getFirst().value()));
    robot.press(KeyCode.BACK_SPACE);
    type(codes.getFirst().value().charAt(codes.getFirst().value().length() - 1));
    pressOn("submit");
    robot.awaitText(codes.getFirst().value());
    for (char c : CitizenWorld.SECRET.value().toCharArray()) {
      type(c);
    }
    pressOn("submit");
    robot.awaitId("rail");
    walk("one");
    pressOn("viewings");
    robot.awaitText("Lê Thị Hạnh");
    walk("viewings");
    robot.press(KeyCode.ESCAPE);
    robot.awaitId("rail");
    pressOn("leave");
    robot.awaitId("home-card");

    world.codes.scan(CitizenWorld.cardQrText(CitizenWorld.MAI));
    world.readers.insert(CitizenWorld.MAI);
    robot.awaitText("Chào bà Mai");
    FxRobot.runFx(() -> window.look().textSize().set(TextSize.LARGEST));
    FxRobot.runFx(() -> window.look().clear().set(true));
    walk("dossiers, large and clear");
    pressOn("dossier-1");
    robot.awaitId("rail");
  }

  @Test
  void everyButtonOfTheRoomsAndOfHelpIsReachedAndSeen() throws Exception {
    see("home-papers", "event-BIRTH", "events");
    see("event-BIRTH", "procedure-1.001193", "event");
    see("papers-find", "keyboard", "find");
    FxRobot.runFx(window.model()::back);
    robot.click("event-BIRTH");
    see("procedure-1.001193", "needs-papers", "needs");
    see("needs-phone", "phone-qr", "phone");
    FxRobot.runFx(window.model()::back);
    see("needs-slides", "slide", "slides");
    FxRobot.runFx(window.model()::back);
    see("needs-prepare", "whom-self", "whom");
    see("whom-other", "fill-type", "fill");
    see("fill-type", "ask-next", "ask");
    FxRobot.runFx(window.model()::leave);
    see("home-queue", "take-submit", "choose");
    see("priority", "priority-elderly", "priority");
    robot.click("priority-elderly");
    see("take-ask", "ticket", "number");
    FxRobot.runFx(window.model()::leave);
    world.codes.scan(CitizenWorld.cardQrText(CitizenWorld.MAI));
    world.readers.removeAtExchange(4);
    world.readers.insert(CitizenWorld.MAI);
    robot.awaitId("help");
    walk("help");
  }

  /** Presses a button and walks through the page behind it. */
  private void see(String button, String awaited, String page) {
    robot.click(button);
    robot.awaitId(awaited);
    walk(page);
  }

  @Test
  void functionKeysAreTheBar() {
    robot.press(KeyCode.F2);
    assertThat(window.look().textSize().get()).isEqualTo(TextSize.LARGE);
    robot.press(KeyCode.F3);
    assertThat(window.look().clear().get()).isTrue();
    robot.press(KeyCode.F4);
    assertThat(window.look().lowered().get()).isTrue();
    robot.press(KeyCode.F1);
    robot.awaitId("caption");
    robot.press(KeyCode.F5);
    robot.await("called", () -> world.calls.open().size() == 1);
    robot.click("home-card");
    robot.awaitId("step-1");
    assertThat(ring()).as("a touch leaves no ring").isEmpty();
  }

  /** One key after the other has arrived: at once they would be a barcode reader's. */
  private void type(char c) {
    int before = typed().length();
    robot.press(
        switch (c) {
          case '.' -> KeyCode.PERIOD;
          case '-' -> KeyCode.MINUS;
          default -> KeyCode.getKeyCode(String.valueOf(c));
        });
    robot.await(c + " typed after " + typed(), () -> typed().length() > before);
  }

  private String typed() {
    return switch (window.model().state().page()) {
      case Page.TypeCode(String typed, _) -> typed;
      case Page.TypeSecret(_, String typed, _) -> typed;
      default -> "";
    };
  }

  /** Goes round with Tab until everything that can be pressed was reached; looks at each place. */
  private void walk(String page) {
    robot.pulses(2);
    Set<String> wanted = new TreeSet<>();
    // Whoever has keys of metal does not walk to those on the screen.
    ScreenCheck.touchable(robot).stream()
        .filter(node -> !(node.getParent() instanceof ScreenKeyboard))
        .forEach(node -> wanted.add(String.valueOf(node.getId())));
    assertThat(wanted).as("buttons of %s", page).isNotEmpty();
    Set<String> reached = new TreeSet<>();
    List<String> unseen = new ArrayList<>();
    for (int i = 0; i < wanted.size() + 3; i++) {
      robot.press(KeyCode.TAB);
      Node node = Optional.ofNullable(robot.scene().getFocusOwner()).orElseThrow();
      if (reached.add(String.valueOf(node.getId()))) {
        double contrast = ringContrast(node);
        if (contrast < 3) {
          unseen.add(node.getId() + " " + contrast);
        }
      }
    }
    robot.picture("keys-" + page.replaceAll("[^a-z]+", "-"));
    assertThat(reached).as("reached by keys on %s", page).containsAll(wanted);
    assertThat(unseen).as("without a ring that can be seen on %s", page).isEmpty();
  }

  private void pressOn(String id) {
    for (int i = 0; i < 80; i++) {
      Node owner = robot.scene().getFocusOwner();
      if (owner != null && id.equals(owner.getId()) && !ring().isEmpty()) {
        robot.press(KeyCode.ENTER);
        return;
      }
      robot.press(KeyCode.TAB);
    }
    throw new AssertionError("keys do not lead to #" + id);
  }

  private List<Node> ring() {
    return robot.nodes(node -> node.getStyleClass().contains("focus-ring"));
  }

  /**
   * Between the ring's own pixels and what they stand on: the best of the two lines against the
   * ground just outside, on the side where there is most room.
   */
  private double ringContrast(Node node) {
    return FxRobot.onFx(() -> {
      List<Node> rings = ring();
      if (rings.isEmpty()) {
        return 0.0;
      }
      Bounds place = rings.getFirst().localToScene(rings.getFirst().getLayoutBounds());
      if (!place.intersects(node.localToScene(node.getLayoutBounds()))) {
        return 0.0;
      }
      SnapshotParameters part = new SnapshotParameters();
      part.setViewport(
          new Rectangle2D(place.getCenterX(), Math.max(0, place.getMinY() - 4), 1, 16));
      PixelReader pixels = robot.scene().getRoot().snapshot(part, null).getPixelReader();
      int ground = pixels.getArgb(0, 0) & 0xFFFFFF;
      int outer = pixels.getArgb(0, 7) & 0xFFFFFF;
      int inner = pixels.getArgb(0, 13) & 0xFFFFFF;
      return Math.max(ScreenCheck.contrast(outer, ground), ScreenCheck.contrast(inner, ground));
    });
  }
}
