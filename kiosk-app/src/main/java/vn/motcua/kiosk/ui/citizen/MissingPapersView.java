package vn.motcua.kiosk.ui.citizen;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.Words;

/** Which papers are missing; opened on purpose, because others may stand behind. */
final class MissingPapersView implements PageView {
  private final Ground ground;
  private final List<String> missing;
  private final String todo;
  private final VBox body;

  MissingPapersView(Ground ground, Page.MissingPapers page) {
    this.ground = ground;
    missing = page.of().view().dossier().missing();
    String you = page.of().visitor().salutation();
    todo = ground.say("missing.do", you);
    body =
        Boxes.column(
            "page",
            Words.title(ground.texts().count("missing.title", missing.size())),
            Words.soft(page.of().view().dossier().code().value()));
    VBox list = Boxes.card();
    list.setId("missing-papers");
    for (String paper : missing) {
      list.getChildren()
          .add(
              Boxes.row(
                  "point",
                  Boxes.disc(Tone.WAIT, Icon.PAPER),
                  Boxes.wide(Words.of(paper, "strong"))));
    }
    body.getChildren().addAll(list, Boxes.notice(Tone.BRAND, Words.of(todo, "body", "ink")));
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
    return ground.texts().count("missing.title", missing.size())
        + ". "
        + String.join(", ", missing)
        + ". "
        + todo;
  }
}
