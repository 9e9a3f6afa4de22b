package vn.motcua.kiosk.ui.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.kiosk.citizen.Field;
import vn.motcua.kiosk.citizen.FieldSource;
import vn.motcua.kiosk.desk.CitizenDesks;
import vn.motcua.kiosk.desk.DraftDesk;
import vn.motcua.kiosk.desk.DraftField;
import vn.motcua.kiosk.desk.ScanDesk;
import vn.motcua.kiosk.desk.ScannedCode;
import vn.motcua.kiosk.desk.TestStaff;
import vn.motcua.kiosk.dossier.DraftCode;
import vn.motcua.kiosk.ui.citizen.papers.PapersPage;
import vn.motcua.kiosk.ui.citizen.papers.PapersRoom;
import vn.motcua.kiosk.ui.kit.FxRobot;
import vn.motcua.kiosk.ui.kit.TextSize;

/** "Cần giấy tờ gì?" in a window: searched, looked at, prepared with a card, taken by a counter. */
class PapersJourneyTest {
  @TempDir Path root;

  @Tag("long")
  @ParameterizedTest(name = "{0}×{1} {2} {3} clear={4} lowered={5}")
  @CsvSource({
    "1920, 1080, vi, NORMAL, false, false",
    "1920, 1080, en, NORMAL, true, false",
    "1080, 1920, en, LARGEST, false, false",
    "1080, 1920, vi, LARGE, true, true",
    "1920, 1080, vi, LARGEST, false, false",
    "540, 960, vi, NORMAL, false, false"
  })
  void inOtherSizesAsWell(
      int width, int height, String language, TextSize size, boolean clear, boolean lowered)
      throws Exception {
    fromAWordToTheCounter(width, height, language, size, clear, lowered);
  }

  @ParameterizedTest(name = "{0}×{1} {2} {3} clear={4} lowered={5}")
  @CsvSource("1080, 1920, vi, NORMAL, false, false")
  void fromAWordToTheCounter(
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
    try (CitizenWorld world = new CitizenWorld(root)) {
      ScanDesk scans = new ScanDesk(List.of(), world.folder, world.store, world.clock);
      CitizenDesks desks =
          TestStaff.citizens(world.store, world.folder, scans, world.clock, "Máy dân");
      CitizenWindow[] made = new CitizenWindow[1];
      try (FxRobot robot =
          FxRobot.open(
              worn.width(),
              worn.height(),
              stage ->
                  made[0] =
                      world.window(stage, PapersRoom.plan(desks, Optional.of((_, _) -> {}))))) {
        CitizenWindow window = made[0];
        CitizenModel model = window.model();
        worn.wear(robot, window);
        ScreenLook look = new ScreenLook(robot, window, "papers", worn, also, new SoftAssertions());
        look.at("01-home", "home-papers");
        robot.click("home-papers");
        look.at("02-events", "event-BIRTH");
        robot.click("event-BIRTH");
        look.at("03-event", "procedure-1.001193");
        robot.click("papers-find");
        robot.awaitId("keyboard");
        // The keys on the screen, then a keyboard of metal: the same rules.
        for (String key : "key-k key-e key-e key-t tone-ACUTE key-space".split(" ")) {
          robot.fire(key);
        }
        look.at("04-find", "procedure-1.000894");
        robot.fire("to-more");
        look.at("05-more", "keyboard-style");
        robot.fire("keyboard-method");
        robot.fire("to-letters");
        look.at("06-vni", "key-1");
        robot.fire("keyboard-method");
        robot.fire("keyboard-method");
        robot.fire("to-digits");
        look.at("07-digits", "key-@");
        FxRobot.runFx(() -> window.look().clear().set(!worn.clear()));
        robot.awaitId("key-@"); // another look is no reason to look for one's keys again
        worn.wear(robot, window);
        robot.fire("to-letters");
        for (int i = 0; i < 4; i++) {
          robot.fire("key-erase");
        }
        robot.awaitId("typing-field");
        FxRobot.runFx(() -> robot.node("typing-field").requestFocus());
        for (KeyCode key :
            List.of(KeyCode.S, KeyCode.I, KeyCode.N, KeyCode.H, KeyCode.BACK_SPACE, KeyCode.H)) {
          FxRobot.runFx(() -> pressed(robot, key));
        }
        robot.click("procedure-1.001193");
        look.at("08-needs", "needs-papers");
        robot.click("needs-phone");
        look.at("09-phone", "phone-qr");
        String list = decoded(robot, "phone-qr");
        assertThat(list).contains("1.001193", "Giấy chứng sinh", "Xã Sơn Tây");
        robot.click("back");
        robot.click("needs-slides");
        look.at("10-slides", "slide");
        robot.click("slide-play");
        robot.click("slide-next");
        look.at("11-slide-papers", "slide");
        robot.click("back");

        robot.click("needs-prepare");
        look.at("12-whom", "whom-self");
        robot.click("whom-other");
        look.at("13-fill", "fill-card");
        robot.click("fill-card");
        FxRobot.runFx(() -> model.scanned(CitizenWorld.cardQr(CitizenWorld.MAI)));
        world.readers.insert(CitizenWorld.MAI);
        robot.await(
            "the owner's name is asked", () -> model.state().page() instanceof PapersPage.Ask);
        look.at("14-ask-name", "ask-next");
        for (String key : "key-H key-' key-H key-e key-n key-space key-N key-i key-ê".split(" ")) {
          robot.fire(key);
        }
        robot.awaitText("H'Hen Niê");
        robot.fire("ask-next");
        robot.awaitId("key-7");
        robot.fire("key-7");
        robot.fire("ask-next");
        look.at("15-ask-birth", "ask-wrong");
        robot.fire("ask-skip");
        robot.await(
            "the telephone is asked",
            () ->
                model.state().page() instanceof PapersPage.Ask ask
                    && ask.question().field() == DraftField.PHONE);
        for (char digit : "0905000000".toCharArray()) {
          robot.fire("key-" + digit);
        }
        look.at("16-ask-phone", "ask-skip");
        robot.fire("ask-next");
        look.atList("17-check", "check-done");
        robot.click("check-scan");
        look.at("18-scan", "scan-done");
        robot.click("scan-done");
        robot.click("check-done");
        look.at("19-handed", "draft-qr");
        PapersPage.Handed handed = (PapersPage.Handed) model.state().page();
        String text = decoded(robot, "draft-qr");
        assertThat(text).isEqualTo(handed.kept().code().qrText());
        robot.click("leave");
        robot.await("home", () -> model.state().page() instanceof Page.Home);
        assertThat(robot.words()).noneMatch(words -> words.contains(handed.kept().code().spaced()));

        DraftCode code = ((ScannedCode.Draft) ScannedCode.read(text)).code();
        DraftDesk.Taken taken = desks.drafts().take(code);
        assertThat(taken.draft().applicant().field(DraftField.NUMBER))
            .contains(new Field<>(CitizenWorld.MAI.number(), FieldSource.CHIP));
        assertThat(taken.draft().applicant().field(DraftField.NAME).map(Field::value))
            .contains(CitizenWorld.MAI.name());
        assertThat(taken.draft().owner().orElseThrow().field(DraftField.NAME))
            .contains(new Field<>("H'Hen Niê", FieldSource.TYPED));
        FxRobot.runFx(window::close);
        look.found().assertAll();
      }
    }
  }

