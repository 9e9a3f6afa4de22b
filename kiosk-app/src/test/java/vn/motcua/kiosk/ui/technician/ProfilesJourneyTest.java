package vn.motcua.kiosk.ui.technician;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.kiosk.AppFaults;
import vn.motcua.kiosk.desk.KeptProfile;
import vn.motcua.kiosk.ui.counter.CounterWorld;
import vn.motcua.kiosk.ui.kit.FxRobot;
import vn.motcua.scanner.paper.PaperSource;
import vn.motcua.scanner.paper.ScanFault;

/** A technician makes a profile, tries it, locks it and sends it on. */
class ProfilesJourneyTest {
  @TempDir Path root;

  /** The same in the other languages and sizes. */
  @Tag("long")
  @ParameterizedTest
  @CsvSource({"en,1366,768", "vi,1920,1080"})
  void theSameInOtherSizes(String language, double width, double height) throws Exception {
    makesTriesAndLocks(language, width, height);
  }

  @ParameterizedTest
  @CsvSource({"vi,1366,768", "en,1920,1080"})
  void makesTriesAndLocks(String language, double width, double height) throws Exception {
    String tag = "-" + language + "-" + (int) width;
    try (CounterWorld world = new CounterWorld(root.resolve("data"), true)) {
      TechnicianWindow[] window = new TechnicianWindow[1];
      try (FxRobot robot =
          FxRobot.open(
              width,
              height,
              stage ->
                  window[0] =
                      new TechnicianWindow(
                          stage,
                          world.deviceDesk,
                          world.profiles,
                          world.devices,
                          CounterWorld.CENTRE,
                          AppFaults.sentences(),
                          Clock.systemUTC(),
                          Locale.of(language)))) {
        ProfilesModel model = window[0].profiles();
        FxRobot.runFx(window[0]::open);
        robot.click("go-profiles");
        robot.await("asked", () -> model.offer().get() instanceof ProfilesModel.Offer.Known);
        robot.awaitId("profiles-none");
        assertThat(((Button) robot.node("profile-save")).isDisabled()).isTrue();
        look(robot, "technician-20-empty" + tag);

        FxRobot.runFx(() -> model.draft().name().set("Giấy tờ hai mặt"));
        robot.click("source-FEEDER_DUPLEX");
        robot.click("mode-GREY");
        robot.press(KeyCode.F9);
        robot.await("no paper", () -> model.news().get() instanceof ProfilesModel.News.Stopped);
        robot.awaitText("SCAN-EMPTY");
        world.scanner.load(List.of(CounterWorld.page("TRANG THU"), CounterWorld.page("2")));
        robot.press(KeyCode.F9);
        robot.awaitId("profile-picture");
        robot.pulses(20);
        look(robot, "technician-21-test" + tag);
        assertThat(world.scanner.loaded()).as("one page is enough").isEqualTo(1);

        robot.click("profile-save");
        robot.await("saved", () -> model.selected().get().isPresent());
        assertThat(world.profiles.profiles().find("Giấy tờ hai mặt").profile().source())
            .isEqualTo(PaperSource.FEEDER_DUPLEX);
        FxRobot.runFx(() -> model.pin().set("2408"));
        robot.click("profile-lock");
        robot.await("locked", model::locked);
        robot.pulses(4);
        assertThat(((Button) robot.node("profile-save")).isDisabled()).isTrue();
        look(robot, "technician-22-locked" + tag);
        FxRobot.runFx(() -> model.pin().set("2409"));
        robot.click("profile-lock");
        robot.awaitText("PROFILE-PIN");
        assertThat(model.pin().get()).as("a PIN is forgotten at once").isEmpty();

        // Something that the device cannot do is said when it is saved, not at the counter.
        FxRobot.runFx(() -> {
          model.begin();
          model.draft().name().set("Bản đồ");
          model.draft().millimetres().set("290x410");
        });
        robot.click("profile-save");
        robot.awaitText("SCAN-SETTING");
        assertThat(robot.shows(language.equals("vi") ? "khổ giấy đã chọn" : "chosen page size"))
            .as("which setting it is")
            .isTrue();
        look(robot, "technician-23-lacks" + tag);
        world.scanner.fail(new ScanFault.Offline(), 0);
        robot.click("profile-save");
        robot.await(
            "kept all the same",
            () ->
                model.news().get() instanceof ProfilesModel.News.Done done
                    && done.key().equals("profile.saved.unchecked"));
        world.scanner.clear();
        Path sent = root.resolve("sent.json");
        FxRobot.runFx(() -> model.exportTo(sent));
        robot.await("sent", () -> Files.exists(sent));
        Files.writeString(root.resolve("data/profiles/hong.json"), "{");
        robot.press(KeyCode.F5);
        robot.await("damaged", () -> !model.damaged().isEmpty());
        FxRobot.runFx(() -> model.importFrom(sent));
        robot.await(
            "clash",
            () ->
                model.news().get() instanceof ProfilesModel.News.Stopped stopped
                    && !(stopped.fault() instanceof ScanFault));
        robot.awaitText(language.equals("vi") ? "hong.json, dòng 1" : "hong.json, line 1");
        assertThat(robot.shows("no JSON")).isFalse();
        look(robot, "technician-24-list" + tag);
        robot.click("profile-remove");
        assertThat(world.profiles.profiles().list().profiles()).hasSize(2);
        robot.click("profile-remove");
        robot.await("removed", () -> model.profiles().size() == 1);
        FxRobot.runFx(() -> {
          KeptProfile left = model.profiles().getFirst();
          model.select(left);
          model.pin().set("2408");
        });
        robot.click("profile-lock");
        robot.await("unlocked", () -> !model.locked());
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
