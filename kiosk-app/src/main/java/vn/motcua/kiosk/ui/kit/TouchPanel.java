package vn.motcua.kiosk.ui.kit;

import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * A card that is touched as a whole. Unlike a button with a graphic it lets what stands in it wrap
 * and grow.
 */
public final class TouchPanel extends StackPane {
  private final Runnable action;

  /**
   * @param id of the node
   * @param words what a screen reader says
   * @param inside what it shows
   */
  public TouchPanel(String id, String words, Region inside, Runnable action) {
    super(inside);
    this.action = action;
    setId(id);
    getStyleClass().addAll("touch-panel", "touch");
    setAccessibleRole(AccessibleRole.BUTTON);
    setAccessibleText(words);
    setFocusTraversable(true);
    setMinHeight(Region.USE_PREF_SIZE);
    setMaxWidth(Double.MAX_VALUE);
    addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          // A drag scrolls and is no touch.
          if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
            action.run();
          }
        });
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            event.consume();
            action.run();
          }
        });
  }

  /** Does what a touch does. */
  public void press() {
    action.run();
  }
}
