package vn.motcua.kiosk.ui.citizen.queue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.dossier.TicketPriority;
import vn.motcua.kiosk.ui.citizen.Ground;
import vn.motcua.kiosk.ui.citizen.PageView;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Buttons;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.Split;
import vn.motcua.kiosk.ui.kit.Words;

/** Who goes before others? The machine believes it; the officer sees it. */
final class PriorityView implements PageView {
  private static final List<TicketPriority> KINDS =
      Arrays.stream(TicketPriority.values()).filter(TicketPriority::goesFirst).toList();

  private final Ground ground;
  private final VBox body;

  PriorityView(Ground ground, QueueModel model) {
    this.ground = ground;
    body =
        Boxes.column(
            "page",
            Words.title(ground.say("queue.priority.title")),
            Words.soft(ground.say("queue.priority.how")));
    List<Region> buttons = new ArrayList<>();
    for (TicketPriority kind : KINDS) {
      Button button =
          Buttons.secondary(
              "priority-" + kind.name().toLowerCase(Locale.ROOT),
              ground.say("queue.priority." + kind),
              () -> model.prefer(kind));
      button.getStyleClass().add("tall");
      buttons.add(button);
    }
    int inRow = ground.landscape().getAsBoolean() ? 2 : 1;
    for (int from = 0; from < buttons.size(); from += inRow) {
      int to = Math.min(from + inRow, buttons.size());
      List<Region> row = new ArrayList<>(buttons.subList(from, to));
      while (row.size() < inRow) {
        row.add(Boxes.space()); // alone in its row, and as wide as those over it
      }
      body.getChildren().add(Split.even(20, 0, row.toArray(Region[]::new)));
    }
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
    return ground.say("queue.priority.title")
        + ". "
        + KINDS.stream()
            .map(kind -> ground.say("queue.priority." + kind))
            .collect(Collectors.joining(", "));
  }
}
