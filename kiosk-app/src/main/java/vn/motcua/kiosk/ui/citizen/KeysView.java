package vn.motcua.kiosk.ui.citizen;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.DoublePredicate;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.dossier.LookupSecret;
import vn.motcua.kiosk.speech.Spoken;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Buttons;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.Split;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.TouchKeyboard;
import vn.motcua.kiosk.ui.kit.Words;

/** The pages on which something is typed: six digits, a dossier's code, a receipt's secret. */
final class KeysView implements PageView {
  private static final int DIGITS = 6;

  private final Ground ground;
  private final VBox body;
  private final Label entry = Words.of("", "entry");
  private final Button go;
  private final String key;
  private final String shape;

  KeysView(Ground ground, Page page) {
    this.ground = ground;
    this.key = key(page);
    this.shape = shape(page);
    this.go = Buttons.primary("submit", goWords(), ground.model()::submit);
    entry.setId("entry");
    entry.setMaxWidth(Double.MAX_VALUE);
    VBox left = Boxes.column("typing", Words.title(ground.say(key + ".title")));
    if (page instanceof Page.TypeSecret secret) {
      left.getChildren().add(Words.note(ground.say("secret.code", secret.code())));
    }
    left.getChildren().add(Words.soft(ground.say(key + ".how")));
    // Large letters on a wide screen: the line must not be below the edge, its explanation may.
    boolean first =
        ground.landscape().getAsBoolean() && ground.look().textSize().get().factor() > 1;
    left.getChildren().add(first ? 1 : left.getChildren().size(), entry);
    refusal(page, left);
    if (page instanceof Page.TypeCode) {
      left.getChildren()
          .add(Words.note(ground.say("code.example", ground.centre().agency() + "-261120-0042")));
    }
    String erase = ground.say("kit.erase");
    TouchKeyboard keys =
        page instanceof Page.SixDigits
            ? TouchKeyboard.digits(erase, c -> ground.model().key((char) c), ground.model()::erase)
            : TouchKeyboard.codes(erase, c -> ground.model().key((char) c), ground.model()::erase);
    keys.setId("keys");
    VBox right = new VBox(Boxes.grow(keys));
    right.getStyleClass().add(page instanceof Page.SixDigits ? "digit-pad" : "code-pad");
    // On a wide screen always beside the line: below it large letters would hide the keys.
    double enough = ground.letters(page instanceof Page.SixDigits ? 44 : 60);
    DoublePredicate beside = width -> ground.landscape().getAsBoolean() || width >= enough;
    double[] shares = page instanceof Page.SixDigits ? new double[] {1, 1} : new double[] {2, 3};
    // Ragged: a long refusal beside them must not pull the keys out of sight.
    Region both = new Split(40, beside, shares, left, right).ragged();
    body = Boxes.column("page", both, Boxes.space());
    update(page);
  }

  private static String key(Page page) {
    return switch (page) {
      case Page.SixDigits _ -> "six";
      case Page.TypeSecret _ -> "secret";
      default -> "code";
    };
  }

  /** What must stay the same for the view to be kept. */
  private static String shape(Page page) {
    return switch (page) {
      case Page.TypeSecret(String code, _, OptionalInt left) -> "secret" + code + left;
      case Page.TypeCode(_, OptionalInt left) -> "code" + left;
      default -> key(page);
    };
  }

  private String goWords() {
    return ground.say(key.equals("secret") ? "secret.go" : "code.next");
  }

  private void refusal(Page page, VBox left) {
    if (page instanceof Page.TypeSecret(_, _, OptionalInt tries) && tries.isPresent()) {
      VBox notice =
          Boxes.notice(
              Tone.WAIT,
              Words.of(ground.say("code.wrong"), "strong"),
              Words.of(ground.texts().count("code.wrong.do", tries.getAsInt()), "body", "ink"));
      notice.setId("refused");
      if (tries.getAsInt() <= CitizenModel.OFFER_STAFF_AT) {
        if (!ground.landscape().getAsBoolean()) { // beside the keys the button says enough
          notice.getChildren().add(Words.of(ground.say("code.staff"), "body", "ink"));
        }
        notice
            .getChildren()
            .add(
                Buttons.icon(
                    Icon.PERSON,
                    Buttons.secondary(
                        "offer-staff", ground.say("help.staff"), ground.model()::callStaff)));
      }
      left.getChildren().add(notice);
    }
  }

  @Override
  public boolean update(Page page) {
    if (!shape(page).equals(shape)) {
      return false;
    }
    String typed =
        switch (page) {
          case Page.SixDigits(String digits) -> digits;
          case Page.TypeCode(String code, _) -> code;
          case Page.TypeSecret(_, String secret, _) -> secret;
          default -> "";
        };
    entry.setText(shown(page, typed));
    go.setDisable(!ground.model().canSubmit());
    return true;
  }

  /** Places still to be filled are shown, so that one sees how many are missing. */
  private static String shown(Page page, String typed) {
    int length =
        switch (page) {
          case Page.SixDigits _ -> DIGITS;
          case Page.TypeSecret _ -> LookupSecret.LENGTH;
          default -> 0;
        };
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < Math.max(length, typed.length()); i++) {
      if (length > 0 && i > 0) {
        text.append(' ');
      }
      text.append(i < typed.length() ? typed.charAt(i) : '_');
    }
    return text.isEmpty() ? " " : text.toString();
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
    Button back =
        Buttons.icon(
            Icon.BACK, Buttons.secondary("back", ground.say("go.back"), ground.model()::back));
    return key.equals("six") ? List.of(back) : List.of(back, go);
  }

  @Override
  public String spoken() {
    return ground.say(key + ".title") + ". " + ground.say(key + ".how");
  }

  @Override
  public List<Spoken> sayings() {
    List<Spoken> all = new ArrayList<>();
    all.add(Spoken.of(key + ".title", ground.say(key + ".title")));
    all.addAll(Sayings.cut(ground.say(key + ".how")));
    return all;
  }
}
