package vn.motcua.kiosk.ui.citizen;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.kiosk.desk.CallDesk;
import vn.motcua.kiosk.dossier.Apology;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.PortalStatus;
import vn.motcua.kiosk.dossier.ReturnChannel;
import vn.motcua.kiosk.dossier.Stage;
import vn.motcua.kiosk.ui.kit.FxRobot;
import vn.motcua.kiosk.ui.kit.TextSize;

/** Every screen of the terminal, walked through as a citizen does, in both orientations. */
class CitizenScreensTest {
  @TempDir Path root;

  /** The same in the other languages and sizes. */
  @Tag("long")
  @ParameterizedTest(name = "{0}×{1} {2} {3} clear={4} lowered={5}")
  @CsvSource({
    "1920, 1080, vi, NORMAL, false, false",
    "1920, 1080, vi, LARGEST, false, false",
    "1080, 1920, vi, LARGE, true, true",
    "1080, 1920, en, LARGEST, false, false",
    "540, 960, vi, NORMAL, false, false"
  })
  void inOtherSizesAsWell(
      int width, int height, String language, TextSize size, boolean clear, boolean lowered)
      throws Exception {
    everyScreenIsWholeAndCanBeHit(width, height, language, size, clear, lowered);
  }

  @ParameterizedTest(name = "{0}×{1} {2} {3} clear={4} lowered={5}")
  @CsvSource({"1080, 1920, vi, NORMAL, false, false", "1920, 1080, en, NORMAL, true, false"})
  void everyScreenIsWholeAndCanBeHit(
      int width, int height, String language, TextSize size, boolean clear, boolean lowered)
      throws Exception {
    walk(new Dressing(width, height, language, size, clear, lowered), List.of());
  }

  /** Each page both ways up, in both languages, all sizes, clear and not, lowered and not. */
  @Tag("long")
  @Test
  void everyPageInEveryDressing() throws Exception {
    walk(Dressing.USUAL, ScreenLook.asked());
  }

  private void walk(Dressing worn, List<Dressing> also) throws Exception {
    String language = worn.language();
    try (CitizenWorld world = new CitizenWorld(root, true, false)) {
      var three = world.threeOfMai();
      DossierCode late =
          world.put(
              "2.000635",
              Stage.APPROVAL,
              PortalStatus.PROCESSING,
              "2026-11-10T08:00",
              Optional.of(
                  new Apology(
                      LocalDate.of(2026, 11, 20),
                      LocalDate.of(2026, 11, 25),
                      "chờ tra sổ gốc ở tỉnh")),
              ReturnChannel.POST);
      DossierCode stopped =
          world.put("1.001193", Stage.APPRAISAL, PortalStatus.STOPPED, "2026-11-16T08:00");
      CitizenWindow[] made = new CitizenWindow[1];
      try (FxRobot robot =
          FxRobot.open(worn.width(), worn.height(), stage -> made[0] = world.window(stage))) {
        CitizenWindow window = made[0];
        CitizenModel model = window.model();
        worn.wear(robot, window);
        ScreenLook look =
            new ScreenLook(robot, window, "citizen", worn, also, new SoftAssertions());
        look.at("01-home", "home-card");

        robot.click("home-card");
        look.at("02-card", "step-1");
        FxRobot.runFx(() -> model.scanned(CitizenWorld.scan("rác <script>")));
        look.at("03-garbage", "note");
        FxRobot.runFx(() -> model.scanned(CitizenWorld.cardQr(CitizenWorld.MAI)));
        look.at("04-card-known", "step-2");
        robot.click("type-six");
        robot.click("key-1");
        look.at("05-six", "entry");
        robot.click("back");
        FxRobot.runFx(() -> model.scanned(CitizenWorld.cardQr(CitizenWorld.MAI)));
        world.readers.insert(CitizenWorld.MAI);
        look.at("06-needs-more", "more-staff");
        robot.click("more-staff");
        look.at("07-asked", "asking");
        CallDesk.Call call = world.calls.open().getFirst();
        world.calls.answer(call, "Lê Thị Hạnh", true);
        look.at("08-dossiers", "dossier-" + three.getFirst().value());
        robot.click("dossier-" + three.getFirst().value());
        look.at("09-one", "rail");
        robot.click("viewings");
        robot.awaitText("Lê Thị Hạnh");
        look.atList("10-viewings", "leave");
        robot.click("back");
        robot.click("bar-read");
        look.atShort("11-caption", "caption");
        robot.click("caption-close");
        robot.click("bar-call");
        robot.awaitText(language.equals("vi") ? "Đã gọi" : "called");
        look.atShort("12-called", "note");
        robot.click("leave");
        look.at("13-take-card", "note");
        world.readers.remove();

        worn.wear(robot, window);
        FxRobot.runFx(() -> model.scanned(CitizenWorld.receipt(late)));
        look.at("14-late", "rail");
        FxRobot.runFx(() -> model.scanned(CitizenWorld.receipt(three.get(2))));
        robot.awaitId("missing");
        look.at("15-paused", "rail");
        FxRobot.runFx(() -> model.scanned(CitizenWorld.receipt(three.get(1))));
        robot.await("ready", () -> robot.shows(three.get(1).value()));
        look.at("16-ready", "rail");
        FxRobot.runFx(() -> model.scanned(CitizenWorld.receipt(stopped)));
        robot.await("stopped", () -> robot.shows(stopped.value()));
        look.at("17-stopped", "rail");
        FxRobot.runFx(model::home);

        robot.click("home-without");
        look.at("18-code", "keys");
        for (char key : three.getFirst().value().replace(".", "").toCharArray()) {
          FxRobot.runFx(() -> model.key(key));
        }
        robot.click("submit");
        for (int i = 0; i < 4; i++) {
          "222222".chars().forEach(c -> FxRobot.runFx(() -> model.key((char) c)));
          robot.click("submit");
          int left = 4 - i;
          robot.await(
              "refused",
              () ->
                  model.state().page() instanceof Page.TypeSecret secret
                      && secret.triesLeft().orElse(9) == left);
        }
        look.atShort("19-refused", "offer-staff");
        "222222".chars().forEach(c -> FxRobot.runFx(() -> model.key((char) c)));
        robot.click("submit");
        look.at("20-tries", "help");
        FxRobot.runFx(model::home);

        FxRobot.runFx(() -> model.scanned(CitizenWorld.cardQr(CitizenWorld.MAI)));
        world.readers.removeAtExchange(4);
        world.readers.insert(CitizenWorld.MAI);
        look.at("21-removed", "help");
        FxRobot.runFx(window::close);
        look.found().assertAll();
      }
    }
  }
}
