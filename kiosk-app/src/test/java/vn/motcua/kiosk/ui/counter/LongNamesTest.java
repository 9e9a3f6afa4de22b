package vn.motcua.kiosk.ui.counter;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.ui.kit.FxRobot;
import vn.motcua.scanner.chip.simulated.SimulatedCardProfile;
import vn.motcua.scanner.chip.simulated.SimulatedCitizens;

/** Names and places that are longer, or other, than a form expects. */
class LongNamesTest {
  @TempDir Path root;

  private static SimulatedCardProfile called(String name, String residence) {
    SimulatedCardProfile card = SimulatedCitizens.c();
    return new SimulatedCardProfile(
        card.number(),
        name,
        card.birth(),
        card.sex(),
        card.ethnicity(),
        card.religion(),
        card.origin(),
        residence,
        card.marks(),
        card.issued(),
        card.expiry(),
        card.father(),
        card.mother(),
        card.spouse(),
        card.oldNumber());
  }

  @Test
  void standWholeAtTheCounter() throws Exception {
    try (CounterWorld world = new CounterWorld(root.resolve("data"), true)) {
      CounterWindow[] window = new CounterWindow[1];
      try (FxRobot robot =
          FxRobot.open(1366, 768, stage -> window[0] = world.window(stage, "vi"))) {
        CounterModel model = window[0].model();
        FxRobot.runFx(window[0]::open);
        robot.await("procedures", () -> !model.receive().found().isEmpty());
        SimulatedCardProfile longest =
            called(
                "Nguyễn Hoàng Công Tằng Tôn Nữ Thị Quỳnh Phương Hồng Diễm",
                "Số 128/47/9B, ngõ Chùa Vĩnh Nghiêm, tổ dân phố Nguyễn Thị Minh Khai, thôn Đắk Be,"
                    + " xã Suối Đá, tỉnh Quảng Ngãi");
        world.readers.insert(longest);
        world.codes.scan(CounterWorld.qr(longest));
        robot.await("read", () -> model.card().state().get() instanceof CardModel.State.Read);
        robot.pulses(4);
        robot.picture("long-1-name");
        robot.assertNothingCutOff();
        SimulatedCardProfile short2 = called("Y Bhăm", "Buôn Dray");
        FxRobot.runFx(() -> model.receive().ownerDiffers().set(true));
        world.readers.remove();
        world.readers.insert(short2);
        world.codes.scan(CounterWorld.qr(short2));
        robot.await(
            "second read",
            () ->
                model.card().state().get() instanceof CardModel.State.Read(var citizen)
                    && citizen.name().value().equals("Y Bhăm"));
        robot.pulses(4);
        robot.picture("long-2-owner");
        robot.assertNothingCutOff();
        FxRobot.runFx(window[0]::close);
      }
    }
  }
}
