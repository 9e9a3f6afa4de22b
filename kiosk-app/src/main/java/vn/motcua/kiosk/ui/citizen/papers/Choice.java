package vn.motcua.kiosk.ui.citizen.papers;

import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.ui.citizen.Ground;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.Split;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.TouchPanel;
import vn.motcua.kiosk.ui.kit.Words;

/** One of a few big answers. */
final class Choice {
  private Choice() {}

  /** Two answers: beside each other where the screen is wide, that both are seen at once. */
  static Region between(Ground ground, Region one, Region other) {
    return Split.even(24, ground.landscape().getAsBoolean() ? 0 : Double.MAX_VALUE, one, other);
  }

  static Region of(String id, Icon icon, Ground ground, String key, Runnable action) {
    VBox words =
        Boxes.wide(
            Boxes.column(
                "choice-words",
                Words.heading(ground.say(key)),
                Words.soft(ground.say(key + ".how"))));
    TouchPanel panel =
        new TouchPanel(
            id, ground.say(key), Boxes.row("choice", Boxes.disc(Tone.BRAND, icon), words), action);
    panel.getStyleClass().add("card");
    return panel;
  }
}
