package vn.motcua.kiosk.ui.counter;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.citizen.FieldSource;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Buttons;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.KeyCap;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.Words;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultSentence;

/** Pieces that the counter's screens share. */
final class Parts {
  private Parts() {}

  /** A label over a field. */
  static VBox labelled(String label, Node field) {
    Label head = Words.of(label, "field-label");
    head.setWrapText(false);
    VBox box = new VBox(2, head, field);
    box.setFillWidth(true);
    return box;
  }

  /** A text field bound to a form's field, with the badge of its source. */
  static StackPane badged(TextInputControl field, FormField model, CounterWords words) {
    field.textProperty().bindBidirectional(model.text());
    StackPane stack = new StackPane(field);
    stack.setAlignment(Pos.CENTER_RIGHT);
    model
        .source()
        .subscribe(source -> {
          stack.getChildren().setAll(field);
          field.getStyleClass().removeAll("badged", "wide-badge");
          source.ifPresent(known -> {
            field.getStyleClass().add("badged");
            if (known == FieldSource.ZONE) {
              field.getStyleClass().add("wide-badge");
            }
            Region badge = words.badge(known);
            badge.setMouseTransparent(true);
            badge.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
            badge.setMinWidth(Region.USE_PREF_SIZE);
            StackPane.setMargin(badge, new Insets(0, 9, 0, 0));
            stack.getChildren().add(badge);
          });
        });
    return stack;
  }

  /** A wrapping field of two lines for one long line: Tab leaves it, Enter does not break it. */
  static TextArea longLine() {
    TextArea area = new TextArea();
    area.setWrapText(true);
    area.getStyleClass().add("long-line");
    leaveByTab(area);
    area.addEventFilter(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.ENTER) {
            key.consume();
          }
        });
    return area;
  }

  /** In a text area Tab would be a character; staff expect the next field. */
  static void leaveByTab(TextArea area) {
    area.addEventFilter(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.TAB && !key.isControlDown()) {
            area.requestFocusTraversal(
                key.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            key.consume();
          }
        });
  }

  /** A small button with its key. */
  static Button small(String id, String text, String key, Runnable action) {
    Button button = Buttons.secondary(id, text, action);
    button.getStyleClass().add("small");
    button.setWrapText(false);
    button.setMaxWidth(Region.USE_PREF_SIZE);
    button.setMinWidth(Region.USE_PREF_SIZE);
    if (!key.isEmpty()) {
      KeyCap.on(button, key);
    }
    return button;
  }

  /** One calm line: an icon, what happened and what to do, and what can be pressed. */
  static HBox banner(Tone tone, Icon icon, Node words, Node... buttons) {
    HBox row = Boxes.row("notice", icon.node(), Boxes.wide(new VBox(words)));
    row.getStyleClass().addAll("banner", tone.styleClass());
    row.getChildren().addAll(buttons);
    row.setMinHeight(Region.USE_PREF_SIZE);
    return row;
  }

  /** What happened, what to do, and the code to read over the phone. */
  static VBox sentences(Texts texts, Fault fault) {
    FaultSentence sentence = texts.fault(fault);
    VBox box = new VBox(2, Words.of(sentence.what(), "body", "medium"));
    if (!sentence.todo().isEmpty()) {
      box.getChildren().add(Words.of(sentence.todo(), "body"));
    }
    box.getChildren().add(Words.of(texts.get("fault.code", fault.code()), "note"));
    return box;
  }

  /** Keeps {@code holder} filled with what {@code make} makes of the value; empty hides it. */
  static <T> void swap(
      VBox holder,
      ObservableValue<Optional<T>> value,
      java.util.function.Function<T, ? extends Node> make) {
    value.subscribe(now -> {
      holder.getChildren().clear();
      now.ifPresent(present -> holder.getChildren().add(make.apply(present)));
      holder.setVisible(now.isPresent());
      holder.setManaged(now.isPresent());
    });
  }

  /** A box that is not there while it is hidden. */
  static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
