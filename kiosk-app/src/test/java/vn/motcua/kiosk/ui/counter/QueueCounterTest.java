package vn.motcua.kiosk.ui.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.desk.QueueDesk;
import vn.motcua.kiosk.desk.QueueState;
import vn.motcua.kiosk.dossier.Ticket;
import vn.motcua.kiosk.dossier.TicketPriority;
import vn.motcua.kiosk.dossier.TicketService;
import vn.motcua.kiosk.ui.kit.FxRobot;

/** The queue at the counter: by keys, in a real window. */
class QueueCounterTest {
  @TempDir Path root;

  @Test
  void fourKeysCallTheNextAgainAndEndIt() throws Exception {
    try (CounterWorld world = new CounterWorld(root, true)) {
      QueueDesk desk = world.desks.hall().queue();
      CounterWindow[] made = new CounterWindow[1];
      try (FxRobot robot = FxRobot.open(1366, 768, stage -> made[0] = world.window(stage, "vi"))) {
        FxRobot.runFx(made[0]::open);
        QueueModel model = made[0].model().queue();
        robot.press(KeyCode.F10);
        robot.awaitText("Không có ai chờ");
        robot.awaitText("Từ 5 người trở lên");
        FxRobot.runFx(model::next);
        desk.take(TicketService.SUBMIT, TicketPriority.NONE);
        desk.take(TicketService.RESULT, TicketPriority.PREGNANT);
        desk.take(TicketService.ASK, TicketPriority.NONE);
        robot.awaitText("3 người đang chờ");
        robot.picture("counter-queue-waiting");
        robot.assertNothingCutOff();
        robot.press(KeyCode.F9);
        robot.await("the first is here", () -> here(model).equals("B001"));
        robot.awaitId("queue-again");
        robot.picture("counter-queue-called");
        robot.assertNothingCutOff();
        robot.press(KeyCode.F7);
        robot.await("called again", () -> !model.busy().get());
        robot.press(KeyCode.F8);
        robot.await("nobody came", () -> here(model).isEmpty());
        robot.awaitId("queue-back");
        robot.click("queue-back");
        robot.await("three wait again", () -> ahead(desk) == 3);
        robot.await("not busy", () -> !model.busy().get());
        robot.press(KeyCode.F9);
        robot.await("somebody is here", () -> !here(model).isEmpty());
        robot.await("not busy", () -> !model.busy().get());
        robot.press(KeyCode.F6);
        robot.await("done", () -> here(model).isEmpty());
        assertThat(desk.state().served()).isEqualTo(1);

        FxRobot.runFx(made[0]::close);
      }
    }
  }

  private static int ahead(QueueDesk desk) {
    try {
      QueueState state = desk.state();
      return state.ahead().size();
    } catch (vn.motcua.scanner.FaultException e) {
      throw new AssertionError(e);
    }
  }

  private static String here(QueueModel model) {
    return model.here().map(Ticket::label).orElse("");
  }
}
