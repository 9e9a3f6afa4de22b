package vn.motcua.kiosk.ui.counter;

import java.util.Optional;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import vn.motcua.kiosk.ui.kit.DigitsOnly;
import vn.motcua.kiosk.ui.kit.Pill;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.Words;

/** The checklist: papers, how often they were handed in, pages counted and scanned. */
final class PapersPane extends VBox {
  /** Pixels of the letters for which the columns are measured. */
  private static final double LETTERS = 14;

  private final ReceiveModel model;
  private final Texts texts;
  private final VBox top = new VBox();
  private final VBox rows = new VBox();
  private double factor = 1;
  private Subscription following = Subscription.EMPTY;

  PapersPane(ReceiveModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    // A row of its own that is never seen tells how large the letters are.
    Label letters = Words.of("", "body");
    letters.setManaged(false);
    letters.setVisible(false);
    getChildren().addAll(letters, top, rows);
    letters.fontProperty().subscribe(font -> scale(font.getSize() / LETTERS));
    model.papers().subscribe(this::fill);
  }

  /** The columns grow with the letters; large ones leave no column for the state. */
  private void scale(double now) {
    if (now != factor || top.getChildren().isEmpty()) {
      factor = now;
      top.getChildren().setAll(head());
      fill();
    }
  }

  private boolean stateBelow() {
    return factor > 1.2;
  }

  private Node head() {
    GridPane head = grid();
    head.getStyleClass().add("table-line");
    head.addRow(
        0,
        head("papers.name", HPos.LEFT),
        head("papers.originals", HPos.CENTER),
        head("papers.copies", HPos.CENTER),
        head("papers.pages", HPos.CENTER),
        stateBelow() ? new Region() : head("papers.state", HPos.LEFT),
        head("papers.scan", HPos.LEFT));
    head.setPadding(new javafx.geometry.Insets(0, 0, 6, 0));
    return head;
  }

  private void fill() {
    // The model outlives the rows: what they listened to is given up with them.
    following.unsubscribe();
    following = Subscription.EMPTY;
    rows.getChildren().clear();
    int number = 0;
    for (PaperLine line : model.papers()) {
      rows.getChildren().add(row(line, ++number));
    }
    Parts.show(this, !model.papers().isEmpty());
  }

  private Node row(PaperLine line, int number) {
    GridPane row = grid();
    row.getStyleClass().add("table-row");
    row.setAlignment(Pos.CENTER_LEFT);
    VBox state = new VBox();
    state.setAlignment(Pos.CENTER_LEFT);
    Runnable judge = () -> state.getChildren().setAll(pill(line));
    line.originals().subscribe(_ -> judge.run());
    line.copies().subscribe(_ -> judge.run());
    line.counted().subscribe(_ -> judge.run());
    line.scanned().subscribe(_ -> judge.run());
    Label name = Words.of(line.required().name(), "body", "medium");
    TextField counted = count("pages-" + number, line.counted());
    counted.setDisable(!line.required().scan());
    Node last = line.required().scan() ? scanButton(line, number) : new Region();
    row.addRow(
        0,
        stateBelow() ? new VBox(4, name, state) : name,
        count("originals-" + number, line.originals()),
        count("copies-" + number, line.copies()),
        counted,
        stateBelow() ? new Region() : state,
        last);
    following =
        following.and(
            model
                .scan()
                .running()
                .subscribe(running -> {
                  row.getStyleClass().remove("now");
                  if (running.equals(Optional.of(line))) {
                    row.getStyleClass().add("now");
                  }
                }));
    return row;
  }

  private Button scanButton(PaperLine line, int number) {
    Button button =
        Parts.small(
            "scan-" + number, texts.get("papers.scan.do"), "", () -> model.scan().scan(line));
    following =
        following.and(
            model.scan().running().subscribe(running -> button.setDisable(running.isPresent())));
    return button;
  }

  private Pill pill(PaperLine line) {
    Pill pill =
        switch (line.state()) {
          case PaperLine.State.Complete complete ->
              new Pill(Tone.OK, texts.count("paper.complete", complete.pages()));
          case PaperLine.State.Partly partly ->
              new Pill(Tone.WAIT, texts.get("paper.partly", partly.scanned(), partly.counted()));
          case PaperLine.State.NotCounted none ->
              line.scanned().get() > 0
                  ? new Pill(Tone.WAIT, texts.count("paper.uncounted", line.scanned().get()))
                  : new Pill(Tone.WAIT, texts.get("paper.notcounted"));
          case PaperLine.State.ShownOnly shown -> new Pill(Tone.BRAND, texts.get("paper.shown"));
          case PaperLine.State.NotHandedIn absent ->
              new Pill(Tone.MUTED, texts.get("paper.absent"));
        };
    pill.setWrapText(false);
    pill.setMinWidth(USE_PREF_SIZE);
    return pill;
  }

  private static TextField count(String id, javafx.beans.property.StringProperty value) {
    TextField field = new TextField();
    field.setId(id);
    field.getStyleClass().add("count");
    field.setTextFormatter(DigitsOnly.upTo(3));
    field.textProperty().bindBidirectional(value);
    field
        .focusedProperty()
        .subscribe(focused -> {
          if (focused) {
            field.selectAll();
          }
        });
    return field;
  }

  private Label head(String key, HPos at) {
    Label label = Words.of(texts.get(key), "table-head");
    label.setWrapText(false);
    label.setMinWidth(USE_PREF_SIZE);
    GridPane.setHalignment(label, at);
    return label;
  }

  private GridPane grid() {
    GridPane grid = new GridPane();
    grid.setHgap(6);
    ColumnConstraints name = new ColumnConstraints();
    name.setHgrow(Priority.ALWAYS);
    name.setMinWidth(110);
    name.setPrefWidth(150);
    ColumnConstraints count = column(50 * factor, HPos.CENTER);
    ColumnConstraints state = column(stateBelow() ? 0 : 152, HPos.LEFT);
    ColumnConstraints scan = column(66 * factor, HPos.RIGHT);
    grid.getColumnConstraints().addAll(name, count, count(count), count(count), state, scan);
    return grid;
  }

  private static ColumnConstraints column(double width, HPos at) {
    ColumnConstraints column = new ColumnConstraints(width, width, width);
    column.setHalignment(at);
    return column;
  }

  private static ColumnConstraints count(ColumnConstraints like) {
    ColumnConstraints same =
        new ColumnConstraints(like.getMinWidth(), like.getPrefWidth(), like.getMaxWidth());
    same.setHalignment(HPos.CENTER);
    return same;
  }
}
