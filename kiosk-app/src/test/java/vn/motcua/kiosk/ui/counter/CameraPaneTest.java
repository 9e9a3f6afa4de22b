package vn.motcua.kiosk.ui.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.kiosk.AppFaults;
import vn.motcua.kiosk.ui.kit.Background;
import vn.motcua.kiosk.ui.kit.Density;
import vn.motcua.kiosk.ui.kit.Errands;
import vn.motcua.kiosk.ui.kit.FxRobot;
import vn.motcua.kiosk.ui.kit.Look;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.scanner.paper.ScannedPage;
import vn.motcua.scanner.paper.camera.Picture;
import vn.motcua.scanner.paper.simulated.PictureCamera;

/** Watch, take, look, accept or take again: by keys, in both languages. */
class CameraPaneTest {
  private final PictureCamera camera = new PictureCamera("desk", "Máy ảnh thử", 10);
  private final Errands errands = new Errands(new Background(Platform::runLater));
  private final List<ScannedPage> accepted = new ArrayList<>();

  /** A letter that lies a little turned on a brown table, or the table alone. */
  private static BufferedImage table(boolean letter) {
    return table(letter, 1);
  }

  private static BufferedImage table(boolean letter, int times) {
    BufferedImage image =
        new BufferedImage(1280 * times, 960 * times, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.scale(times, times);
    g.setColor(new Color(120, 92, 66));
    g.fillRect(0, 0, 1280, 960);
    if (letter) {
      g.rotate(0.05, 640, 480);
      g.setColor(new Color(232, 230, 222));
      g.fillRect(340, 60, 600, 849);
      g.setColor(new Color(30, 30, 34));
      g.setFont(new Font(Font.SERIF, Font.PLAIN, 20));
      for (int line = 0; line < 20; line++) {
        g.drawString("Kính gửi Ủy ban nhân dân xã, đề nghị xác nhận", 400, 150 + 30 * line);
      }
      g.setColor(new Color(200, 30, 40));
      g.setStroke(new BasicStroke(4));
      g.drawOval(730, 740, 110, 110);
    }
    g.dispose();
    return image;
  }

  /** Waits until the page is on the screen and the obvious answer has the focus. */
  private static void awaitPage(FxRobot robot, String focused) {
    robot.await(
        "the page is drawn and #" + focused + " in focus",
        () ->
            robot.nodes(node -> "camera-accept".equals(node.getId()) && !node.isDisabled()).size()
                    == 1
                && robot.nodes(node -> focused.equals(node.getId()) && node.isFocused()).size()
                    == 1);
    robot.pulses(2);
  }

  private static List<String> filled(FxRobot robot) {
    return robot.nodes(node -> node.getStyleClass().contains("primary")).stream()
        .map(Node::getId)
        .toList();
  }

  /** Whoever presses Space twice must not have accepted what was never seen. */
  @Test
  void nothingIsAcceptedUnseen(@TempDir Path folder) throws Exception {
    Texts texts = new Texts(AppFaults.sentences(), "vn.motcua.kiosk.ui.counter.texts");
    Path file = folder.resolve("anh.png");
    ImageIO.write(table(true, 3), "png", file.toFile());
    CameraModel[] model = new CameraModel[1];
    boolean[] early = {false};
    try (FxRobot robot =
        FxRobot.open(
            980,
            720,
            stage -> {
              model[0] = new CameraModel(camera, errands, accepted::add);
              CameraPane pane = new CameraPane(model[0], texts, errands, () -> {});
              stage.setScene(new Scene(pane));
              // In the same moment in which the page appears, before its picture can be there.
              model[0]
                  .proposed()
                  .subscribe(page -> {
                    if (page.isPresent() && !early[0]) {
                      early[0] = true;
                      for (KeyCode code : List.of(KeyCode.SPACE, KeyCode.ENTER)) {
                        Event.fireEvent(
                            pane,
                            new KeyEvent(
                                KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
                      }
                    }
                  });
              model[0].choose(file);
            })) {
      robot.await("keys were pressed at once", () -> early[0]);
      assertThat(accepted).isEmpty();
      awaitPage(robot, "camera-accept");
      assertThat(accepted).isEmpty();
      robot.press(KeyCode.SPACE);
      robot.await("it was accepted", () -> accepted.size() == 1);
      FxRobot.runFx(model[0]::close);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"vi", "en"})
  void aPageIsWatchedTakenAndAcceptedByKeys(String language, @TempDir Path folder)
      throws Exception {
    Texts texts = new Texts(AppFaults.sentences(), "vn.motcua.kiosk.ui.counter.texts");
    texts.language().set(Locale.of(language));
    camera.show(List.of(Picture.of(table(true))));
    boolean[] left = {false};
    CameraModel[] model = new CameraModel[1];
    try (FxRobot robot =
        FxRobot.open(
            980,
            720,
            stage -> {
              model[0] = new CameraModel(camera, errands, accepted::add);
              CameraPane pane = new CameraPane(model[0], texts, errands, () -> left[0] = true);
              stage.setScene(new Scene(pane));
              new Look(Density.COUNTER).dress(stage.getScene());
              pane.getStyleClass().add("office");
              pane.getStylesheets().add(Look.class.getResource("office.css").toExternalForm());
              model[0].open("desk");
            })) {
      robot.await(
          "the sheet is seen",
          () -> model[0].preview().get().filter(seen -> seen.sheet().isPresent()).isPresent());
      robot.pulses(3);
      robot.picture("camera-live-" + language);
      robot.assertNothingCutOff();

      robot.press(KeyCode.SPACE);
      robot.await("a page waits", () -> model[0].proposed().get().isPresent());
      robot.awaitId("camera-accept");
      assertThat(accepted).isEmpty();
      robot.pulses(20);
      robot.picture("camera-page-" + language);
      robot.assertNothingCutOff();
      robot.press(KeyCode.BACK_SPACE);
      robot.await("it was refused", () -> model[0].proposed().get().isEmpty());

      // So few pixels are a doubt: the obvious answer is no, yes takes a deliberate step.
      robot.press(KeyCode.SPACE);
      awaitPage(robot, "camera-again");
      assertThat(filled(robot)).containsExactly("camera-again");
      robot.press(KeyCode.ENTER);
      robot.await("it was refused", () -> model[0].proposed().get().isEmpty());
      assertThat(accepted).isEmpty();
      robot.press(KeyCode.SPACE);
      awaitPage(robot, "camera-again");
      robot.click("camera-accept");
      robot.await("it was accepted", () -> accepted.size() == 1);

      FxRobot.runFx(() -> camera.show(List.of(Picture.of(table(false)))));
      robot.await(
          "no sheet is seen",
          () -> model[0].preview().get().filter(seen -> seen.sheet().isEmpty()).isPresent());
      robot.awaitText(
          AppFaults.sentences().find("CAMERA-NO-SHEET", Locale.of(language)).orElseThrow().what());
      robot.await("no invitation", () -> filled(robot).isEmpty());
      assertThat(robot.node("camera-take").isDisabled()).isFalse();
      robot.picture("camera-empty-" + language);

      Path file = folder.resolve("anh.png");
      ImageIO.write(table(true, 3), "png", file.toFile());
      FxRobot.runFx(() -> model[0].choose(file));
      robot.await("the picture file is a page", () -> model[0].proposed().get().isPresent());
      assertThat(model[0].proposed().get().orElseThrow().doubts()).isEmpty();
      awaitPage(robot, "camera-accept");
      assertThat(filled(robot)).containsExactly("camera-accept");
      robot.picture("camera-good-" + language);
      robot.press(KeyCode.ENTER);
      robot.await("it was accepted", () -> accepted.size() == 2);

      Path text = Files.writeString(folder.resolve("anh.jpg"), "Đây không phải là ảnh");
      FxRobot.runFx(() -> model[0].choose(text));
      robot.await("it is refused by name", () -> model[0].fault().get().isPresent());

      camera.unplug();
      robot.await(
          "the camera is gone",
          () -> model[0].fault().get().filter(f -> f.code().equals("CAMERA-GONE")).isPresent());
      robot.pulses(2);
      robot.picture("camera-gone-" + language);
      robot.press(KeyCode.ESCAPE);
      robot.await("left", () -> left[0]);
    }
  }
}
