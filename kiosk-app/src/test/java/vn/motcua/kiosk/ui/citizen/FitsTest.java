package vn.motcua.kiosk.ui.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.desk.HallDesks;
import vn.motcua.kiosk.desk.TestHall;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.PortalStatus;
import vn.motcua.kiosk.dossier.Stage;
import vn.motcua.kiosk.dossier.TicketPriority;
import vn.motcua.kiosk.dossier.TicketService;
import vn.motcua.kiosk.ui.kit.FxRobot;
import vn.motcua.kiosk.ui.kit.ScreenCheck;
import vn.motcua.kiosk.ui.kit.TextSize;

/** What matters stands on the screen as a whole, however large the letters; the rest gives way. */
class FitsTest {
  @TempDir Path root;
  private CitizenWorld world;
  private CitizenWindow window;
  private FxRobot robot;

  @BeforeEach
  void open() throws Exception {
    world = new CitizenWorld(root);
    HallDesks hall = TestHall.of(world.store, world.folder, world.clock);
    hall.queue().take(TicketService.SUBMIT, TicketPriority.NONE);
    hall.queue().next("2"); // somebody is called: its line takes room as well
    RoomPlan[] rooms = world.rooms(hall);
    robot = FxRobot.open(1920, 1080, stage -> window = world.window(stage, rooms));
  }

  @AfterEach
  void close() throws Exception {
    FxRobot.runFx(window::close);
    world.close();
  }

  @Test
  void bothWaysAreThereWithoutScrolling() {
    robot.awaitText("A001");
    SoftAssertions found = new SoftAssertions();
    for (Dressing worn : Dressing.all()) {
      if (worn.clear() || worn.lowered()) {
        continue;
      }
      worn.wear(robot, window);
      robot.picture("fits-home-" + worn);
      for (String way : List.of("home-receipt", "home-card")) {
        found.assertThat(isWhole(way)).as("%s at %s", way, worn).isTrue();
      }
    }
    found.assertAll();
  }

  @Test
  void aDossierNeedsNoScrollingAndNothingLeavesALoweredScreen() throws Exception {
    DossierCode code =
        world.put("1.004873", Stage.APPRAISAL, PortalStatus.PROCESSING, "2026-11-20T09:10");
    FxRobot.runFx(() -> window.model().scanned(CitizenWorld.receipt(code)));
    robot.awaitId("rail");
    robot.click("bar-call");
    robot.awaitId("note");
    for (Dressing worn : List.of(Dressing.USUAL, Dressing.WIDE)) {
      worn.wear(robot, window);
      assertThat(scrolls()).as("%s, staff called", worn).isFalse();
    }
    Dressing large = new Dressing(1920, 1080, "vi", TextSize.LARGEST, false, true);
    large.wear(robot, window);
    assertThat(ScreenCheck.outside(robot)).isEmpty();
    Dressing low = new Dressing(1080, 1920, "vi", TextSize.NORMAL, false, true);
    low.wear(robot, window);
    assertThat(FxRobot.onFx(() -> top("answer"))).as("it is lowered").isGreaterThan(600);
  }

  private boolean scrolls() {
    return !robot.nodes(node -> "more".equals(node.getId())).isEmpty();
  }

  private boolean isWhole(String id) {
    return FxRobot.onFx(() -> ScreenCheck.isSeenWhole(robot.node(id)));
  }

  private double top(String id) {
    Node node = robot.node(id);
    return node.localToScene(node.getLayoutBounds()).getMinY();
  }
}
