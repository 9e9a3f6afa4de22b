package vn.motcua.kiosk.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

/** The check itself: it must see what is wrong, or it proves nothing elsewhere. */
class ScreenCheckTest {
  @Test
  void contrastIsThatOfWcag() {
    assertThat(ScreenCheck.contrast(0x000000, 0xFFFFFF)).isEqualTo(21, within(0.01));
    assertThat(ScreenCheck.contrast(0x767676, 0xFFFFFF)).isEqualTo(4.54, within(0.01));
  }

  @Test
  void paleWordsAreFoundInThePixels() throws Exception {
    FxToolkit.start();
    Label dark = words("Còn trong hạn", "#41546A", 24);
    Label pale = words("Chờ bà đến nhận", "#7A8794", 24);
    Label paleButLarge = words("Đã xong", "#66737F", 40);
    Label muchTooPale = words("Đang xem", "#B8C0C8", 40);
    try (FxRobot robot =
        FxRobot.open(
            600,
            400,
            stage -> {
              VBox box = new VBox(20, dark, pale, paleButLarge, muchTooPale);
              box.setStyle("-fx-background-color: #FFFFFF; -fx-padding: 20px;");
              stage.setScene(new Scene(box));
              Theme.install();
            })) {
      assertThat(ScreenCheck.paleWords(robot))
          .hasSize(2)
          .anyMatch(line -> line.contains("Chờ bà đến nhận"))
          .anyMatch(line -> line.contains("Đang xem"));
    }
  }

  private static Label words(String text, String colour, int size) {
    Label label = new Label(text);
    label.setStyle(
        "-fx-text-fill: %s; -fx-font-family: 'Be Vietnam Pro'; -fx-font-size: %dpx;"
            .formatted(colour, size));
    return label;
  }
}