  private static void pressed(FxRobot robot, KeyCode key) {
    Node field = robot.scene().getFocusOwner();
    boolean letter = key.isLetterKey();
    javafx.event.Event.fireEvent(
        field,
        letter
            ? new javafx.scene.input.KeyEvent(
                javafx.scene.input.KeyEvent.KEY_TYPED,
                key.getName().toLowerCase(Locale.ROOT),
                "",
                KeyCode.UNDEFINED,
                false,
                false,
                false,
                false)
            : new javafx.scene.input.KeyEvent(
                javafx.scene.input.KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
  }

  /** What a decoder that is not ours reads from the pixels on the screen. */
  private String decoded(FxRobot robot, String id) throws Exception {
    Node picture = robot.awaitId(id);
    robot.reveal(picture);
    robot.pulses(2);
    BufferedImage[] shot = new BufferedImage[1];
    FxRobot.runFx(() -> {
      WritableImage scene = robot.scene().snapshot(null);
      Bounds at = picture.localToScene(picture.getBoundsInLocal());
      int margin = 0;
      int left = (int) Math.max(0, at.getMinX() - margin);
      int top = (int) Math.max(0, at.getMinY() - margin);
      int right = (int) Math.min(scene.getWidth(), at.getMaxX() + margin);
      int bottom = (int) Math.min(scene.getHeight(), at.getMaxY() + margin);
      BufferedImage cut = new BufferedImage(right - left, bottom - top, BufferedImage.TYPE_INT_RGB);
      PixelReader pixels = scene.getPixelReader();
      for (int y = top; y < bottom; y++) {
        for (int x = left; x < right; x++) {
          cut.setRGB(x - left, y - top, pixels.getArgb(x, y));
        }
      }
      shot[0] = cut;
    });
    Path file = root.resolve(id + ".png");
    ImageIO.write(shot[0], "png", file.toFile());
    Process zbar =
        new ProcessBuilder(
                "zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", file.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String read = new String(zbar.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(zbar.waitFor(30, TimeUnit.SECONDS)).isTrue();
    Files.delete(file);
    return read;
  }
}
