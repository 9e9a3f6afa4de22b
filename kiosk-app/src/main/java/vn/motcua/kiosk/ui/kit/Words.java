package vn.motcua.kiosk.ui.kit;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Lines of text. They wrap and never end in dots. */
public final class Words {
  private Words() {}

  /** The one question or answer of a screen. */
  public static Label title(String text) {
    return of(text, "title");
  }

  /** The head of a card. */
  public static Label heading(String text) {
    return of(text, "heading");
  }

  /** Reading text. */
  public static Label body(String text) {
    return of(text, "body");
  }

  /** Reading text that may be skipped. */
  public static Label soft(String text) {
    return of(text, "body", "soft");
  }

  /** Small text that may be skipped. */
  public static Label note(String text) {
    return of(text, "note", "soft");
  }

  /** Text with these style classes. */
  public static Label of(String text, String... styleClasses) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styleClasses);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
