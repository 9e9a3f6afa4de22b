package vn.motcua.kiosk.ui.kit.keyboard;

import java.util.List;
import java.util.function.Function;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import vn.motcua.kiosk.ui.kit.Buttons;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.keyboard.Layout.Control;
import vn.motcua.kiosk.ui.kit.keyboard.Layout.Key;
import vn.motcua.kiosk.ui.kit.keyboard.Layout.Side;
import vn.motcua.kiosk.ui.kit.keyboard.Layout.Toned;
import vn.motcua.kiosk.ui.kit.keyboard.Layout.Typed;
import vn.motcua.kiosk.ui.kit.keyboard.Layout.What;
import vn.motcua.kiosk.ui.kit.keyboard.Layout.Written;

/**
 * The keyboard on the screen: letters with the five tones and the marked letters over them, digits
 * and signs, and a page with the letters of other peoples and the ways of typing. Ten columns, each
 * at least 76 px where it is 850 px wide or wider.
 */
public final class ScreenKeyboard extends GridPane {
  private final Keys keys;
  private final Function<String, String> say;
  private Manner manner;
  private final KeysShown shown;

  /**
   * @param manner how the person types
   * @param shown which keys are shown, now and later
   * @param say sentences by their key, in the language of the moment
   * @param keys takes what is pressed
   */
  public ScreenKeyboard(Manner manner, KeysShown shown, Function<String, String> say, Keys keys) {
    this.manner = manner;
    this.shown = shown;
    this.say = say;
    this.keys = keys;
    setId("keyboard");
    getStyleClass().addAll("keys", "screen-keyboard");
    for (int i = 0; i < Layout.COLUMNS; i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / Layout.COLUMNS);
      column.setHgrow(Priority.ALWAYS);
      column.setHalignment(HPos.CENTER);
      getColumnConstraints().add(column);
    }
    lay();
  }

  /** The text goes on with a capital letter, or not. */
  public void capital(boolean now) {
    if (shown.capital() != now) {
      shown.capital(now);
      lay();
    }
  }

  private void lay() {
    getChildren().clear();
    getRowConstraints().clear();
    List<List<Key>> rows = Layout.of(shown.side(), manner, shown.capital());
    for (int row = 0; row < rows.size(); row++) {
      RowConstraints constraints = new RowConstraints();
      constraints.setVgrow(Priority.ALWAYS);
      constraints.setValignment(VPos.CENTER);
      getRowConstraints().add(constraints);
      int column = 0;
      for (Key key : rows.get(row)) {
        add(button(key), column, row, key.width(), 1);
        column += key.width();
      }
    }
  }

  private Button button(Key key) {
    return switch (key) {
      case Typed(char letter, _) ->
          plain("key-" + letter, String.valueOf(letter), () -> keys.key(letter));
      case Written(String letters, _) ->
          plain("key-" + letters, letters, () -> keys.write(letters));
      case Toned(ToneMark tone, _) -> {
        Button button =
            plain("tone-" + tone, say.apply("keyboard.tone." + tone), () -> keys.tone(tone));
        button.getStyleClass().add("tone");
        yield button;
      }
      case Control(What what, _) -> control(what);
    };
  }

  private Button control(What what) {
    Button button =
        switch (what) {
          case SHIFT -> {
            Button shift = plain("key-shift", say.apply("keyboard.shift"), this::shift);
            if (shown.capital()) {
              shift.getStyleClass().add("on");
            }
            yield shift;
          }
          case ERASE -> {
            Button erase = plain("key-erase", "", keys::erase);
            erase.setGraphic(Icon.ERASE.node());
            erase.setAccessibleText(say.apply("kit.erase"));
            yield erase;
          }
          case SPACE -> plain("key-space", say.apply("keyboard.space"), () -> keys.key(' '));
          case TO_LETTERS -> plain("to-letters", "abc", () -> turn(Side.LETTERS));
          case TO_DIGITS -> plain("to-digits", "123", () -> turn(Side.DIGITS));
          case TO_MORE -> plain("to-more", say.apply("keyboard.more"), () -> turn(Side.MORE));
          case METHOD -> method();
          case STYLE ->
              plain(
                  "keyboard-style",
                  say.apply("keyboard.style." + manner.style()),
                  () -> typeIn(manner.style(manner.style().other())));
          case LITERAL_WORD ->
              plain("keyboard-literal", say.apply("keyboard.literal"), keys::literalWord);
        };
    button.getStyleClass().add("wide");
    return button;
  }

  /** On the page of letters there is room for the name only. */
  private Button method() {
    String name = say.apply("keyboard.method." + manner.method());
    return plain(
        "keyboard-method",
        shown.side() == Side.MORE ? say.apply("keyboard.method").replace("{0}", name) : name,
        () -> typeIn(manner.method(next(manner.method()))));
  }

  private static TypingMethod next(TypingMethod method) {
    TypingMethod[] all = TypingMethod.values();
    return all[(method.ordinal() + 1) % all.length];
  }

  private void typeIn(Manner other) {
    manner = other;
    keys.manner(other);
    lay();
  }

  private void turn(Side other) {
    shown.side(other);
    lay();
  }

  private void shift() {
    shown.capital(!shown.capital());
    lay();
  }

  private static Button plain(String id, String words, Runnable action) {
    Button key = Buttons.quiet(id, words, action);
    key.getStyleClass().add("key");
    key.setWrapText(false);
    key.setFocusTraversable(false);
    key.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    return key;
  }
}
