package vn.motcua.kiosk.ui.kit;

import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** The key that does the same as a button, drawn as a small key. */
public final class KeyCap extends Label {
  public KeyCap(String key) {
    super(key);
    getStyleClass().add("key-cap");
    setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
  }

  /** Shows {@code key} after the words of {@code button}. */
  public static Button on(Button button, String key) {
    button.setGraphic(new KeyCap(key));
    button.setContentDisplay(ContentDisplay.RIGHT);
    return button;
  }
}
