package vn.motcua.kiosk.ui.citizen.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.dossier.TicketPriority;
import vn.motcua.kiosk.dossier.TicketService;
import vn.motcua.kiosk.ui.citizen.Ground;
import vn.motcua.kiosk.ui.citizen.PageView;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Buttons;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.Split;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.TouchPanel;
import vn.motcua.kiosk.ui.kit.Words;

/** What is the number for? One touch and it is taken. */
final class ChooseView implements PageView {
  private static final Map<TicketService, Icon> ICONS =
      Map.of(
          TicketService.SUBMIT, Icon.PAPER,
          TicketService.RESULT, Icon.CHECK,
          TicketService.ASK, Icon.INFO);

  private final Ground ground;
  private final VBox body;
  private final Button priority;

  ChooseView(Ground ground, QueueModel model, QueuePage.Choose page) {
    this.ground = ground;
    body =
        Boxes.column(
            "page", Words.title(ground.say("queue.title")), Words.soft(ground.say("queue.how")));
    if (page.priority().goesFirst()) {
      VBox said =
          Boxes.notice(
              Tone.OK,
              Boxes.row(
                  "notice-row",
                  Icon.CHECK.node(),
                  Boxes.wide(
                      Words.of(
                          ground.say(
                              "queue.priority.said",
                              ground.say("queue.priority." + page.priority())),
                          "strong"))));
      said.setId("priority-said");
      body.getChildren().add(said);
    }
    List<Region> ways = new ArrayList<>();
    for (TicketService service : TicketService.values()) {
      String key = "queue.service." + service;
      VBox words =
          Boxes.wide(
              Boxes.column(
                  "way-words",
                  Words.of(ground.say(key), "heading"),
                  Words.of(ground.say(key + ".how"), "body", "soft")));
      HBox inside =
          Boxes.row(
              "way-inside",
              Boxes.disc(Tone.BRAND, ICONS.getOrDefault(service, Icon.INFO)),
              words,
              Icon.NEXT.node());
      TouchPanel way =
          new TouchPanel(
              "take-" + service.name().toLowerCase(Locale.ROOT),
              ground.say(key),
              inside,
              () -> model.take(service));
      way.getStyleClass().addAll("card", "way");
      ways.add(way);
    }
    body.getChildren().add(Split.even(20, ground.letters(60), ways.toArray(Region[]::new)));
    priority =
        page.priority().goesFirst()
            ? Buttons.quiet(
                "priority-none",
                ground.say("queue.priority.none"),
                () -> model.prefer(TicketPriority.NONE))
            : Buttons.quiet("priority", ground.say("queue.priority.ask"), model::askPriority);
    body.getChildren().add(priority);
  }

  @Override
  public Region body() {
    return body;
  }

  @Override
  public List<Button> actions() {
    return List.of(
        Buttons.icon(
            Icon.BACK, Buttons.secondary("back", ground.say("go.back"), ground.model()::back)));
  }

  @Override
  public String spoken() {
    List<String> said = new ArrayList<>(List.of(ground.say("queue.title")));
    for (TicketService service : TicketService.values()) {
      said.add(ground.say("queue.service." + service));
    }
    said.add(priority.getText());
    return String.join(". ", said);
  }
}
