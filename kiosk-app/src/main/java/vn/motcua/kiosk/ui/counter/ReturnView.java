package vn.motcua.kiosk.ui.counter;

import java.time.Clock;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.Originals;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Buttons;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.KeyCap;
import vn.motcua.kiosk.ui.kit.Pill;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.Words;

/** Three steps side by side: the receipt, who takes it, handing out. */
final class ReturnView extends HBox {
  private final ReturnModel model;
  private final Texts texts;
  private final CounterWords words;
  private final CardPane card;
  private final TextField code = new TextField();
  private final TextField secret = new TextField();
  private final TextField name = new TextField();
  private final VBox last = new VBox(14);

  ReturnView(ReturnModel model, CardModel cards, Texts texts, CounterWords words, Clock clock) {
    this.model = model;
    this.texts = texts;
    this.words = words;
    this.card = new CardPane(cards, texts, words, clock);
    setId("return");
    setSpacing(16);
    Node first = step(receipt());
    Node second = step(receiver());
    VBox third = Boxes.card(last);
    third.setPrefWidth(400);
    VBox.setVgrow(last, Priority.ALWAYS);
    HBox.setHgrow(third, Priority.ALWAYS);
    getChildren().addAll(first, second, third);
    Runnable draw = this::drawLast;
    model.dossier().subscribe(_ -> draw.run());
    model.handedOut().subscribe(_ -> draw.run());
    model.receiver().subscribe(_ -> draw.run());
    model.name().subscribe(_ -> draw.run());
    model.busy().subscribe(_ -> draw.run());
    model.fault().subscribe(_ -> draw.run());
    model
        .handedOut()
        .subscribe(done -> {
          cards.photo().forget();
          if (done.isEmpty()) {
            cards.forget();
          }
        });
  }

  void typeCode() {
    code.requestFocus();
    code.selectAll();
  }

  void typeDigits() {
    card.typeDigits();
  }

  boolean key(KeyEvent event) {
    if (event.getCode() == KeyCode.F9) {
      if (model.handedOut().get().isPresent()) {
        model.next();
        typeCode();
      } else {
        model.handOut();
      }
      return true;
    }
    if (event.getCode() == KeyCode.F6) {
      typeCode();
      return true;
    }
    if (event.getCode() == KeyCode.F4) {
      typeDigits();
      return true;
    }
    if (event.getCode() == KeyCode.F8) {
      name.requestFocus();
      return true;
    }
    if (event.isControlDown() && event.getCode() == KeyCode.N) {
      model.next();
      typeCode();
      return true;
    }
    return false;
  }

  private static VBox step(Node inside) {
    VBox box = Boxes.card(inside);
    box.setPrefWidth(400);
    HBox.setHgrow(box, Priority.ALWAYS);
    return box;
  }

  private Node receipt() {
    code.setId("return-code");
    code.getStyleClass().add("code");
    code.setPromptText(texts.get("return.code.prompt"));
    code.textProperty().bindBidirectional(model.code());
    secret.setId("return-secret");
    secret.getStyleClass().add("code");
    secret.textProperty().bindBidirectional(model.secret());
    code.setOnAction(_ -> model.findTyped());
    secret.setOnAction(_ -> model.findTyped());
    Button find =
        KeyCap.on(
            Buttons.secondary("return-find", texts.get("return.find"), model::findTyped), "Enter");
    VBox found = new VBox(10);
    model
        .dossier()
        .subscribe(dossier -> {
          found.getChildren().clear();
          dossier.ifPresent(it -> found.getChildren().add(summary(it)));
        });
    VBox fault = new VBox();
    Parts.swap(
        fault,
        model.fault(),
        now -> {
          VBox said = Boxes.notice(Tone.WAIT, Parts.sentences(texts, now));
          said.setId("return-fault");
          return said;
        });
    return new VBox(
        12,
        head(1, "return.step1", "F6"),
        Words.of(texts.get("return.step1.do"), "note", "soft"),
        Parts.labelled(texts.get("return.code"), code),
        Parts.labelled(texts.get("return.secret"), secret),
        find,
        fault,
        found);
  }

  private Node summary(Dossier dossier) {
    VBox box =
        Boxes.notice(
            Tone.OK,
            Words.of(words.name(dossier.procedure()), "strong"),
            Words.of(dossier.code().value(), "note", "ink"),
            Words.of(
                texts.get("return.applicant", words.masked(dossier.applicant())), "body", "ink"));
    if (!dossier.owner().equals(dossier.applicant())) {
      box.getChildren()
          .add(Words.of(texts.get("return.owner", words.masked(dossier.owner())), "body", "ink"));
    }
    box.setId("return-dossier");
    return box;
  }

