package vn.motcua.kiosk.ui.citizen.papers;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.ui.citizen.Ground;
import vn.motcua.kiosk.ui.citizen.PageView;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Buttons;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.Words;

/** The procedures of one event; the first is asked for most. */
final class EventView implements PageView {
  private final Ground ground;
  private final VBox body;
  private final String title;

  EventView(Ground ground, PapersModel model, PapersPage.OfEvent page) {
    this.ground = ground;
    title = ground.say("event." + page.event());
    body = Boxes.column("page", Words.title(title), Words.soft(ground.say("event.choose")));
    page.found().forEach(each -> body.getChildren().add(Ways.procedure(ground, model, each)));
    if (page.found().isEmpty()) {
      body.getChildren().add(Words.body(ground.say("find.none")));
    }
    find =
        Buttons.icon(
            Icon.SEARCH, Buttons.secondary("papers-find", ground.say("papers.find"), model::find));
  }

  private final Button find;

  @Override
  public Region body() {
    return body;
  }

  @Override
  public List<Button> actions() {
    return List.of(Ways.back(ground), find);
  }

  @Override
  public String spoken() {
    return title + ". " + ground.say("event.choose");
  }
}
