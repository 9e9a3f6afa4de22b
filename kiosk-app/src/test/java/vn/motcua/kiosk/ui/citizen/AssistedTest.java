package vn.motcua.kiosk.ui.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.desk.Helper;
import vn.motcua.kiosk.desk.HelperDesk;
import vn.motcua.kiosk.desk.LookupDesk;
import vn.motcua.kiosk.desk.ScannedCode;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.PortalStatus;
import vn.motcua.kiosk.dossier.Stage;
import vn.motcua.kiosk.store.LedgerEntry;
import vn.motcua.kiosk.ui.citizen.helping.HelpingRoom;
import vn.motcua.kiosk.ui.kit.FxRobot;
import vn.motcua.kiosk.ui.kit.ScreenCheck;
import vn.motcua.kiosk.ui.kit.TextSize;

/** Assisted mode in a real window: a band says who helps, and the ledger does. */
class AssistedTest {
  @TempDir Path root;

  @Test
  void whatAHelperOpensIsWrittenDownAsHelp() throws Exception {
    try (CitizenWorld world = new CitizenWorld(root)) {
      DossierCode code = world.threeOfMai().getFirst();
      HelperDesk helpers = new HelperDesk(root.resolve("helpers"), world.clock);
      helpers.allow(new Helper("Y Bhươm", Helper.Role.COMMUNITY), "204817");
      LookupDesk desk =
          new LookupDesk(world.store, world.calendar, world.calls, world.clock).helpedBy(helpers);
      CitizenWindow[] made = new CitizenWindow[1];
      try (FxRobot robot =
          FxRobot.open(
              1080,
              1920,
              stage -> made[0] = world.window(stage, desk, HelpingRoom.plan(helpers)))) {
        CitizenWindow window = made[0];
        SoftAssertions found = new SoftAssertions();
        robot.press(KeyCode.F9);
        robot.awaitId("helper-go");
        for (char digit : "204818".toCharArray()) {
          robot.click("key-" + digit);
        }
        assertThat(robot.words()).noneMatch(words -> words.contains("204818"));
        ScreenCheck.check(robot, "assisted-pin", found);
        robot.picture("assisted-1-pin");
        robot.click("helper-go");
        robot.awaitText("HELPER-PIN-WRONG");
        assertThat(helpers.at(CitizenWorld.TERMINAL)).isEmpty();
        robot.press(KeyCode.F9);
        robot.awaitId("helper-go");
        for (char digit : "204817".toCharArray()) {
          robot.click("key-" + digit);
        }
        robot.click("helper-go");
        robot.awaitText("Đang có người giúp: Y Bhươm");
        ScreenCheck.check(robot, "assisted-home", found);
        robot.picture("assisted-2-home");
        world.codes.scan(ScannedCode.receiptText(code, CitizenWorld.SECRET));
        robot.awaitId("rail");
        robot.awaitId("helper-band");
        FxRobot.runFx(() -> window.look().textSize().set(TextSize.LARGEST));
        FxRobot.runFx(() -> window.look().clear().set(true));
        ScreenCheck.check(robot, "assisted-dossier", found);
        robot.picture("assisted-3-dossier");
        assertThat(world.store.ledger(code))
            .extracting(LedgerEntry::why)
            .anyMatch(why -> why.endsWith("; Y Bhươm giúp"));
        assertThat(world.store.find(code).orElseThrow().applicant().name())
            .isEqualTo(CitizenWorld.MAI.name());
        // Somebody else's receipt, before "Xong": nobody has said that they help this one too.
        DossierCode next =
            world.put("1.004873", Stage.APPRAISAL, PortalStatus.STOPPED, "2026-11-20T11:10");
        world.codes.scan(ScannedCode.receiptText(next, CitizenWorld.SECRET));
        robot.await("the help to end", () -> !robot.shows("Y Bhươm"));
        robot.awaitText(next.value());
        assertThat(world.store.ledger(next)).hasSizeGreaterThan(2);
        assertThat(world.store.ledger(next))
            .extracting(LedgerEntry::why)
            .noneMatch(why -> why.contains("Y Bhươm"));
        FxRobot.runFx(() -> window.look().textSize().set(TextSize.NORMAL));
        robot.press(KeyCode.F9);
        robot.awaitId("helper-go");
        for (char digit : "204817".toCharArray()) {
          robot.click("key-" + digit);
        }
        robot.click("helper-go");
        robot.awaitText("Đang có người giúp: Y Bhươm");
        world.codes.scan(ScannedCode.receiptText(code, CitizenWorld.SECRET));
        robot.awaitId("rail");
        copy("051191407263 Đinh Thị Mai");
        assertThat(pasted()).contains("Mai");
        robot.click("leave");
        assertThat(pasted()).as("clipboard").isEmpty();
        robot.await("the help to end", () -> !robot.shows("Y Bhươm"));
        assertThat(helpers.at(CitizenWorld.TERMINAL)).isEqualTo(Optional.empty());
        FxRobot.runFx(window::close);
        found.assertAll();
      }
    }
  }

  private static void copy(String text) {
    FxRobot.runFx(
        () -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
  }

  private static String pasted() {
    return FxRobot.onFx(
        () -> Optional.ofNullable(Clipboard.getSystemClipboard().getString()).orElse(""));
  }
}
