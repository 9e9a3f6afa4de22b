package vn.motcua.kiosk.ui.counter;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.dossier.Procedure;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Words;

/** Finding the procedure: a search field, what fits, and then the one that was chosen. */
final class ProcedurePane extends VBox {
  private final ReceiveModel model;
  private final Texts texts;
  private final CounterWords words;
  private final TextField search = new TextField();
  private final ListView<Procedure> list;

  ProcedurePane(ReceiveModel model, Texts texts, CounterWords words) {
    this.model = model;
    this.texts = texts;
    this.words = words;
    setSpacing(8);
    search.setId("procedure-search");
    search.getStyleClass().add("search");
    search.setPromptText(texts.get("procedure.prompt"));
    search.textProperty().bindBidirectional(model.search());
    Node glass = Icon.SEARCH.node();
    glass.setMouseTransparent(true);
    StackPane.setMargin(glass, new javafx.geometry.Insets(0, 0, 0, 14));
    StackPane field = new StackPane(search, glass);
    field.setAlignment(Pos.CENTER_LEFT);

    list = new ListView<>(model.found());
    list.setId("procedure-list");
    list.setCellFactory(_ -> new Cell());
    Label none = Words.of(texts.get("procedure.none"), "body", "soft");
    none.setWrapText(true);
    list.setPlaceholder(none);
    VBox.setVgrow(list, Priority.ALWAYS);
    list.setOnMouseClicked(click -> {
      if (click.getClickCount() >= 1) {
        take();
      }
    });
    list.setOnKeyPressed(key -> {
      if (key.getCode() == KeyCode.ENTER) {
        take();
        key.consume();
      }
    });
    search.setOnKeyPressed(key -> {
      if (key.getCode() == KeyCode.DOWN && !model.found().isEmpty()) {
        list.requestFocus();
        list.getSelectionModel().selectFirst();
        key.consume();
      } else if (key.getCode() == KeyCode.ENTER && !model.found().isEmpty()) {
        model.choose(model.found().getFirst());
        key.consume();
      }
    });
    VBox.setVgrow(this, Priority.ALWAYS);
    VBox chosen = new VBox();
    getChildren().addAll(field, list, chosen);
    model
        .procedure()
        .subscribe(now -> {
          Parts.show(field, now.isEmpty());
          Parts.show(list, now.isEmpty());
          chosen.getChildren().clear();
          now.ifPresent(procedure -> chosen.getChildren().add(chosen(procedure)));
          Parts.show(chosen, now.isPresent());
          VBox.setVgrow(this, now.isPresent() ? Priority.NEVER : Priority.ALWAYS);
        });
  }

  /** Puts the caret into the search field, going back from a chosen procedure if that may be. */
  void search() {
    model.chooseAnother();
    search.requestFocus();
    search.selectAll();
  }

  private void take() {
    Procedure picked = list.getSelectionModel().getSelectedItem();
    if (picked != null) {
      model.choose(picked);
    }
  }

  private Node chosen(Procedure procedure) {
    VBox name =
        new VBox(
            2,
            Words.of(words.name(procedure), "heading"),
            Words.of(procedure.code() + " · " + procedure.unit(), "note", "soft"));
    HBox row =
        Boxes.row(
            "chosen",
            Boxes.wide(name),
            Parts.small("procedure-other", texts.get("procedure.other"), "F6", this::search));
    row.setAlignment(Pos.TOP_LEFT);
    return row;
  }

  private final class Cell extends RowCell<Procedure> {
    @Override
    Node row(Procedure procedure) {
      String time =
          procedure.workingDays() == 0
              ? texts.get("due.sameday")
              : texts.count("due.days", procedure.workingDays());
      Label fee = Words.of(fee(procedure), "note", "soft");
      fee.setWrapText(false);
      fee.setMinWidth(USE_PREF_SIZE);
      HBox row =
          new HBox(
              10,
              Boxes.wide(
                  new VBox(
                      1,
                      Words.of(words.name(procedure), "body", "medium"),
                      Words.of(
                          procedure.code() + " · " + procedure.unit() + " · " + time,
                          "note",
                          "soft"))),
              fee);
      row.setAlignment(Pos.CENTER_LEFT);
      return row;
    }
  }

  private String fee(Procedure procedure) {
    return procedure.fee() == 0 ? texts.get("fee.none") : words.money(procedure.fee());
  }
}
