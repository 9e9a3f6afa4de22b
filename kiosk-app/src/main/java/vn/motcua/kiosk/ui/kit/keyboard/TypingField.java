package vn.motcua.kiosk.ui.kit.keyboard;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import vn.motcua.kiosk.ui.kit.Words;

/**
 * Where a typed text stands. It is written at its end only, so that nobody has to find a caret; a
 * keyboard of metal writes through the same rules as the one on the screen while this has the
 * focus.
 */
public final class TypingField extends StackPane {
  private final Label text = Words.of("", "entry");
  private final String prompt;

  /**
   * @param prompt stands there while nothing is typed
   * @param keys takes what is typed
   */
  public TypingField(String prompt, Keys keys) {
    this.prompt = prompt;
    setId("typing-field");
    setAccessibleRole(AccessibleRole.TEXT_FIELD);
    setFocusTraversable(true);
    getStyleClass().add("typing-field");
    setMinHeight(USE_PREF_SIZE);
    text.setId("entry");
    text.setMaxWidth(Double.MAX_VALUE);
    getChildren().add(text);
    show("");
    setOnMousePressed(_ -> requestFocus());
    addEventHandler(
        KeyEvent.KEY_TYPED,
        event -> {
          String typed = event.getCharacter();
          boolean plain = !event.isControlDown() && !event.isAltDown() && !event.isMetaDown();
          if (plain && typed.length() == 1 && !Character.isISOControl(typed.charAt(0))) {
            keys.key(typed.charAt(0));
            event.consume();
          } else if (plain && typed.length() > 1) {
            keys.write(typed); // the system's own method wrote it
            event.consume();
          }
        });
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.BACK_SPACE) {
            keys.erase();
            event.consume();
          } else if (event.getCode() == KeyCode.ENTER) {
            keys.enter();
            event.consume();
          }
        });
  }

  /** Shows what is typed so far. */
  public void show(String typed) {
    boolean empty = typed.isEmpty();
    text.setText(empty ? prompt : typed + "_");
    text.getStyleClass().remove("placeholder");
    if (empty) {
      text.getStyleClass().add("placeholder");
    }
    setAccessibleText(empty ? prompt : typed);
  }
}
