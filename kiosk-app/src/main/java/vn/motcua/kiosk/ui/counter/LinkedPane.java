package vn.motcua.kiosk.ui.counter;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.dossier.LinkedPart;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Pill;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.Words;

/** What each agency does of a shared dossier, how far it is and by when. */
final class LinkedPane extends VBox {
  private final LinkedModel model;
  private final Texts texts;
  private final CounterWords words;

  LinkedPane(LinkedModel model, Texts texts, CounterWords words) {
    this.model = model;
    this.texts = texts;
    this.words = words;
    setId("linked");
    setSpacing(10);
    Runnable draw = this::draw;
    model.shown().subscribe(_ -> draw.run());
    model.mayTell().subscribe(_ -> draw.run());
    model.fault().subscribe(_ -> draw.run());
  }

  private void draw() {
    getChildren().clear();
    List<LinkedPart> parts = model.parts();
    Parts.show(this, !parts.isEmpty());
    if (parts.isEmpty()) {
      return;
    }
    getChildren().add(Words.of(texts.get("linked.title"), "strong"));
    model
        .fault()
        .get()
        .ifPresent(
            fault -> getChildren().add(Boxes.notice(Tone.WAIT, Parts.sentences(texts, fault))));
    for (int i = 0; i < parts.size(); i++) {
      getChildren().add(part(i, parts.get(i)));
    }
  }

  private Node part(int number, LinkedPart part) {
    FlowPane first = new FlowPane(8, 4, state(part));
    VBox box =
        new VBox(
            3,
            Words.of(texts.get("linked.step", part.step(), part.agency()), "body", "medium"),
            Words.of(part.task(), "body"),
            first);
    part.due()
        .ifPresent(due ->
            first
                .getChildren()
                .add(
                    Words.of(
                        texts.get(
                            part.state() == LinkedPart.State.DONE ? "linked.was.due" : "linked.due",
                            words.shortDate(due.date())),
                        "note",
                        "soft")));
    if (model.mayTell().get()) {
      FlowPane buttons = new FlowPane(8, 8);
      switch (part.state()) {
        case RUNNING -> {
          buttons.getChildren().add(button(number, LinkedPart.State.DONE, "done"));
          buttons.getChildren().add(button(number, LinkedPart.State.PAUSED, "pause"));
        }
        case PAUSED ->
            buttons.getChildren().add(button(number, LinkedPart.State.RUNNING, "resume"));
        case WAITING, DONE -> {}
      }
      if (!buttons.getChildren().isEmpty()) {
        box.getChildren().add(buttons);
      }
    }
    return box;
  }

  private Button button(int number, LinkedPart.State to, String what) {
    return Parts.small(
        "linked-" + what + "-" + number,
        texts.get("linked." + what),
        "",
        () -> model.tell(number, to));
  }

  private Pill state(LinkedPart part) {
    return switch (part.state()) {
      case WAITING -> new Pill(Tone.MUTED, texts.get("linked.state.WAITING"));
      case RUNNING -> new Pill(Tone.BRAND, texts.get("linked.state.RUNNING"));
      case PAUSED -> new Pill(Tone.WAIT, texts.get("linked.state.PAUSED"));
      case DONE -> new Pill(Tone.OK, texts.get("linked.state.DONE"));
    };
  }
}
