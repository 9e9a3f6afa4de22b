package vn.motcua.kiosk.ui.counter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.desk.WorkDesk;
import vn.motcua.kiosk.dossier.DossierCode;
import vn.motcua.kiosk.dossier.Move;
import vn.motcua.kiosk.dossier.Stage;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.KeyCap;
import vn.motcua.kiosk.ui.kit.Pill;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Words;

/** The work list at the left, the dossier that is open at the right. */
final class WorkView extends HBox {
  private final WorkModel model;
  private final Texts texts;
  private final CounterWords words;
  private final TextField search = new TextField();
  private final ListView<WorkDesk.Item> list;
  private final List<ToggleButton> stages = new ArrayList<>();
  private final Consumer<DossierCode> handOut;
  private final CustodyModel custody;
  private final WaitingBar waiting;

  WorkView(
      WorkModel model,
      DossierSides sides,
      Texts texts,
      CounterWords words,
      Consumer<DossierCode> handOut) {
    this.model = model;
    this.custody = sides.custody();
    this.waiting = new WaitingBar(custody, texts, model::open);
    this.texts = texts;
    this.words = words;
    this.handOut = handOut;
    setId("dossiers");
    setSpacing(16);
    list = new ListView<>(model.items());
    list.setId("dossier-list");
    list.setCellFactory(_ -> new Cell());
    list.setPlaceholder(empty());
    list.setOnMouseClicked(_ -> openSelected());
    list.setOnKeyPressed(key -> {
      if (key.getCode() == KeyCode.ENTER) {
        openSelected();
        key.consume();
      }
    });
    VBox.setVgrow(list, Priority.ALWAYS);
    VBox left = Boxes.card(filters(), waiting, head(), list);
    left.setMinWidth(0);
    left.setPrefWidth(700);
    HBox.setHgrow(left, Priority.ALWAYS);
    DossierPane detail = new DossierPane(model, sides, texts, words, this::begin);
    HBox.setHgrow(detail, Priority.SOMETIMES);
    getChildren().addAll(left, detail);
    model
        .items()
        .subscribe(
            () -> model.opened().get().ifPresent(open -> mark(open.item().dossier().code())));
    model.items().subscribe(custody::refresh);
    model.opened().subscribe(sides::show);
    model.opened().subscribe(open -> open.ifPresent(it -> mark(it.item().dossier().code())));
  }

  /** Puts the caret into the search field. */
  void search() {
    search.requestFocus();
    search.selectAll();
  }

  /** Answers a key; says whether it was one of this screen's. */
  boolean key(KeyEvent event) {
    if (event.getCode() == KeyCode.F5) {
      model.refresh();
      return true;
    }
    if (event.getCode() == KeyCode.G && event.isControlDown()) {
      waiting.openOldest();
      return true;
    }
    if (event.getCode() == KeyCode.K && event.isControlDown()) {
      custody.confirm();
      return true;
    }
    if (event.getCode() == KeyCode.ENTER && event.isControlDown()) {
      model.confirm();
      return true;
    }
    if (event.getCode() == KeyCode.ESCAPE) {
      if (model.draft().get().isPresent()) {
        model.abandon();
      } else {
        model.close();
        list.requestFocus();
      }
      return true;
    }
    if (event.isControlDown() && event.getCode().isDigitKey()) {
      int at = event.getCode().getCode() - KeyCode.DIGIT0.getCode();
      if (at >= 0 && at < stages.size()) {
        stages.get(at).fire();
      }
      return true;
    }
    for (Move move : MoveKeys.of(event)) {
      if (model.mine().get().contains(move)) {
        begin(move);
        return true;
      }
    }
    return false;
  }

  private void begin(Move move) {
    if (move == Move.HAND_OUT) {
      model.opened().get().ifPresent(open -> handOut.accept(open.item().dossier().code()));
    } else {
      model.begin(move);
    }
  }

  private void openSelected() {
    WorkDesk.Item item = list.getSelectionModel().getSelectedItem();
    if (item != null) {
      model.open(item.dossier().code());
    }
  }

  private void mark(DossierCode code) {
    for (int i = 0; i < model.items().size(); i++) {
      if (model.items().get(i).dossier().code().equals(code)) {
        list.getSelectionModel().clearAndSelect(i);
        return;
      }
    }
    list.getSelectionModel().clearSelection();
  }

