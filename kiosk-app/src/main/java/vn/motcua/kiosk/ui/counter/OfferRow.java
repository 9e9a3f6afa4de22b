package vn.motcua.kiosk.ui.counter;

import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.Words;

/** Under a field: what a scanned paper says for it, to be taken over or left; or nothing. */
final class OfferRow extends VBox {
  private final ReadBackModel model;
  private final ReadBackModel.Person person;
  private final PersonForm.Key key;
  private final Texts texts;
  private final String id;
  private final Runnable answered;

  /**
   * @param answered the officer took it or left it, and its buttons are gone
   */
  OfferRow(
      ReadBackModel model,
      ReadBackModel.Person person,
      PersonForm.Key key,
      Texts texts,
      Runnable answered) {
    this.answered = answered;
    this.model = model;
    this.person = person;
    this.key = key;
    this.texts = texts;
    this.id = (person + "-" + key).toLowerCase(Locale.ROOT);
    setId("offer-" + id);
    model.offer(person, key).subscribe(this::draw);
  }

  private void draw(Optional<ReadBackModel.Offer> offer) {
    getChildren().clear();
    offer.map(now -> now.hint() ? hint(now) : question(now)).ifPresent(getChildren()::add);
    Parts.show(this, offer.isPresent());
  }

  /** The field is filled: it is told, and nothing can be pressed by mistake. */
  private Node hint(ReadBackModel.Offer offer) {
    return Words.of(texts.get("read.hint", said(offer.value()), offer.place()), "note", "soft");
  }

  private Node question(ReadBackModel.Offer offer) {
    Button use = Parts.small("use-" + id, texts.get("read.use"), "", () -> answer(model::use));
    Button leave =
        Parts.small("leave-" + id, texts.get("read.leave"), "", () -> answer(model::dismiss));
    use.setAccessibleText(texts.get("read.use.of", texts.get("field." + key)));
    leave.setAccessibleText(texts.get("read.leave.of", texts.get("field." + key)));
    var where =
        Words.of(
            texts.get(offer.sure() ? "read.sure" : "read.check", offer.place()), "note", "ink");
    where.setWrapText(false);
    where.setMinWidth(Region.USE_PREF_SIZE);
    // In a row if there is room, else the buttons below: nothing is cut at large letters.
    FlowPane answers = new FlowPane(8, 6, where, use, leave);
    answers.setAlignment(Pos.CENTER_LEFT);
    answers.setRowValignment(javafx.geometry.VPos.CENTER);
    VBox box =
        Boxes.notice(
            offer.sure() ? Tone.BRAND : Tone.WAIT,
            Words.of(texts.get("read.said", said(offer.value())), "body"));
    for (ReadBackModel.Other other : offer.others()) {
      box.getChildren()
          .add(
              Words.of(texts.get("read.other", said(other.value()), other.place()), "note", "ink"));
    }
    box.getChildren().add(answers);
    box.getStyleClass().add("offer");
    box.setMinHeight(Region.USE_PREF_SIZE);
    return box;
  }

  private void answer(BiConsumer<ReadBackModel.Person, PersonForm.Key> by) {
    by.accept(person, key);
    answered.run();
  }

  /** Puts the keys on the button that takes the value over; says whether there is one. */
  boolean focus() {
    Optional<Node> use = Optional.ofNullable(lookup("#use-" + id));
    use.ifPresent(Node::requestFocus);
    return use.isPresent();
  }

  private String said(String value) {
    return key == PersonForm.Key.SEX ? texts.get("sex." + value) : value;
  }
}
