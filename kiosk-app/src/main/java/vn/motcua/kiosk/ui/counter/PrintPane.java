package vn.motcua.kiosk.ui.counter;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.desk.FormPrints;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.Words;

/** How far a print is, in words, and what a person may do about it; the button that orders it. */
final class PrintPane extends VBox {
  private final PrintModel model;
  private final Texts texts;
  private final Button order;
  private final String firstTime;

  /**
   * @param order pressed, it orders; this pane says when it may be
   * @param firstTime what stands on it before the first print
   */
  PrintPane(PrintModel model, Texts texts, Button order, String firstTime) {
    this.model = model;
    this.texts = texts;
    this.order = order;
    this.firstTime = firstTime;
    setId("print-state");
    order.setOnAction(_ -> model.order());
    Runnable draw = this::draw;
    model.job().subscribe(_ -> draw.run());
    model.busy().subscribe(_ -> draw.run());
    model.fault().subscribe(_ -> draw.run());
  }

  private void draw() {
    Optional<FormPrints.Job> job = model.job().get();
    boolean again = job.filter(now -> now.state() == FormPrints.State.PRINTED).isPresent();
    order.setText(again ? texts.get("print.again") : firstTime);
    order.setDisable(!model.mayOrder());
    Optional<Node> said =
        model
            .fault()
            .get()
            .<Node>map(fault -> Boxes.notice(Tone.WAIT, Parts.sentences(texts, fault)))
            .or(() -> job.flatMap(this::state))
            .or(() ->
                model.printer().isPresent()
                    ? Optional.empty()
                    : Optional.of(
                        Boxes.notice(Tone.WAIT, Words.of(texts.get("print.noprinter"), "body"))));
    getChildren().clear();
    said.ifPresent(getChildren()::add);
    Parts.show(this, said.isPresent());
  }

  private Optional<Node> state(FormPrints.Job job) {
    String printer = model.printer().orElse("");
    return switch (job.state()) {
      case CANCELLED -> Optional.empty();
      case PRINTED ->
          Optional.of(
              Boxes.notice(
                  Tone.OK,
                  Words.of(
                      job.reprint() == 0
                          ? texts.get("print.done", printer)
                          : texts.get("print.done.again", printer, job.reprint()),
                      "body")));
      case UNSURE -> Optional.of(unsure(job));
      case QUEUED, PRINTING -> Optional.of(underWay(job, printer));
    };
  }

  private Node underWay(FormPrints.Job job, String printer) {
    Button cancel = Parts.small("print-cancel", texts.get("print.cancel"), "", model::cancel);
    cancel.setDisable(model.busy().get());
    VBox box =
        job.waits()
            .map(fault -> Boxes.notice(Tone.WAIT, Parts.sentences(texts, fault)))
            .orElseGet(() ->
                Boxes.notice(
                    Tone.BRAND,
                    Words.of(
                        texts.get(
                            job.state() == FormPrints.State.QUEUED
                                ? "print.queued"
                                : "print.printing",
                            printer),
                        "body")));
    box.getChildren().add(cancel);
    return box;
  }

  private Node unsure(FormPrints.Job job) {
    VBox box = Boxes.notice(Tone.WAIT);
    job.waits().ifPresent(fault -> box.getChildren().add(Parts.sentences(texts, fault)));
    Button there =
        Parts.small("print-there", texts.get("print.there"), "", () -> model.settle(true));
    Button notThere =
        Parts.small("print-not-there", texts.get("print.notthere"), "", () -> model.settle(false));
    there.setDisable(model.busy().get());
    notThere.setDisable(model.busy().get());
    box.getChildren().add(new FlowPane(8, 8, there, notThere));
    return box;
  }
}
