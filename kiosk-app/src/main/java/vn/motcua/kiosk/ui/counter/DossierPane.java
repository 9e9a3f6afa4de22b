package vn.motcua.kiosk.ui.counter;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.dossier.Dossier;
import vn.motcua.kiosk.dossier.DossierEvent;
import vn.motcua.kiosk.dossier.DueDate;
import vn.motcua.kiosk.dossier.Move;
import vn.motcua.kiosk.dossier.ReceivedPaper;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.Words;

/** One dossier for staff: how it stands, what happened, what may be done now. */
final class DossierPane extends VBox {
  private final WorkModel model;
  private final Texts texts;
  private final CounterWords words;
  private final Consumer<Move> begin;
  private final CustodyPane custody;
  private final PaymentPane payments;
  private final LinkedPane linked;
  private final DonePane done;
  private final VBox facts = new VBox(14);
  private final VBox bottom = new VBox(8);

  DossierPane(
      WorkModel model, DossierSides sides, Texts texts, CounterWords words, Consumer<Move> begin) {
    custody = new CustodyPane(sides.custody(), texts, words);
    payments = new PaymentPane(sides.payments(), texts, words);
    done = new DonePane(model, sides, texts);
    linked = new LinkedPane(sides.linked(), texts, words);
    this.model = model;
    this.texts = texts;
    this.words = words;
    this.begin = begin;
    getStyleClass().addAll("column", "card");
    setId("dossier");
    facts.setPadding(new javafx.geometry.Insets(0, 4, 0, 0));
    ScrollPane scroll = new ScrollPane(facts);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setMinHeight(0);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(scroll, bottom);
    model
        .opened()
        .subscribe(open -> {
          facts.getChildren().clear();
          open.ifPresentOrElse(this::draw, this::drawNothing);
          scroll.setVvalue(0);
        });
    Runnable drawBottom = this::drawBottom;
    model.opened().subscribe(_ -> drawBottom.run());
    model.mine().subscribe(_ -> drawBottom.run());
    model.draft().subscribe(_ -> drawBottom.run());
    model.fault().subscribe(_ -> drawBottom.run());
    model.busy().subscribe(_ -> drawBottom.run());
  }

  private void drawNothing() {
    Label head = Words.of(texts.get("dossier.none"), "strong");
    Label todo = Words.of(texts.get("dossier.none.do"), "body", "soft");
    VBox box = new VBox(6, Boxes.disc(Tone.BRAND, Icon.FOLDER), head, todo);
    box.setAlignment(Pos.CENTER);
    box.setPadding(new javafx.geometry.Insets(120, 30, 0, 30));
    head.getStyleClass().add("centred");
    todo.getStyleClass().add("centred");
    facts.getChildren().setAll(box);
  }

  private void draw(WorkModel.Opened open) {
    Dossier dossier = open.item().dossier();
    Label code = Words.of(dossier.code().value(), "note", "soft");
    code.setId("dossier-code");
    HBox pills = new HBox(8, words.progress(open.item().progress()));
    String more = words.progressMore(open.item().progress());
    VBox head = new VBox(3, Words.of(words.name(dossier.procedure()), "heading"), code);
    facts.getChildren().addAll(head, pills);
    if (!more.isEmpty()) {
      facts.getChildren().add(Words.of(more, "body"));
    }
    facts.getChildren().add(new StageRail(dossier, texts));
    VBox people =
        new VBox(
            6,
            fact("dossier.holder", dossier.holder()),
            fact(
                "dossier.since",
                words.dates().date(dossier.since().toLocalDate())
                    + " · "
                    + words.dates().clock(dossier.since().toLocalTime())),
            fact("dossier.applicant", words.masked(dossier.applicant())));
    if (!dossier.owner().equals(dossier.applicant())) {
      people.getChildren().add(fact("dossier.owner", words.masked(dossier.owner())));
    }
    if (!dossier.applicant().phone().isBlank()) {
      people.getChildren().add(fact("dossier.phone", dossier.applicant().phone()));
    }
    people
        .getChildren()
        .addAll(
            fact("dossier.papers", papers(dossier)),
            fact("dossier.originals", texts.get("originals.state." + dossier.originals().name())),
            fact("dossier.channel", texts.get("channel." + dossier.channel().name())),
            fact("dossier.fee", words.money(dossier.fee())));
    if (dossier.handling().travels()) {
      people.getChildren().add(fact("dossier.deciding", dossier.handling().deciding()));
    }
    facts.getChildren().addAll(custody.asks(), people, payments, linked, custody);
    dossier.due().ifPresent(due -> facts.getChildren().add(reasoning(dossier, due)));
    VBox history = new VBox(8, Words.of(texts.get("dossier.history"), "strong"));
    for (DossierEvent event : open.history().reversed()) {
      history.getChildren().add(event(event));
    }
    facts.getChildren().add(history);
  }

  /** How the day was counted, step by step, so that it can be told to whoever asks. */
  private Node reasoning(Dossier dossier, DueDate due) {
    VBox lines = new VBox(1, Words.of(texts.get("dossier.due", words.dueDay(due)), "strong"));
    lines.setId("dossier-due");
    for (String line : words.reasoning(due, dossier.received())) {
      lines.getChildren().add(Words.of(line, "note", "soft"));
    }
    return lines;
  }

  private String papers(Dossier dossier) {
    if (dossier.papers().isEmpty()) {
      return texts.get("dossier.papers.none");
    }
    List<String> names = dossier.papers().stream().map(ReceivedPaper::name).toList();
    return texts.count("dossier.papers.pages", dossier.pages(), String.join("; ", names));
  }

  private Node fact(String label, String value) {
    Label name = Words.of(texts.get(label), "field-label");
    name.setMinWidth(118);
    name.setPrefWidth(118);
    HBox row = new HBox(8, name, Boxes.wide(Words.of(value, "body")));
    row.setAlignment(Pos.TOP_LEFT);
    return row;
  }

  private Node event(DossierEvent event) {
    Label when =
        Words.of(
            words.shortDay(event.at().toLocalDate())
                + " "
                + words.dates().clock(event.at().toLocalTime()),
            "note",
            "soft");
    when.setMinWidth(118);
    when.setPrefWidth(118);
    VBox what =
        new VBox(
            1,
            Words.of(
                texts.get(
                    "event." + event.move().name(), texts.get("stage." + event.stage().name())),
                "body"),
            Words.of(
                event.holder().isBlank()
                    ? event.actor()
                    : texts.get("event.by", event.actor(), event.holder()),
                "note",
                "soft"));
    if (!event.note().isBlank()) {
      what.getChildren().add(Words.of("“" + event.note() + "”", "note"));
    }
    return new HBox(8, when, Boxes.wide(what));
  }

  // --- what may be done ---------------------------------------------------------------------

  private void drawBottom() {
    bottom.getChildren().clear();
    model
        .fault()
        .get()
        .ifPresent(fault -> {
          VBox said = Boxes.notice(Tone.WAIT, Parts.sentences(texts, fault));
          said.setId("work-fault");
          bottom.getChildren().add(said);
        });
    Optional<WorkModel.Opened> open = model.opened().get();
    Optional<MoveDraft> draft = model.draft().get();
    if (open.isEmpty()) {
      Parts.show(bottom, !bottom.getChildren().isEmpty());
      return;
    }
    Parts.show(bottom, true);
    bottom.getChildren().add(done);
    if (draft.isPresent()) {
      bottom.getChildren().add(new DraftPane(model, draft.get(), texts));
    } else {
      bottom.getChildren().add(new MovesPane(model, open.get(), texts, begin));
    }
  }
}
