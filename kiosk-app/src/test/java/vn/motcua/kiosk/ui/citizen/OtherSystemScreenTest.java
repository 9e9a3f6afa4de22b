package vn.motcua.kiosk.ui.citizen;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.kiosk.desk.LookupDesk;
import vn.motcua.kiosk.desk.OtherSystems;
import vn.motcua.kiosk.desk.ProofRules;
import vn.motcua.kiosk.desk.StoreMemory;
import vn.motcua.kiosk.source.HttpSource;
import vn.motcua.kiosk.source.LyingServer;
import vn.motcua.kiosk.source.SourceAnswer;
import vn.motcua.kiosk.store.Resources;
import vn.motcua.kiosk.ui.kit.FxRobot;

/** The terminal shows whose dossier it is, as of when, and how old that is. */
class OtherSystemScreenTest {
  private static final String NAME = "hệ thống của tỉnh";

  @TempDir Path root;

  /** The same in the other languages and sizes. */
  @Tag("long")
  @ParameterizedTest
  @CsvSource({"1920, 1080, en"})
  void inEnglishAndLyingDown(int width, int height, String language) throws Exception {
    saysWhereItIsFromAndHowOld(width, height, language);
  }

  @ParameterizedTest
  @CsvSource({"1080, 1920, vi"})
  void saysWhereItIsFromAndHowOld(int width, int height, String language) throws Exception {
    boolean vi = language.equals("vi");
    try (CitizenWorld world = new CitizenWorld(root.resolve("data"), true, false);
        LyingServer server = new LyingServer()) {
      StoreMemory memory = new StoreMemory(world.store, world.clock);
      Path mapping = Files.writeString(root.resolve("m.json"), "{\"proofs\": [\"phone6\"]}");
      server.answers(
          LyingServer.http(
              "200 OK",
              """
              {"error_code": 0, "result": {"MaHoSo": "H48.25-261120-0001",
               "TenTTHC": "Cấp giấy phép xây dựng nhà ở riêng lẻ", "ChuHoSo": "Hồ Thị Lành",
               "SoDienThoai": "0912345678", "NgayTiepNhan": "20261120083000",
               "NgayHenTra": "20261130170000", "TrangThaiHoSo": 4,
               "DonViXuLy": "Sở Xây dựng"}}
              """));
      try (HttpSource source =
          HttpSource.open(
              NAME,
              "http://127.0.0.1:" + server.port() + "/",
              mapping,
              root,
              memory,
              world.clock)) {
        LookupDesk desk =
            new LookupDesk(
                world.store,
                world.calendar,
                world.calls,
                world.clock,
                new OtherSystems(List.of(source), Duration.ofMillis(50)),
                Resources.procedures(),
                ProofRules.USUAL);
        CitizenWindow[] made = new CitizenWindow[1];
        try (FxRobot robot =
            FxRobot.open(width, height, stage -> made[0] = world.window(stage, desk))) {
          CitizenModel model = made[0].model();
          FxRobot.runFx(() -> made[0].texts().language().set(Locale.of(language)));
          String picture = "other-" + width + "x" + height + "-" + language;

          type(robot, model, "H48.25-261120-0001", "345678");
          robot.awaitText(vi ? "Theo hệ thống của tỉnh, lúc 08:42" : "as of 08:42");
          robot.awaitText("Sở Xây dựng");
          robot.awaitText(vi ? "Lãnh đạo xem và đồng ý" : "The agency’s leaders look");
          look(robot, picture + "-1-now");

          SourceAnswer.Found known =
              memory
                  .find(NAME, new vn.motcua.kiosk.dossier.DossierCode("H48.25-261120-0001"))
                  .orElseThrow();
          memory.forgetBefore(NAME, LocalDateTime.of(2100, 1, 1, 0, 0));
          memory.put(
              NAME,
              List.of(
                  new SourceAnswer.Found(
                      NAME, LocalDateTime.of(2026, 11, 21, 7, 5), known.dossier())));
          server.answers("");
          type(robot, model, "H48.25-261120-0001", "345678");
          robot.awaitText(vi ? "cách đây 2 ngày" : "2 days old");
          robot.awaitId("old");
          look(robot, picture + "-2-old");

          type(robot, model, "H48.25-261120-0009", "345678");
          robot.awaitText(
              vi ? "không hỏi được hệ thống của tỉnh" : "system cannot be asked right now");
          look(robot, picture + "-3-silent");
          FxRobot.runFx(made[0]::close);
        }
      }
    }
  }

  private static void type(FxRobot robot, CitizenModel model, String code, String proof) {
    FxRobot.runFx(model::home);
    FxRobot.runFx(model::useReceipt);
    code.chars().forEach(c -> FxRobot.runFx(() -> model.key((char) c)));
    FxRobot.runFx(model::submit);
    proof.chars().forEach(c -> FxRobot.runFx(() -> model.key((char) c)));
    FxRobot.runFx(model::submit);
  }

  private static void look(FxRobot robot, String name) {
    robot.picture(name);
    robot.assertNothingCutOff();
    robot.assertTouchTargets(76);
  }
}
