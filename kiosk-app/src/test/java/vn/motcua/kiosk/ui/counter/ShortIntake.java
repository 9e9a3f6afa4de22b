package vn.motcua.kiosk.ui.counter;

import java.util.List;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.ui.kit.FxRobot;

/** A dossier received through the window as quickly as it goes: a name, one paper of one page. */
final class ShortIntake {
  private ShortIntake() {}

  /** All that it needs but the last key; the window is at the screen for receiving. */
  static void prepare(FxRobot robot, CounterWorld world, ReceiveModel receive, String procedure) {
    robot.await("procedures", () -> !receive.found().isEmpty());
    robot.await("ways of scanning", () -> receive.scan().choices().size() == 2);
    world.scanner.load(List.of(CounterWorld.page("TO KHAI")));
    FxRobot.runFx(() -> {
      receive.applicant().field(PersonForm.Key.NAME).text().set("Y Bhăm Niê");
      receive.applicant().field(PersonForm.Key.NUMBER).text().set("051191407263");
      receive.applicant().field(PersonForm.Key.BIRTH).text().set("02/09/1991");
      receive.choose(
          receive.found().stream()
              .filter(each -> each.code().equals(procedure))
              .findFirst()
              .orElseThrow());
      receive.papers().getFirst().counted().set("1");
      receive.papers().stream()
          .skip(1)
          .forEach(line -> {
            line.originals().set("0");
            line.copies().set("0");
          });
    });
    robot.press(javafx.scene.input.KeyCode.F7);
    robot.await("complete", () -> receive.missing().get().isEmpty());
  }

  /** Receives it and gives its code. */
  static DossierCode receive(
      FxRobot robot, CounterWorld world, ReceiveModel receive, String procedure) {
    prepare(robot, world, receive, procedure);
    FxRobot.runFx(receive::receive);
    robot.await("received", () -> receive.received().get().isPresent());
    return receive.received().get().orElseThrow().dossier().code();
  }
}
