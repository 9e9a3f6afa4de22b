package vn.motcua.kiosk.ui.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.kiosk.desk.ScannedCode;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.PortalStatus;
import vn.motcua.kiosk.dossier.Stage;
import vn.motcua.kiosk.ui.kit.FxRobot;
import vn.motcua.kiosk.ui.kit.TextSize;
import vn.motcua.scanner.chip.simulated.SimulatedCitizens;
import vn.motcua.scanner.chip.simulated.VirtualCard;

/** Somebody who tries to break the terminal, in a real window. */
class SaboteurTest {
  /** What a reader may be made to say. */
  private static final List<byte[]> GARBAGE =
      List.of(
          new byte[10_000],
          binary(300),
          "'; DROP TABLE dossier; --".getBytes(StandardCharsets.UTF_8),
          "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8),
          "MC1|H48.025.16-261120-0041|".getBytes(StandardCharsets.UTF_8),
          "MC1|%s%s%n|{0}{1}".getBytes(StandardCharsets.UTF_8),
          "Đ".repeat(2_000).getBytes(StandardCharsets.UTF_8),
          "\u202e\u2066\ufeff😀👵🏽\u0301\u0301".repeat(40).getBytes(StandardCharsets.UTF_8),
          "MC1|\u202eH48.025.16-261120-0041|7K3MPX".getBytes(StandardCharsets.UTF_8),
          "\u001b[2J\u0007\u0000\r\n".getBytes(StandardCharsets.UTF_8),
          "|||||||||||".getBytes(StandardCharsets.UTF_8));

  @TempDir Path root;
  private CitizenWorld world;
  private CitizenWindow window;
  private CitizenModel model;
  private FxRobot robot;

  @BeforeEach
  void open() throws Exception {
    world = new CitizenWorld(root);
    robot = FxRobot.open(1080, 1920, stage -> window = world.window(stage));
    model = window.model();
  }

  @AfterEach
  void close() throws Exception {
    FxRobot.runFx(window::close);
    world.close();
  }

