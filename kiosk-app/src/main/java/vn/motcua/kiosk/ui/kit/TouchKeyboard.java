package vn.motcua.kiosk.ui.kit;

import java.util.function.IntConsumer;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;

/** Keys on the screen: a pad for digits, and one for codes in their usual order. */
public final class TouchKeyboard extends GridPane {
  private static final String[] DIGITS = {"123", "456", "789", " 0<"};
  private static final String[] CODES = {"1234567890", "ABCDEFGHIJ", "KLMNOPQRST", "UVWXYZ.-<"};

  private TouchKeyboard(
      String[] rows, int columns, String eraseWords, IntConsumer typed, Runnable erase) {
    getStyleClass().add("keys");
    for (int i = 0; i < columns; i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / columns);
      column.setHgrow(Priority.ALWAYS);
      column.setHalignment(HPos.CENTER);
      getColumnConstraints().add(column);
    }
    for (int row = 0; row < rows.length; row++) {
      RowConstraints constraints = new RowConstraints();
      constraints.setVgrow(Priority.ALWAYS);
      constraints.setValignment(VPos.CENTER);
      getRowConstraints().add(constraints);
      for (int column = 0; column < rows[row].length(); column++) {
        char key = rows[row].charAt(column);
        if (key == '<') {
          Button button = key("key-erase", "", erase);
          button.setGraphic(Icon.ERASE.node());
          button.setAccessibleText(eraseWords);
          button.getStyleClass().add("wide");
          add(button, column, row, columns - column, 1);
        } else if (key != ' ') {
          add(key("key-" + key, String.valueOf(key), () -> typed.accept(key)), column, row);
        }
      }
    }
  }

  /** Digits only. */
  public static TouchKeyboard digits(String eraseWords, IntConsumer typed, Runnable erase) {
    return new TouchKeyboard(DIGITS, 3, eraseWords, typed, erase);
  }

  /** Capital letters, digits, dot and hyphen: what a dossier code is made of. */
  public static TouchKeyboard codes(String eraseWords, IntConsumer typed, Runnable erase) {
    return new TouchKeyboard(CODES, 10, eraseWords, typed, erase);
  }

  private static Button key(String id, String words, Runnable action) {
    Button key = Buttons.quiet(id, words, action);
    key.getStyleClass().add("key");
    key.setWrapText(false);
    key.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    return key;
  }
}
