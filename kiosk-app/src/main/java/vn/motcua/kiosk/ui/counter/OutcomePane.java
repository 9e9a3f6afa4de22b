package vn.motcua.kiosk.ui.counter;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.dossier.DueDate;
import vn.motcua.kiosk.dossier.Originals;
import vn.motcua.kiosk.dossier.ReturnChannel;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Buttons;
import vn.motcua.kiosk.ui.kit.KeyCap;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.Words;

/** What comes of an intake: the date, the fee, the ways back; and the button that receives. */
final class OutcomePane extends VBox {
  private final ReceiveModel model;
  private final CardModel card;
  private final Texts texts;
  private final CounterWords words;
  private final Clock clock;
  private final VBox startOver = new VBox();

  OutcomePane(ReceiveModel model, CardModel card, Texts texts, CounterWords words, Clock clock) {
    this.model = model;
    this.card = card;
    this.texts = texts;
    this.words = words;
    this.clock = clock;
    setSpacing(14);
    VBox due = Boxes.card();
    due.setId("due-card");
    Runnable drawDue = () -> due.getChildren().setAll(dueLines());
    model.due().subscribe(_ -> drawDue.run());
    model.procedure().subscribe(_ -> drawDue.run());
    VBox fee = Boxes.card(new FeePane(model.fees(), texts, words));
    VBox ways = Boxes.card(channel(), originals());

    VBox fault = new VBox();
    Parts.swap(
        fault,
        model.fault(),
        now -> {
          VBox said = Boxes.notice(Tone.WAIT, Parts.sentences(texts, now));
          said.setId("receive-fault");
          return said;
        });
    startOver.getChildren().setAll(sure());
    Parts.show(startOver, false);
    Button again =
        KeyCap.on(
            Buttons.secondary("start-over", texts.get("receive.over"), this::askStartOver),
            "Ctrl N");
    for (VBox box : List.of(due, fee, ways)) {
      box.getStyleClass().add("tight");
      box.setMinHeight(USE_PREF_SIZE);
    }
    // Only the facts scroll; what can be pressed is always in sight.
    ScrollPane facts = new ScrollPane(new VBox(12, due, fee, ways));
    facts.setFitToWidth(true);
    facts.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    facts.setMinHeight(0);
    VBox.setVgrow(facts, Priority.ALWAYS);
    // The style gives every main button a least height of its own: too little for three lines.
    VBox main = new VBox(mainButton());
    for (Region box : List.of(fault, startOver, main, again)) {
      box.setMinHeight(USE_PREF_SIZE);
    }
    getChildren().addAll(facts, fault, startOver, main, again);
  }

  private Node sure() {
    return Boxes.notice(
        Tone.WAIT,
        Words.of(texts.get("receive.over.sure"), "body"),
        new HBox(
            8,
            Parts.small(
                "start-over-yes",
                texts.get("receive.over.yes"),
                "",
                () -> {
                  Parts.show(startOver, false);
                  model.next();
                  card.forget();
                }),
            Parts.small(
                "start-over-no",
                texts.get("receive.over.no"),
                "Esc",
                () -> Parts.show(startOver, false))));
  }

  private Button mainButton() {
    Label word = Words.of(texts.get("receive.main"), "main-word");
    Label note = Words.of("", "main-note");
    note.setId("main-note");
    HBox head = new HBox(8, word, new KeyCap("F9"));
    head.setAlignment(Pos.CENTER);
    VBox face = new VBox(1, head, note);
    face.setAlignment(Pos.CENTER);
    Button button = Buttons.primary("receive-main", "", model::receive);
    button.setGraphic(face);
    button.getStyleClass().add("main");
    Runnable judge =
        () -> {
          List<Missing> missing = model.missing().get();
          button.setDisable(!missing.isEmpty() || model.busy().get());
          note.setText(
              model.busy().get()
                  ? texts.get("receive.busy")
                  : missing.isEmpty()
                      ? texts.get("receive.ready")
                      : missing.size() == 1
                          ? words.missing(missing.getFirst())
                          : texts.get(
                              "missing.more",
                              words.missing(missing.getFirst()),
                              missing.size() - 1));
        };
    model.missing().subscribe(_ -> judge.run());
    model.busy().subscribe(_ -> judge.run());
    // A button asks its face for a height of one line; the note may take three.
    Runnable fit =
        () -> {
          Insets rim = button.getInsets();
          double inside = button.getWidth() - rim.getLeft() - rim.getRight();
          if (inside > 0) {
            button.setPrefHeight(
                Math.ceil(face.prefHeight(inside)) + rim.getTop() + rim.getBottom());
          }
        };
    button.widthProperty().subscribe(_ -> fit.run());
    note.textProperty().subscribe(_ -> fit.run());
    note.fontProperty().subscribe(_ -> fit.run());
    word.fontProperty().subscribe(_ -> fit.run());
    button.insetsProperty().subscribe(_ -> fit.run());
    return button;
  }

  private List<Node> dueLines() {
    Optional<DueDate> due = model.due().get();
    Label title = Words.of(texts.get("due.title"), "field-label");
    if (due.isEmpty()) {
      return List.of(
          title,
          Words.of("–", "figure"),
          Words.of(
              texts.get(model.procedure().get().isPresent() ? "due.reckoning" : "due.choose"),
              "note",
              "soft"));
    }
    VBox lines = new VBox(1);
    for (String line : words.reasoning(due.get(), LocalDateTime.now(clock))) {
      lines.getChildren().add(Words.of(line, "note", "soft"));
    }
    return List.of(title, Words.of(words.dueDay(due.get()), "figure"), lines);
  }

  private Node channel() {
    ToggleGroup group = new ToggleGroup();
    VBox box = new VBox(4);
    FlowPane row = new FlowPane(4, 4);
    for (ReturnChannel channel : ReturnChannel.values()) {
      ToggleButton button = new ToggleButton(texts.get("channel." + channel.name()));
      button.setId("channel-" + channel.name());
      button.getStyleClass().setAll("choice");
      button.setToggleGroup(group);
      button.setMinWidth(USE_PREF_SIZE);
      model.channel().subscribe(now -> button.setSelected(now == channel));
      button.setOnAction(_ -> {
        model.channel().set(channel);
        button.setSelected(true);
      });
      row.getChildren().add(button);
    }
    box.getChildren().addAll(Words.of(texts.get("channel.title"), "field-label"), row);
    return box;
  }

  private Node originals() {
    ToggleGroup group = new ToggleGroup();
    FlowPane row = new FlowPane(4, 4);
    for (Originals where : List.of(Originals.GIVEN_BACK, Originals.HELD)) {
      ToggleButton button = new ToggleButton(texts.get("originals." + where.name()));
      button.setId("originals-" + where.name());
      button.getStyleClass().setAll("choice");
      button.setToggleGroup(group);
      button.setMinWidth(USE_PREF_SIZE);
      model.originals().subscribe(now -> button.setSelected(now == where));
      button.setOnAction(_ -> {
        model.originals().set(where);
        button.setSelected(true);
      });
      row.getChildren().add(button);
    }
    return new VBox(4, Words.of(texts.get("originals.title"), "field-label"), row);
  }

  /** Asks whether all that was entered is to be dropped; asked again, the question goes away. */
  void askStartOver() {
    if (model.begun()) {
      Parts.show(startOver, !startOver.isVisible());
    }
  }

  void hideQuestion() {
    Parts.show(startOver, false);
  }
}
