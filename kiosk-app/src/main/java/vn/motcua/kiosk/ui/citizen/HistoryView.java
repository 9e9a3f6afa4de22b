package vn.motcua.kiosk.ui.citizen;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.Words;

/** What happened to the dossier, newest first. */
final class HistoryView implements PageView {
  private final Ground ground;
  private final List<HistoryLine> lines;
  private final VBox body;

  HistoryView(Ground ground, Page.History page) {
    this.ground = ground;
    lines = HistoryLine.of(page.of().view(), page.of().visitor(), ground.texts());
    body =
        Boxes.column(
            "page",
            Words.title(ground.say("history.title")),
            Words.soft(ground.say("history.how")));
    for (HistoryLine line : lines) {
      VBox words =
          Boxes.wide(
              Boxes.column("viewing", Words.of(line.what(), "strong"), Words.soft(line.when())));
      if (!line.who().isEmpty()) {
        words.getChildren().add(Words.note(line.who()));
      }
      body.getChildren()
          .add(
              Boxes.card(
                  Boxes.row("viewing-row", Boxes.disc(line.tone(), icon(line.tone())), words)));
    }
  }

  private static Icon icon(Tone tone) {
    return switch (tone) {
      case OK -> Icon.CHECK;
      case WAIT -> Icon.CLOCK;
      case BAD -> Icon.NOTE;
      case BRAND, MUTED -> Icon.NEXT;
    };
  }

  @Override
  public Region body() {
    return body;
  }

  @Override
  public List<Button> actions() {
    return SideActions.of(ground);
  }

  @Override
  public String spoken() {
    StringBuilder said = new StringBuilder(ground.say("history.title")).append('.');
    lines.forEach(line -> said.append(' ').append(line.when()).append(": ").append(line.what()));
    return said.append('.').toString();
  }
}
