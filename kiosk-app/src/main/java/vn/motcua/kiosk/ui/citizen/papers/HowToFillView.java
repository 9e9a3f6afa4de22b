package vn.motcua.kiosk.ui.citizen.papers;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.ui.citizen.Ground;
import vn.motcua.kiosk.ui.citizen.PageView;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.Words;

/** From the card, or typed? */
final class HowToFillView implements PageView {
  private final Ground ground;
  private final VBox body;

  HowToFillView(Ground ground, PapersModel model, PapersPage.HowToFill page) {
    this.ground = ground;
    body =
        Boxes.column(
            "page",
            Words.title(ground.say("fill.title")),
            Words.soft(NeedsWords.name(ground.texts(), page.needs().procedure())),
            Choice.between(
                ground,
                Choice.of("fill-card", Icon.ID_CARD, ground, "fill.card", model.draft()::useCard),
                Choice.of("fill-type", Icon.EDIT, ground, "fill.type", model.draft()::type)),
            Words.note(ground.say("fill.private")));
  }

  @Override
  public Region body() {
    return body;
  }

  @Override
  public List<Button> actions() {
    return List.of(Ways.back(ground));
  }

  @Override
  public String spoken() {
    return String.join(
        ". ", ground.say("fill.title"), ground.say("fill.card"), ground.say("fill.type"));
  }
}
