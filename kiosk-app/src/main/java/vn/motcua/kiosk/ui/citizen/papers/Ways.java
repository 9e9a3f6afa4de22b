package vn.motcua.kiosk.ui.citizen.papers;

import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.dossier.Procedure;
import vn.motcua.kiosk.ui.citizen.Ground;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Buttons;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.TouchPanel;
import vn.motcua.kiosk.ui.kit.Words;

/** What every page of this room has. */
final class Ways {
  private Ways() {}

  static Button back(Ground ground) {
    return Buttons.icon(
        Icon.BACK, Buttons.secondary("back", ground.say("go.back"), ground.model()::back));
  }

  static Button leave(Ground ground) {
    return Buttons.primary("leave", ground.say("go.leave"), ground.model()::leave);
  }

  /** A procedure that can be touched: what people call it, and its full name. */
  static Region procedure(Ground ground, PapersModel model, Procedure procedure) {
    String name = NeedsWords.name(ground.texts(), procedure);
    VBox inside = Boxes.column("procedure-words", Words.of(name, "strong"));
    boolean large = ground.look().textSize().get().factor() >= 2;
    if (!large && !name.equals(procedure.name())) {
      inside.getChildren().add(Words.note(procedure.name()));
    }
    TouchPanel panel =
        new TouchPanel(
            "procedure-" + procedure.code(), name, inside, () -> model.choose(procedure));
    panel.getStyleClass().addAll("card", "procedure");
    return panel;
  }
}
