package vn.motcua.kiosk.ui.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.citizen.Field;
import vn.motcua.kiosk.citizen.FieldSource;
import vn.motcua.kiosk.desk.DeskFault;
import vn.motcua.kiosk.desk.Draft;
import vn.motcua.kiosk.desk.DraftField;
import vn.motcua.kiosk.desk.DraftPerson;
import vn.motcua.kiosk.dossier.DraftCode;
import vn.motcua.kiosk.ui.kit.FxRobot;

/** An officer scans the code of what was prepared, on whatever screen. */
class DraftAtCounterTest {
  @TempDir Path root;

  @Test
  void theScanFillsTheFormUnlessSomethingIsBegun() throws Exception {
    try (CounterWorld world = new CounterWorld(root, true)) {
      DraftCode first = prepared(world, "Đinh Thị Mai");
      DraftCode second = prepared(world, "Y Bhăm");
      CounterWindow[] made = new CounterWindow[1];
      try (FxRobot robot = FxRobot.open(1366, 768, stage -> made[0] = world.window(stage, "vi"))) {
        CounterModel model = made[0].model();
        FxRobot.runFx(made[0]::open);
        FxRobot.runFx(() -> model.show(CounterModel.Screen.DOSSIERS));
        world.codes.scan(first.qrText());
        robot.await(
            "filled",
            () ->
                model.screen().get() == CounterModel.Screen.RECEIVE
                    && model.receive().procedure().get().isPresent()
                    && model
                        .receive()
                        .applicant()
                        .field(PersonForm.Key.NAME)
                        .value()
                        .equals("Đinh Thị Mai"));
        robot.picture("counter-draft-taken");
        robot.assertNothingCutOff();

        world.codes.scan(second.qrText());
        robot.await(
            "the second one waits",
            () -> model.notice().get().equals(Optional.of(new DeskFault.DraftWaits())));
        assertThat(model.receive().applicant().party().name()).isEqualTo("Đinh Thị Mai");
        robot.picture("counter-draft-waits");
        FxRobot.runFx(() -> model.receive().next());
        world.codes.scan(second.qrText());
        robot.await("its turn", () -> model.receive().applicant().party().name().equals("Y Bhăm"));
        FxRobot.runFx(made[0]::close);
      }
    }
  }

  private static DraftCode prepared(CounterWorld world, String name) throws Exception {
    DraftPerson person =
        new DraftPerson(
            Map.of(
                DraftField.NAME, new Field<>(name, FieldSource.TYPED),
                DraftField.NUMBER, new Field<>("051191407263", FieldSource.CHIP)));
    return world
        .desks
        .drafts()
        .keep(new Draft("1.001193", person, Optional.empty()), Optional.empty())
        .code();
  }
}
