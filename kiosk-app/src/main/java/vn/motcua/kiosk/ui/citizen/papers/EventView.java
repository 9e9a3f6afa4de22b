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
import vn.motcua.kiosk.ui.kit.Split;
import vn.motcua.kiosk.ui.kit.Words;

/** The procedures of one event; the first is asked for most. */
final class EventView implements PageView {
  private final Ground ground;
  private final VBox body;
  private final String title;
  private final Button find;

  EventView(Ground ground, PapersModel model, PapersPage.OfEvent page) {
    this.ground = ground;
    title = ground.say("event." + page.event());
    body = Boxes.column("page", Words.title(title), Words.soft(ground.say("event.choose")));
    int columns = ground.landscape().getAsBoolean() ? 2 : 1;
    for (int i = 0; i < page.found().size(); i += columns) {
      Region[] row =
          page.found().subList(i, Math.min(page.found().size(), i + columns)).stream()
              .map(each -> Ways.procedure(ground, model, each))
              .toArray(Region[]::new);
      body.getChildren().add(Split.even(20, 0, row));
    }
    if (page.found().isEmpty()) {
      body.getChildren().add(Words.body(ground.say("find.none")));
    }
    find =
        Buttons.icon(
            Icon.SEARCH, Buttons.secondary("papers-find", ground.say("papers.find"), model::find));
  }

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
