package vn.motcua.kiosk.ui.kit;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.Region;

/** Buttons: the one obvious step, the other ways, the tools. All are big enough to be hit. */
public final class Buttons {
  private Buttons() {}

  /** The obvious next step; one a screen. */
  public static Button primary(String id, String text, Runnable action) {
    return make(id, text, action, "primary");
  }

  /** Another way. */
  public static Button secondary(String id, String text, Runnable action) {
    return make(id, text, action, "secondary");
  }

  /** A step that is rarely taken. */
  public static Button quiet(String id, String text, Runnable action) {
    return make(id, text, action, "quiet");
  }

  /** A tool of the bar under the screen: icon over (terminal, upright) or beside its word. */
  public static Button tool(String id, Icon icon, String text, Runnable action) {
    Button button = icon(icon, make(id, text, action, "tool"));
    button.setContentDisplay(ContentDisplay.TOP);
    return button;
  }

  /** Puts {@code icon} before the words of {@code button}. */
  public static Button icon(Icon icon, Button button) {
    Node node = icon.node();
    button.setGraphic(node);
    return button;
  }

  /** Puts {@code icon} after the words of {@code button}. */
  public static Button iconAfter(Icon icon, Button button) {
    icon(icon, button);
    button.setContentDisplay(ContentDisplay.RIGHT);
    return button;
  }

  private static Button make(String id, String text, Runnable action, String styleClass) {
    Button button = new Button(text);
    button.setId(id);
    button.getStyleClass().addAll("touch", styleClass);
    button.setWrapText(true);
    button.setMnemonicParsing(false);
    button.setMinHeight(Region.USE_PREF_SIZE);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(_ -> action.run());
    return button;
  }
}