  private Node receiver() {
    name.setId("return-name");
    name.textProperty().bindBidirectional(model.name());
    VBox judged = new VBox();
    model
        .receiver()
        .subscribe(who -> {
          judged.getChildren().clear();
          judgement(who).ifPresent(judged.getChildren()::add);
        });
    return new VBox(
        12,
        head(2, "return.step2", "F4"),
        card,
        Parts.labelled(texts.get("return.name"), name),
        judged);
  }

  private Optional<Node> judgement(ReturnModel.Receiver who) {
    return switch (who) {
      case NOBODY -> Optional.empty();
      case APPLICANT -> Optional.of(said(Tone.OK, Icon.CHECK, "return.is.applicant"));
      case OWNER -> Optional.of(said(Tone.OK, Icon.CHECK, "return.is.owner"));
      case SOMEBODY_ELSE -> Optional.of(said(Tone.WAIT, Icon.NOTE, "return.is.other"));
      case TYPED -> Optional.of(said(Tone.BRAND, Icon.INFO, "return.is.typed"));
      case FORGED -> Optional.of(said(Tone.BAD, Icon.WARNING, "return.is.forged"));
    };
  }

  private Node said(Tone tone, Icon icon, String key) {
    HBox row = Boxes.row("notice", icon.node(), Boxes.wide(Words.of(texts.get(key), "body")));
    row.getStyleClass().add(tone.styleClass());
    return row;
  }

  private void drawLast() {
    last.getChildren().clear();
    Optional<Dossier> done = model.handedOut().get();
    if (done.isPresent()) {
      drawDone(done.get());
      return;
    }
    last.getChildren().add(head(3, "return.step3", ""));
    Optional<Dossier> dossier = model.dossier().get();
    dossier.ifPresent(it -> last.getChildren().add(originals(it.originals(), "return.originals.")));
    if (dossier.isEmpty()) {
      last.getChildren().add(Words.of(texts.get("return.step3.do"), "body", "soft"));
    }
    Label word = Words.of(texts.get("return.main"), "main-word");
    Label note =
        Words.of(
            model.busy().get()
                ? texts.get("receive.busy")
                : dossier.isEmpty()
                    ? texts.get("return.missing.receipt")
                    : model.receiver().get() == ReturnModel.Receiver.FORGED
                        ? texts.get("return.missing.forged")
                        : model.name().get().isBlank()
                            ? texts.get("return.missing.name")
                            : texts.get("return.ready"),
            "main-note");
    HBox face = new HBox(8, word, new KeyCap("F9"));
    face.setAlignment(Pos.CENTER);
    VBox both = new VBox(1, face, note);
    both.setAlignment(Pos.CENTER);
    Button main = Buttons.primary("return-main", "", model::handOut);
    main.setGraphic(both);
    main.getStyleClass().add("main");
    main.setDisable(!model.ready());
    last.getChildren().addAll(Boxes.space(), main);
  }

  private void drawDone(Dossier dossier) {
    Button next =
        KeyCap.on(Buttons.primary("return-next", texts.get("return.next"), model::next), "F9");
    next.getStyleClass().add("main");
    Pill pill = new Pill(Tone.OK, Icon.CHECK, texts.get("return.done"));
    pill.setId("return-done");
    last.getChildren()
        .addAll(
            pill,
            Words.of(words.name(dossier.procedure()), "heading"),
            Words.of(dossier.code().value(), "note", "soft"),
            Words.of(texts.get("return.done.to", model.name().get()), "body"),
            originals(dossier.originals(), "return.originals.done."),
            Boxes.space(),
            next);
  }

  private Node originals(Originals originals, String key) {
    Tone tone = originals == Originals.HELD ? Tone.WAIT : Tone.MUTED;
    return Boxes.notice(tone, Words.of(texts.get(key + originals.name()), "body"));
  }

  private Node head(int number, String key, String cap) {
    Label digit = new Label(Integer.toString(number));
    javafx.scene.layout.StackPane dot = new javafx.scene.layout.StackPane(digit);
    dot.getStyleClass().addAll("stage-dot", "now");
    HBox row = Boxes.row("step-head", dot, Boxes.wide(Words.of(texts.get(key), "strong")));
    if (!cap.isEmpty()) {
      row.getChildren().add(new KeyCap(cap));
    }
    return row;
  }
}
