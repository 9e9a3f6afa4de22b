package vn.motcua.kiosk.ui.counter;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.desk.QueueState;
import vn.motcua.kiosk.dossier.Rating;
import vn.motcua.kiosk.dossier.RatingCounts;
import vn.motcua.kiosk.dossier.Ticket;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Buttons;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.KeyCap;
import vn.motcua.kiosk.ui.kit.Pill;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.Words;

/** Who is here, who is next, and four keys: next, again, done, absent. */
final class QueueView extends HBox {
  private final QueueModel model;
  private final Texts texts;
  private final VBox here = Boxes.card();
  private final VBox waiting = Boxes.card();
  private final VBox trouble = new VBox();

  QueueView(QueueModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    setId("queue");
    setSpacing(16);
    here.setPrefWidth(420);
    here.setMinWidth(380);
    HBox.setHgrow(waiting, Priority.ALWAYS);
    getChildren().addAll(here, waiting);
    Parts.swap(
        trouble,
        model.fault(),
        fault -> Parts.banner(Tone.WAIT, Icon.INFO, Parts.sentences(texts, fault)));
    Runnable draw = this::draw;
    model.state().subscribe(_ -> draw.run());
    model.busy().subscribe(_ -> draw.run());
    model.gone().subscribe(_ -> draw.run());
    model.rated().subscribe(_ -> draw.run());
  }

  boolean key(KeyEvent event) {
    switch (event.getCode()) {
      case F9 -> model.next();
      case F7 -> model.again();
      case F6 -> model.done();
      case F8 -> model.absent();
      default -> {
        return false;
      }
    }
    return true;
  }

  private void draw() {
    Optional<Ticket> ticket = model.here();
    here.getChildren().setAll(Words.of(texts.get("queue.here"), "heading"));
    Label number = Words.of(ticket.map(Ticket::label).orElse(texts.get("queue.nobody")), "title");
    number.setId("queue-here");
    here.getChildren().add(number);
    ticket.ifPresent(this::who);
    Button next =
        Buttons.primary(
            "queue-next", texts.get(canCall() ? "queue.next" : "queue.empty"), model::next);
    next.setDisable(!model.canCall());
    KeyCap.on(next, "F9");
    here.getChildren().add(next);
    if (ticket.isPresent()) {
      FlowPane row =
          new FlowPane(
              8,
              8,
              Parts.small("queue-again", texts.get("queue.again"), "F7", model::again),
              Parts.small("queue-done", texts.get("queue.done"), "F6", model::done),
              Parts.small("queue-absent", texts.get("queue.absent"), "F8", model::absent));
      here.getChildren().add(row);
    }
    model
        .gone()
        .get()
        .ifPresent(absent ->
            here.getChildren()
                .add(
                    Parts.small(
                        "queue-back", texts.get("queue.back", absent.label()), "", model::back)));
    here.getChildren().add(trouble);
    model.state().get().ifPresent(this::list);
  }

  private boolean canCall() {
    return model.state().get().filter(state -> state.ahead().isEmpty()).isEmpty();
  }

  private void who(Ticket ticket) {
    here.getChildren().add(Words.of(texts.get("queue.service." + ticket.service()), "body"));
    if (ticket.priority().goesFirst()) {
      here.getChildren()
          .add(new Pill(Tone.BRAND, Icon.PERSON, texts.get("queue.priority." + ticket.priority())));
    }
  }

  private void list(QueueState state) {
    Label head = Words.of(texts.count("queue.waiting", state.ahead().size()), "heading");
    head.setId("queue-waiting");
    VBox rows = new VBox(6);
    for (Ticket ticket : state.ahead()) {
      Label label = Words.of(ticket.label(), "body", "medium");
      label.setMinWidth(60);
      HBox row =
          new HBox(
              14,
              label,
              Words.of(texts.dates().clock(ticket.made().toLocalTime()), "note", "soft"),
              Words.of(texts.get("queue.service." + ticket.service()), "body"));
      row.setAlignment(Pos.CENTER_LEFT);
      if (ticket.priority().goesFirst()) {
        row.getChildren()
            .add(new Pill(Tone.BRAND, texts.get("queue.priority." + ticket.priority())));
      }
      rows.getChildren().add(row);
    }
    ScrollPane scroll = new ScrollPane(rows);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    waiting
        .getChildren()
        .setAll(
            head,
            Words.of(texts.get("queue.today", state.served(), state.absent()), "note", "soft"),
            scroll);
    model.rated().get().ifPresent(counts -> waiting.getChildren().add(rated(counts)));
  }

  private Label rated(RatingCounts counts) {
    String faces =
        Arrays.stream(Rating.Face.values())
            .filter(counts.faces()::containsKey)
            .map(face -> texts.get("queue.rated." + face, counts.faces().getOrDefault(face, 0)))
            .collect(Collectors.joining(" · "));
    Label label =
        Words.of(
            texts.get("queue.rated", counts.total(), counts.asked())
                + " "
                + (faces.isEmpty()
                    ? texts.get("queue.rated.few", RatingCounts.LEAST)
                    : faces + "."),
            "note",
            "soft");
    label.setId("queue-rated");
    return label;
  }
}
