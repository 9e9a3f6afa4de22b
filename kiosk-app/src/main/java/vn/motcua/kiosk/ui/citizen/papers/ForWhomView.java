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

/** Whose affair is it? */
final class ForWhomView implements PageView {
  private final Ground ground;
  private final VBox body;

  ForWhomView(Ground ground, PapersModel model, PapersPage.ForWhom page) {
    this.ground = ground;
    body =
        Boxes.column(
            "page",
            Words.title(ground.say("whom.title")),
            Words.soft(NeedsWords.name(ground.texts(), page.needs().procedure())),
            Choice.between(
                ground,
                Choice.of(
                    "whom-self",
                    Icon.PERSON,
                    ground,
                    "whom.self",
                    () -> model.draft().forWhom(false)),
                Choice.of(
                    "whom-other",
                    Icon.ID_CARD,
                    ground,
                    "whom.other",
                    () -> model.draft().forWhom(true))));
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
        ". ", ground.say("whom.title"), ground.say("whom.self"), ground.say("whom.other"));
  }
}