  private Node filters() {
    search.setId("dossier-search");
    search.getStyleClass().add("search");
    search.setPromptText(texts.get("work.prompt"));
    search.textProperty().bindBidirectional(model.text());
    search.setOnKeyPressed(key -> {
      if (key.getCode() == KeyCode.DOWN && !model.items().isEmpty()) {
        list.requestFocus();
        list.getSelectionModel().selectFirst();
        key.consume();
      } else if (key.getCode() == KeyCode.ENTER
          && !key.isControlDown()
          && model.items().size() == 1) {
        model.open(model.items().getFirst().dossier().code());
        key.consume();
      }
    });
    Node glass = Icon.SEARCH.node();
    glass.setMouseTransparent(true);
    StackPane.setMargin(glass, new javafx.geometry.Insets(0, 0, 0, 14));
    KeyCap cap = new KeyCap("Ctrl F");
    cap.setMouseTransparent(true);
    StackPane.setMargin(cap, new javafx.geometry.Insets(0, 12, 0, 0));
    StackPane.setAlignment(cap, Pos.CENTER_RIGHT);
    StackPane field = new StackPane(search, glass, cap);
    field.setAlignment(Pos.CENTER_LEFT);
    ToggleGroup group = new ToggleGroup();
    FlowPane row = new FlowPane(5, 5, stage(Optional.empty(), 0, group));
    row.setRowValignment(VPos.CENTER);
    row.setPrefWrapLength(0);
    int number = 1;
    for (Stage stage : Stage.values()) {
      row.getChildren().add(stage(Optional.of(stage), number++, group));
    }
    Label control = Words.of("Ctrl +", "note", "soft");
    control.setWrapText(false);
    control.setMinWidth(USE_PREF_SIZE);
    row.getChildren().addFirst(control);
    return new VBox(8, field, row);
  }

  private ToggleButton stage(Optional<Stage> stage, int number, ToggleGroup group) {
    ToggleButton button =
        new ToggleButton(
            stage.map(s -> texts.get("stage." + s.name())).orElse(texts.get("work.all")));
    button.setId("stage-" + number);
    button.getStyleClass().setAll("choice");
    button.setToggleGroup(group);
    button.setGraphic(new KeyCap(Integer.toString(number)));
    button.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
    button.setMinWidth(Region.USE_PREF_SIZE);
    model.stage().subscribe(now -> button.setSelected(now.equals(stage)));
    button.setOnAction(_ -> {
      model.stage().set(stage);
      button.setSelected(true);
    });
    stages.add(button);
    return button;
  }

  private Node head() {
    HBox row =
        line(
            Words.of(texts.get("work.code"), "table-head"),
            Words.of(texts.get("work.stage"), "table-head"),
            Words.of(texts.get("work.due"), "table-head"));
    row.setPadding(new javafx.geometry.Insets(0, 16, 0, 12));
    return row;
  }

  private Node empty() {
    Label head = Words.of("", "strong");
    Label todo = Words.of("", "note", "soft");
    VBox box = new VBox(4, Icon.LIST.node(), head, todo);
    box.setAlignment(Pos.CENTER);
    Runnable judge =
        () -> {
          boolean filtered = !model.text().get().isBlank() || model.stage().get().isPresent();
          head.setText(
              texts.get(
                  model.loading().get()
                      ? "work.loading"
                      : filtered ? "work.nothing" : "work.empty"));
          todo.setText(
              model.loading().get()
                  ? ""
                  : texts.get(filtered ? "work.nothing.do" : "work.empty.do"));
        };
    model.loading().subscribe(_ -> judge.run());
    model.text().subscribe(_ -> judge.run());
    model.stage().subscribe(_ -> judge.run());
    return box;
  }

  private static HBox line(Node what, Node stage, Node due) {
    StackPane middle = fixed(stage, 150);
    StackPane right = fixed(due, 128);
    Region first = what instanceof Region region ? region : new StackPane(what);
    HBox row = new HBox(10, Boxes.wide(first), middle, right);
    first.setMinWidth(0);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static StackPane fixed(Node node, double width) {
    StackPane pane = new StackPane(node);
    pane.setAlignment(Pos.CENTER_LEFT);
    pane.setMinWidth(width);
    pane.setPrefWidth(width);
    pane.setMaxWidth(width);
    return pane;
  }

  private final class Cell extends RowCell<WorkDesk.Item> {
    @Override
    Node row(WorkDesk.Item item) {
      var dossier = item.dossier();
      VBox what =
          new VBox(
              1,
              Words.of(words.name(dossier.procedure()), "body", "medium"),
              Words.of(words.masked(dossier.applicant()), "note"),
              Words.of(dossier.code().value(), "note", "soft"));
      VBox stage =
          new VBox(
              1,
              Words.of(texts.get("stage." + dossier.stage().name()), "body"),
              Words.of(dossier.holder(), "note", "soft"));
      Pill pill = words.progress(item.progress());
      VBox due =
          new VBox(
              3,
              Words.of(dossier.due().map(date -> words.shortDate(date.date())).orElse("–"), "body"),
              pill);
      return line(what, stage, due);
    }
  }
}
