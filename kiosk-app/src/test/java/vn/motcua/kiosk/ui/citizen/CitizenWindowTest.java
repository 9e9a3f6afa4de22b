package vn.motcua.kiosk.ui.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.desk.ScannedCode;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.ui.kit.FxRobot;
import vn.motcua.kiosk.ui.kit.TextSize;
import vn.motcua.kiosk.ui.kit.Texts;

/** What only a real window can prove: devices that reach it, looks that end with the visit. */
class CitizenWindowTest {
  @TempDir Path root;
  private CitizenWorld world;
  private CitizenWindow window;
  private FxRobot robot;

  @BeforeEach
  void open() throws Exception {
    world = new CitizenWorld(root);
    robot = FxRobot.open(1080, 1920, stage -> window = world.window(stage));
  }

  @AfterEach
  void close() throws Exception {
    FxRobot.runFx(window::close);
    world.close();
  }

  @Test
  void aReaderThatTypesLeadsStraightToTheDossier() throws Exception {
    DossierCode code = world.threeOfMai().getFirst();
    robot.typeFast(ScannedCode.receiptText(code, CitizenWorld.SECRET) + "\n");
    robot.awaitId("rail");
    assertThat(robot.shows(code.value())).isTrue();
  }

  @Test
  void aReaderOnALineLeadsStraightToTheDossierToo() throws Exception {
    DossierCode code = world.threeOfMai().getFirst();
    world.codes.scan(ScannedCode.receiptText(code, CitizenWorld.SECRET));
    robot.awaitId("rail");
    world.codes.scan(new byte[10_000]);
    robot.awaitId("note");
    robot.awaitId("rail");
  }

  @Test
  void aTouchOnTheCardTileAsksForTheCardAndBackReturns() {
    robot.click("home-card");
    robot.awaitId("step-1");
    robot.click("back");
    robot.awaitId("home-card");
    robot.click("home-receipt");
    robot.awaitId("keys");
    for (char c : "h48".toCharArray()) {
      robot.click("key-" + Character.toUpperCase(c));
    }
    robot.awaitText("H48");
    robot.click("key-erase");
    robot.await("one gone", () -> robot.words().contains("H4"));
  }

  @Test
  void whatDoesNotFitIsReachedByTheButtonBelow() throws Exception {
    FxRobot.runFx(() -> window.look().textSize().set(TextSize.LARGEST));
    world.codes.scan(ScannedCode.receiptText(world.threeOfMai().getFirst(), CitizenWorld.SECRET));
    robot.awaitId("rail");
    for (int i = 0; i < 20 && !robot.shows("Về đầu trang"); i++) {
      robot.click("more");
    }
    robot.awaitText("Về đầu trang");
    robot.picture("citizen-scrolled-to-the-end");
    assertThat(robot.node("viewings").localToScene(0, 0).getY()).isBetween(0.0, 1500.0);
    robot.click("more");
    robot.awaitText("Xem tiếp");
  }

  @Test
  void languageAndLooksEndWithTheVisit() throws Exception {
    robot.click("language-en");
    robot.awaitText("I have a receipt");
    robot.click("bar-size");
    robot.click("bar-clear");
    robot.click("bar-lower");
    assertThat(window.look().textSize().get()).isEqualTo(TextSize.LARGE);
    assertThat(window.look().clear().get()).isTrue();
    assertThat(window.look().lowered().get()).isTrue();
    world.codes.scan(ScannedCode.receiptText(world.threeOfMai().getFirst(), CitizenWorld.SECRET));
    robot.awaitText("Not finished today.");
    robot.click("leave");
    robot.awaitText("Có giấy hẹn");
    assertThat(window.look().textSize().get()).isEqualTo(TextSize.NORMAL);
    assertThat(window.look().clear().get()).isFalse();
    assertThat(window.look().lowered().get()).isFalse();
    assertThat(window.texts().language().get()).isEqualTo(Texts.VIETNAMESE);
  }

  @Test
  void afterLeavingNothingOfTheCitizenIsInTheWindow() throws Exception {
    List<DossierCode> codes = world.threeOfMai();
    world.codes.scan(CitizenWorld.cardQrText(CitizenWorld.MAI));
    world.readers.insert(CitizenWorld.MAI);
    robot.awaitText("Chào bà Mai");
    robot.press(KeyCode.A);
    robot.click("leave");
    robot.awaitId("home-card");
    List<String> words = robot.words();
    assertThat(String.join("\n", words).toLowerCase(Locale.ROOT))
        .doesNotContain("mai")
        .doesNotContain(codes.getFirst().value().toLowerCase(Locale.ROOT));
  }
}
