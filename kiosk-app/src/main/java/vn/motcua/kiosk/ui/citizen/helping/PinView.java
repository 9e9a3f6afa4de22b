package vn.motcua.kiosk.ui.citizen.helping;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.ui.citizen.Ground;
import vn.motcua.kiosk.ui.citizen.Page;
import vn.motcua.kiosk.ui.citizen.PageView;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Buttons;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.Split;
import vn.motcua.kiosk.ui.kit.TouchKeyboard;
import vn.motcua.kiosk.ui.kit.Words;

/** Where a helper types their PIN; a citizen who came here by chance is told the way back. */
final class PinView implements PageView {
  private final Ground ground;
  private final VBox body;
  private final Label entry = Words.of("", "entry");
  private final Button go;
  private final HelpingModel model;

  PinView(Ground ground, HelpingModel model, PinPage page) {
    this.ground = ground;
    this.model = model;
    go = Buttons.primary("helper-go", ground.say("helping.go"), model::submit);
    entry.setId("entry");
    entry.setMaxWidth(Double.MAX_VALUE);
    VBox left =
        Boxes.column(
            "typing",
            Words.title(ground.say("helping.title")),
            Words.soft(ground.say("helping.how")),
            entry);
    TouchKeyboard keys =
        TouchKeyboard.digits(ground.say("kit.erase"), c -> model.key((char) c), model::erase);
    keys.setId("keys");
    VBox right = new VBox(Boxes.grow(keys));
    right.getStyleClass().add("digit-pad");
    body = Boxes.column("page", Split.even(40, ground.letters(44), left, right), Boxes.space());
    update(page);
  }

  @Override
  public boolean update(Page page) {
    if (!(page instanceof PinPage(int typed))) {
      return false;
    }
    entry.setText(typed == 0 ? " " : "● ".repeat(typed).strip());
    go.setDisable(!model.canSubmit());
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
    return List.of(
        Buttons.icon(
            Icon.BACK, Buttons.secondary("back", ground.say("go.back"), ground.model()::back)),
        go);
  }

  @Override
  public String spoken() {
    return ground.say("helping.title") + ". " + ground.say("helping.how");
  }
}
