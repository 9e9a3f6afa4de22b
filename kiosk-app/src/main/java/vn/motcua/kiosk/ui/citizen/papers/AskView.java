package vn.motcua.kiosk.ui.citizen.papers;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.ui.citizen.Ground;
import vn.motcua.kiosk.ui.citizen.Page;
import vn.motcua.kiosk.ui.citizen.PageView;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Buttons;
import vn.motcua.kiosk.ui.kit.Split;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.TouchKeyboard;
import vn.motcua.kiosk.ui.kit.Words;
import vn.motcua.kiosk.ui.kit.keyboard.Manner;
import vn.motcua.kiosk.ui.kit.keyboard.ScreenKeyboard;
import vn.motcua.kiosk.ui.kit.keyboard.TypingField;

/** One question of the draft, with the keys that it needs. */
final class AskView implements PageView {
  private final Ground ground;
  private final PapersModel model;
  private final DraftQuestion question;
  private final VBox body;
  private final Region title;
  private final VBox refused = Boxes.column("refused");
  private final TypingField field;

  AskView(Ground ground, PapersModel model, PapersPage.Ask page) {
    this.ground = ground;
    this.model = model;
    question = page.question();
    String key = "ask." + question;
    field = new TypingField(ground.say("ask.example." + question.field()), model);
    title = Words.title(ground.say(key));
    VBox left =
        Boxes.column(
            "find",
            title,
            Words.soft(ground.say(question.isOptional() ? "ask.optional" : "ask.needed")),
            field,
            refused);
    if (isCramped()) {
      left.getChildren().remove(1); // the keys need its room
    }
    boolean other = model.keysShown().at(question);
    Region keys = keys(page.manner());
    boolean beside = ground.landscape().getAsBoolean();
    body =
        beside
            ? Boxes.column(
                "page", new Split(36, _ -> true, new double[] {2, 3}, left, keys).ragged())
            : Boxes.column("page", left, Boxes.space(), keys);
    show(page);
    if (other) {
      capital(page);
    }
    Platform.runLater(field::requestFocus);
  }

  private Region keys(Manner typing) {
    if (question.isDigits()) {
      Region pad =
          TouchKeyboard.digits(ground.say("kit.erase"), c -> model.key((char) c), model::erase);
      VBox box = new VBox(Boxes.grow(pad));
      box.getStyleClass().addAll("digit-pad", "ask-pad");
      return box;
    }
    return new ScreenKeyboard(typing, model.keysShown(), ground::say, model);
  }

  @Override
  public boolean update(Page page) {
    if (!(page instanceof PapersPage.Ask ask) || ask.question() != question) {
      return false;
    }
    show(ask);
    capital(ask);
    return true;
  }

  private void show(PapersPage.Ask ask) {
    field.show(question.shown(ask.typed().text()));
    refused.getChildren().clear();
    boolean room = !isCramped() || !ask.refused();
    title.setVisible(room); // large letters: the keys must stay in sight
    title.setManaged(room);
    if (ask.refused()) {
      VBox notice =
          Boxes.notice(
              Tone.WAIT, Words.of(ground.say("ask.wrong." + question.field()), "body", "ink"));
      notice.setId("ask-wrong");
      refused.getChildren().add(notice);
    }
  }

  private void capital(PapersPage.Ask ask) {
    if (!question.isDigits() && body.lookup("#keyboard") instanceof ScreenKeyboard keyboard) {
      keyboard.capital(beginsWord(ask.typed().text()));
    }
  }

  /** Large letters, or everything in the lower half: the keys need the room. */
  private boolean isCramped() {
    return ground.look().textSize().get().factor() >= 2 || ground.look().lowered().get();
  }

  /** Names and places begin their words with capitals. */
  private static boolean beginsWord(String text) {
    return text.isEmpty() || !Character.isLetterOrDigit(text.charAt(text.length() - 1));
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
    List<Button> all = new ArrayList<>();
    all.add(Ways.back(ground));
    if (question.isOptional()) {
      all.add(Buttons.secondary("ask-skip", ground.say("ask.skip"), model.draft()::skip));
    }
    all.add(Buttons.primary("ask-next", ground.say("ask.next"), model::enter));
    return all;
  }

  @Override
  public String spoken() {
    return ground.say("ask." + question);
  }
}
