package vn.motcua.kiosk.ui.counter;

import java.util.List;
import java.util.OptionalInt;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.dossier.Custody;
import vn.motcua.kiosk.dossier.Originals;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.Words;

/**
 * The custody ledger of a dossier; and, to stand where it is seen at once, confirming that its
 * pages have come.
 */
final class CustodyPane extends VBox {
  private final CustodyModel model;
  private final Texts texts;
  private final CounterWords words;
  private final VBox asks = new VBox(8);

  CustodyPane(CustodyModel model, Texts texts, CounterWords words) {
    this.model = model;
    this.texts = texts;
    this.words = words;
    setId("custody");
    setSpacing(8);
    Runnable draw = this::draw;
    model.ledger().subscribe(_ -> draw.run());
    model.fault().subscribe(_ -> draw.run());
    model.busy().subscribe(_ -> draw.run());
  }

  /** What is asked of the officer now; not there if nothing is. */
  Node asks() {
    return asks;
  }

  private void draw() {
    List<Custody> ledger = model.ledger().get();
    getChildren().clear();
    asks.getChildren().clear();
    Parts.show(this, !ledger.isEmpty());
    if (ledger.isEmpty()) {
      Parts.show(asks, false);
      return;
    }
    getChildren().add(Words.of(texts.get("custody.title"), "strong"));
    model
        .fault()
        .get()
        .ifPresent(fault -> {
          VBox said = Boxes.notice(Tone.WAIT, Parts.sentences(texts, fault));
          said.setId("custody-fault");
          asks.getChildren().add(said);
        });
    model.open().ifPresent(given -> asks.getChildren().add(open(given)));
    Parts.show(asks, !asks.getChildren().isEmpty());
    Custody last = ledger.getLast();
    if (last.originals() != Originals.NONE) {
      getChildren().add(Words.of(texts.get("custody.originals", last.place()), "body"));
    }
    for (Custody each : ledger.reversed()) {
      getChildren().add(line(each));
    }
  }

  private Node open(Custody given) {
    TextField counted = new TextField(model.counted().get());
    counted.setId("custody-counted");
    counted.setPrefColumnCount(4);
    counted.setMaxWidth(90);
    counted.setPromptText(Integer.toString(given.pages()));
    counted.textProperty().bindBidirectional(model.counted());
    Button confirm = Parts.small("custody-confirm", "", "Ctrl K", model::confirm);
    Runnable judge =
        () -> {
          OptionalInt pages = model.pages();
          confirm.setDisable(pages.isEmpty() || model.busy().get());
          int came = pages.orElse(given.pages());
          confirm.setText(
              came == given.pages()
                  ? texts.count("custody.complete", came)
                  : came < given.pages()
                      ? texts.get("custody.short", came, given.pages() - came)
                      : texts.get("custody.over", came, came - given.pages()));
        };
    counted.textProperty().subscribe(_ -> judge.run());
    Label ask = Words.of(texts.get("custody.count"), "body");
    HBox row = new HBox(8, Boxes.wide(ask), counted);
    row.setAlignment(Pos.CENTER_LEFT);
    VBox box =
        Boxes.notice(
            Tone.BRAND,
            Words.of(
                texts.count("custody.waits", given.pages(), given.giver(), given.receiver()),
                "body",
                "medium"),
            row,
            confirm);
    box.setId("custody-open");
    return box;
  }

  private Node line(Custody each) {
    Label when =
        Words.of(
            words.shortDay(each.at().toLocalDate())
                + " "
                + words.dates().clock(each.at().toLocalTime()),
            "note",
            "soft");
    when.setMinWidth(118);
    when.setPrefWidth(118);
    String said =
        each.confirmed()
            .map(by ->
                each.differs()
                    ? texts.get("custody.differs", by.who(), by.pages(), each.pages())
                    : texts.count("custody.confirmed", each.pages(), by.who()))
            .orElseGet(() -> texts.count("custody.unconfirmed", each.pages()));
    VBox what =
        new VBox(
            1,
            Words.of(texts.get("custody.line", each.giver(), each.receiver()), "body"),
            Words.of(said, "note", each.differs() ? "ink" : "soft"));
    return new HBox(8, when, Boxes.wide(what));
  }
}
