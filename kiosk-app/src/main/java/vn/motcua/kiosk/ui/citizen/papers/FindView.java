package vn.motcua.kiosk.ui.citizen.papers;

import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.dossier.Procedure;
import vn.motcua.kiosk.ui.citizen.Ground;
import vn.motcua.kiosk.ui.citizen.Page;
import vn.motcua.kiosk.ui.citizen.PageView;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Split;
import vn.motcua.kiosk.ui.kit.Words;
import vn.motcua.kiosk.ui.kit.keyboard.ScreenKeyboard;
import vn.motcua.kiosk.ui.kit.keyboard.TypingField;

/** A procedure is looked for in one's own words; what fits stands there while one types. */
final class FindView implements PageView {
  private final Ground ground;
  private final PapersModel model;
  private final VBox body;
  private final VBox results = Boxes.column("results");
  private final TypingField field;
  private final ScreenKeyboard keyboard;
  private final int most;

  FindView(Ground ground, PapersModel model, PapersPage.Find page) {
    this.ground = ground;
    this.model = model;
    field = new TypingField(ground.say("find.example"), model);
    model.keysShown().at(PapersPage.Find.class);
    keyboard = new ScreenKeyboard(page.manner(), model.keysShown(), ground::say, model);
    boolean lowered = ground.look().lowered().get();
    double factor = lowered ? 2 : ground.look().textSize().get().factor();
    boolean beside = ground.landscape().getAsBoolean();
    // The keys must never be pushed off the screen by what is found.
    most = factor > 1 ? 1 : beside ? 2 : 4;
    VBox left = Boxes.column("find");
    if (factor < 2) {
      left.getChildren().add(Words.title(ground.say("find.title")));
    }
    left.getChildren().addAll(field, results);
    body =
        beside
            ? Boxes.column(
                "page", new Split(36, _ -> true, new double[] {2, 3}, left, keyboard).ragged())
            : Boxes.column("page", left, Boxes.space(), keyboard);
    update(page);
    Platform.runLater(field::requestFocus);
  }

  @Override
  public boolean update(Page page) {
    if (!(page instanceof PapersPage.Find find)) {
      return false;
    }
    field.show(find.typed().text());
    results.getChildren().clear();
    List<Procedure> found = find.found();
    if (find.typed().isEmpty()) {
      results.getChildren().add(Words.soft(ground.say("find.how")));
    } else if (found.isEmpty()) {
      results.getChildren().add(Words.body(ground.say("find.none")));
    } else {
      found.stream()
          .limit(most)
          .forEach(each -> results.getChildren().add(Ways.procedure(ground, model, each)));
      if (found.size() > most) {
        results
            .getChildren()
            .add(Words.note(ground.texts().count("find.more", found.size() - most)));
      }
    }
    return true;
  }

  @Override
  public Region body() {
    return body;
  }

  @Override
  public boolean isWhole() {
    return true;
  }

  @Override
  public List<Button> actions() {
    return List.of(Ways.back(ground));
  }

  @Override
  public String spoken() {
    return ground.say("find.title") + ". " + ground.say("find.how");
  }
}
