package vn.motcua.kiosk.ui.citizen.papers;

import java.util.Arrays;
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
import vn.motcua.kiosk.ui.kit.Split;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.TouchPanel;
import vn.motcua.kiosk.ui.kit.Words;

/** What has happened? Eight big answers, and the way to type. */
final class EventsView implements PageView {
  private final Ground ground;
  private final PapersModel model;
  private final VBox body;

  EventsView(Ground ground, PapersModel model) {
    this.ground = ground;
    this.model = model;
    body =
        Boxes.column(
            "page", Words.title(ground.say("papers.title")), Words.soft(ground.say("papers.how")));
    boolean large = ground.look().textSize().get().factor() >= 2;
    int columns = ground.landscape().getAsBoolean() ? (large ? 2 : 4) : large ? 1 : 2;
    LifeEvent[] all = LifeEvent.values();
    for (int i = 0; i < all.length; i += columns) {
      Region[] row =
          Arrays.stream(all, i, Math.min(all.length, i + columns))
              .map(this::tile)
              .toArray(Region[]::new);
      body.getChildren().add(Boxes.grow(Split.even(20, 0, row)));
    }
  }

  private Region tile(LifeEvent event) {
    String words = ground.say("event." + event);
    VBox text =
        Boxes.wide(
            Boxes.column(
                "event-words",
                Words.of(words, "heading"),
                Words.of(ground.say("event." + event + ".how"), "body", "soft")));
    text.setAlignment(Pos.CENTER_LEFT);
    TouchPanel panel =
        new TouchPanel(
            "event-" + event,
            words,
            Boxes.row("event", Boxes.disc(Tone.BRAND, icon(event)), text),
            () -> model.open(event));
    panel.getStyleClass().addAll("card", "event-tile");
    return panel;
  }

  private static Icon icon(LifeEvent event) {
    return switch (event) {
      case BIRTH -> Icon.SMILE;
      case MARRIAGE -> Icon.HEART;
      case DEATH -> Icon.DUSK;
      case COPIES -> Icon.COPY;
      case LAND -> Icon.MAP;
      case HOME -> Icon.HOME;
      case TRADE -> Icon.SHOP;
      case SUPPORT -> Icon.LIFEBUOY;
    };
  }

  @Override
  public Region body() {
    return body;
  }

  @Override
  public List<Button> actions() {
    return List.of(
        Ways.back(ground),
        Buttons.icon(
            Icon.SEARCH, Buttons.primary("papers-find", ground.say("papers.find"), model::find)));
  }

  @Override
  public String spoken() {
    return ground.say("papers.title") + ". " + ground.say("papers.how");
  }
}