  private static byte[] binary(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (i * 37 + 128);
    }
    return bytes;
  }

  private void throwGarbage(String id) {
    for (byte[] garbage : GARBAGE) {
      Page before = model.state().page();
      world.codes.scan(garbage);
      robot.pulses(3);
      assertThat(model.state().page()).as("nothing is lost").isEqualTo(before);
      robot.awaitId(id);
      robot.assertNothingCutOff();
    }
    robot.awaitId("note");
  }

  @Test
  void garbageOnEveryPageLeavesThePageAsItWas() throws Exception {
    DossierCode code = world.threeOfMai().getFirst();
    throwGarbage("home-card");
    robot.click("home-card");
    throwGarbage("step-1");
    robot.click("type-six");
    robot.click("key-7");
    throwGarbage("entry");
    robot.click("back");
    robot.click("back");
    robot.click("home-without");
    robot.click("key-H");
    throwGarbage("entry");
    assertThat(robot.words()).contains("H");
    world.codes.scan(code.value());
    robot.awaitText("Mã tra cứu");
    robot.click("key-7");
    throwGarbage("entry");
    world.codes.scan(ScannedCode.receiptText(code, CitizenWorld.SECRET));
    robot.awaitId("rail");
    throwGarbage("rail");
    robot.click("viewings");
    throwGarbage("leave");
    robot.click("leave");
    robot.awaitId("home-card");
  }

  @Test
  void twiceTheSameReceiptAndThenAnothersShowsOnlyTheLast() throws Exception {
    List<DossierCode> codes = world.threeOfMai();
    String first = ScannedCode.receiptText(codes.get(0), CitizenWorld.SECRET);
    world.codes.scan(first);
    world.codes.scan(first);
    robot.awaitId("rail");
    assertThat(robot.shows(codes.get(0).value())).isTrue();
    world.codes.scan(ScannedCode.receiptText(codes.get(1), CitizenWorld.SECRET));
    robot.awaitText(codes.get(1).value());
    assertThat(everyText()).noneMatch(text -> text.contains(codes.get(0).value()));
  }

  @Test
  void doubleTapsAndLanguagesInMidFlowLeadNowhereStrange() throws Exception {
    List<DossierCode> codes = world.threeOfMai();
    robot.click("home-card");
    FxRobot.runFx(() -> window.texts().language().set(Locale.ENGLISH));
    robot.awaitText("Use your ID card");
    world.codes.scan(CitizenWorld.cardQrText(CitizenWorld.MAI));
    world.readers.insert(CitizenWorld.MAI);
    robot.awaitText("Hello, Mai");
    twice("dossier-" + codes.getFirst().value());
    robot.await(
        "the dossier, or who looked at it",
        () ->
            model.state().page() instanceof Page.OneDossier
                || model.state().page() instanceof Page.Viewings);
    robot.awaitId("back");
    twice("leave");
    robot.awaitText("Có giấy hẹn");
    assertThat(model.state().page()).isInstanceOf(Page.Home.class);
    assertThat(everyText())
        .noneMatch(text -> text.contains("Mai") || text.contains(codes.getFirst().value()));
  }

  @Test
  void theCardThatTheLastCitizenLeftOpensNothingForTheNext() throws Exception {
    world.threeOfMai();
    world.codes.scan(CitizenWorld.cardQrText(CitizenWorld.MAI));
    world.readers.insert(CitizenWorld.MAI);
    robot.awaitText("Chào bà Mai");
    robot.click("leave");
    robot.awaitText("cầm lại thẻ");
    robot.picture("saboteur-1-card-left");
    robot.click("home-card");
    robot.awaitId("step-1");
    assertThat(robot.shows("Chào bà Mai")).isFalse();
    world.codes.scan(CitizenWorld.cardQrText(SimulatedCitizens.b()));
    robot.awaitId("help");
    robot.awaitText("CARD-MIXED");
    robot.picture("saboteur-2-wrong-card");
    robot.click("help-next");
    robot.awaitText("CARD-MIXED");
    FxRobot.runFx(model::typeSix);
    for (int i = 0; i < 4; i++) {
      if (i > 0) {
        robot.click("help-next");
      }
      for (int n = 0; n < 6; n++) {
        robot.click("key-0");
      }
      robot.awaitText("CHIP-WRONG-CAN");
    }
    robot.picture("saboteur-3-wrong-again");
    world.readers.remove();
    world.readers.insert(SimulatedCitizens.b());
    world.codes.scan(CitizenWorld.cardQrText(SimulatedCitizens.b()));
    robot.awaitText("Chào ");
    assertThat(everyText()).noneMatch(text -> text.contains("Mai"));
  }

  @Test
  void aBankCardIsTakenForWhatItIs() throws Exception {
    world.codes.scan(CitizenWorld.cardQrText(CitizenWorld.MAI));
    robot.awaitId("step-2");
    world.readers.insert(
        new VirtualCard() {
          @Override
          public byte[] atr() {
            return new byte[] {0x3B, 0x65, 0, 0, 0x20, 0x63, (byte) 0xCB, (byte) 0xA0, 0};
          }

          @Override
          public void reset() {}

          @Override
          public byte[] process(byte[] command) {
            return new byte[] {0x6A, (byte) 0x82};
          }
        });
    robot.awaitId("help");
    robot.picture("saboteur-4-bank-card");
    robot.assertNothingCutOff();
  }

  @Test
  void everyPortalStatusIsToldWholeAtEverySize() throws Exception {
    List<DossierCode> codes = new ArrayList<>();
    for (PortalStatus status : PortalStatus.values()) {
      Stage stage =
          switch (status) {
            case REGISTERED, REFUSED, ACCEPTED -> Stage.RECEPTION;
            case FINISHED, RETURNED -> Stage.RETURN;
            default -> Stage.APPRAISAL;
          };
      codes.add(world.put("1.004873", stage, status, "2026-11-20T09:10"));
    }
    // Due today, and late without a word of apology.
    codes.add(world.put("1.004873", Stage.SIGNING, PortalStatus.PROCESSING, "2026-11-18T09:10"));
    codes.add(world.put("1.004873", Stage.SIGNING, PortalStatus.PROCESSING, "2026-11-02T09:10"));
    for (String language : List.of("vi", "en")) {
      for (TextSize size : List.of(TextSize.NORMAL, TextSize.LARGEST)) {
        for (int i = 0; i < codes.size(); i++) {
          DossierCode code = codes.get(i);
          FxRobot.runFx(() -> {
            window.texts().language().set(Locale.of(language));
            window.look().textSize().set(size);
          });
          world.codes.scan(ScannedCode.receiptText(code, CitizenWorld.SECRET));
          robot.awaitText(code.value());
          robot.picture("status-" + language + "-" + size + "-" + (10 + i));
          robot.assertNothingCutOff();
        }
      }
    }
  }

  private void twice(String id) {
    Node node = robot.awaitId(id);
    robot.reveal(node);
    FxRobot.runFx(() -> {
      var bounds = node.localToScreen(node.getBoundsInLocal());
      javafx.scene.robot.Robot hand = new javafx.scene.robot.Robot();
      hand.mouseMove(bounds.getCenterX(), bounds.getCenterY());
      for (int i = 0; i < 2; i++) {
        hand.mousePress(javafx.scene.input.MouseButton.PRIMARY);
        hand.mouseRelease(javafx.scene.input.MouseButton.PRIMARY);
      }
    });
    robot.pulses(3);
  }

  /** Every text in the window, also of what a reader of the screen would say. */
  private List<String> everyText() {
    List<String> all = new ArrayList<>(robot.words());
    for (Node node : robot.nodes()) {
      all.addAll(
          Arrays.asList(
              String.valueOf(node.getAccessibleText()),
              String.valueOf(node.getId()),
              node instanceof Button button ? button.getText() : ""));
    }
    return all;
  }
}
