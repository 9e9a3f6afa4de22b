package vn.motcua.kiosk.ui.citizen;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.desk.DossierView;
import vn.motcua.kiosk.speech.Spoken;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Buttons;
import vn.motcua.kiosk.ui.kit.DateWords;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.Words;

/** Who has looked at the dossier, newest first. */
final class ViewingsView implements PageView {
  private final Ground ground;
  private final VBox body;

  ViewingsView(Ground ground, Page.Viewings page) {
    this.ground = ground;
    body =
        Boxes.column(
            "page",
            Words.title(ground.say("viewings.title")),
            Words.soft(ground.say("viewings.how")));
    DateWords dates = ground.texts().dates();
    for (DossierView.Viewing viewing : page.of().view().viewings()) {
      String who = viewing.who().isBlank() ? ground.say("viewings.citizen") : viewing.who();
      String when =
          ground.say(
              "viewings.at",
              DateWords.sentence(dates.weekdayDay(viewing.at().toLocalDate())),
              dates.clock(viewing.at().toLocalTime()));
      VBox words = Boxes.wide(Boxes.column("viewing", Words.of(who, "strong"), Words.soft(when)));
      if (!viewing.why().isBlank()) {
        words.getChildren().add(Words.note(viewing.why()));
      }
      body.getChildren()
          .add(Boxes.card(Boxes.row("viewing-row", Boxes.disc(Tone.BRAND, Icon.EYE), words)));
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
            Icon.BACK, Buttons.secondary("back", ground.say("go.return"), ground.model()::back)),
        Buttons.primary("leave", ground.say("go.leave"), ground.model()::leave));
  }

  @Override
  public String spoken() {
    return ground.say("viewings.title") + ". " + ground.say("viewings.how");
  }

  @Override
  public List<Spoken> sayings() {
    return Sayings.of(ground.texts(), "viewings.title", "viewings.how");
  }
}
