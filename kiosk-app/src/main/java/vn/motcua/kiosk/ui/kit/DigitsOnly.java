package vn.motcua.kiosk.ui.kit;

import javafx.scene.control.TextFormatter;

/** Keeps everything but digits out of a text field, and more digits than it takes. */
public final class DigitsOnly {
  private DigitsOnly() {}

  /** For a field of at most {@code most} digits. */
  public static TextFormatter<String> upTo(int most) {
    String allowed = "[0-9]{0," + most + "}";
    return new TextFormatter<>(change -> {
      if (!change.getControlNewText().matches(allowed)) {
        // Nothing is replaced by nothing: the field stays as it was.
        change.setText("");
        change.setRange(change.getRangeStart(), change.getRangeStart());
        change.setCaretPosition(change.getControlCaretPosition());
        change.setAnchor(change.getControlAnchor());
      }
      return change;
    });
  }
}
