package vn.motcua.kiosk.ui.citizen;

import java.util.List;
import javafx.scene.control.Button;
import vn.motcua.kiosk.ui.kit.Buttons;
import vn.motcua.kiosk.ui.kit.Icon;

/** The steps from a side of a dossier: back to the dossier, or out. */
final class SideActions {
  private SideActions() {}

  static List<Button> of(Ground ground) {
    return List.of(
        Buttons.icon(
            Icon.BACK, Buttons.secondary("back", ground.say("go.return"), ground.model()::back)),
        Buttons.primary("leave", ground.say("go.leave"), ground.model()::leave));
  }
}
