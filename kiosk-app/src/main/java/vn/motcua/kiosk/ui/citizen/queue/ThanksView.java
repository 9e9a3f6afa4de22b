package vn.motcua.kiosk.ui.citizen.queue;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.ui.citizen.Ground;
import vn.motcua.kiosk.ui.citizen.PageView;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Buttons;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.Words;

/** It was said; nothing more is wanted. */
final class ThanksView implements PageView {
  private final Ground ground;
  private final VBox body;

  ThanksView(Ground ground) {
    this.ground = ground;
    body =
        Boxes.column(
            "help",
            Boxes.disc(Tone.OK, Icon.CHECK),
            Words.of(ground.say("rate.thanks"), "title", "centred"),
            Words.of(ground.say("rate.nobody"), "body", "soft", "centred"));
    body.setId("thanks");
    body.setAlignment(Pos.CENTER);
  }

  @Override
  public Region body() {
    return body;
  }

  @Override
  public List<Button> actions() {
    return List.of(Buttons.primary("leave", ground.say("go.leave"), ground.model()::leave));
  }

  @Override
  public String spoken() {
    return ground.say("rate.thanks") + ". " + ground.say("rate.nobody");
  }
}
