package vn.motcua.kiosk.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every part of the kit in one window, at every size of letters. */
class KitGalleryTest {
  @ParameterizedTest
  @EnumSource(TextSize.class)
  void nothingIsCutOffAndEverythingCanBeHit(TextSize size) {
    Look look = new Look(Density.TERMINAL);
    try (FxRobot robot =
        FxRobot.open(
            1080,
            1920,
            stage -> {
              stage.setScene(new Scene(new Viewport(gallery(() -> {}), 1080, true)));
              look.dress(stage.getScene());
            })) {
      FxRobot.runFx(() -> look.textSize().set(size));
      robot.pulses(3);
      robot.picture("kit-" + size);
      robot.assertNothingCutOff();
      robot.assertTouchTargets(76);
    }
  }

  @Test
  void aTouchIsARealTouch() {
    AtomicInteger touched = new AtomicInteger();
    try (FxRobot robot =
        FxRobot.open(
            540,
            960,
            stage -> {
              stage.setScene(
                  new Scene(new Viewport(gallery(touched::incrementAndGet), 1080, true)));
              new Look(Density.TERMINAL).dress(stage.getScene());
            })) {
      robot.click("go");
      assertThat(touched).hasValue(1);
    }
  }

  private static VBox gallery(Runnable action) {
    VBox box =
        Boxes.column(
            "gallery",
            Boxes.row("head", new Emblem(), Words.title("Hồ sơ của ông/bà đang ở bước nào?")),
            Boxes.card(
                Boxes.row(
                    "top",
                    Boxes.wide(Words.heading("Xác nhận tình trạng hôn nhân")),
                    new Pill(Tone.BRAND, Icon.CLOCK, "Còn trong hạn")),
                Words.body("Cán bộ đang xem giấy tờ"),
                Boxes.notice(Tone.OK, Words.of("Mang giấy hẹn đến quầy 3.", "strong")),
                Words.note("H48.025.16-261120-0042")),
            Boxes.row(
                "discs",
                Boxes.disc(Tone.WAIT, Icon.ID_CARD),
                Boxes.disc(Tone.BRAND, Icon.CONTRAST),
                Boxes.disc(Tone.BAD, Icon.WARNING)),
            Buttons.primary("go", "Xem hồ sơ, không có giấy tờ", action),
            Buttons.icon(Icon.BACK, Buttons.secondary("back", "Quay lại", () -> {})),
            Buttons.tool("read", Icon.SPEAKER, "Nghe đọc", () -> {}));
    box.setStyle("-fx-padding: 40px;");
    return box;
  }
}
