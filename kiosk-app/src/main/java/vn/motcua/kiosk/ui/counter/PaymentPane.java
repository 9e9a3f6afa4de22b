package vn.motcua.kiosk.ui.counter;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.dossier.Payment;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.Pill;
import vn.motcua.kiosk.ui.kit.QrPicture;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.Words;

/**
 * The payments of a dossier: the code to pay by, and what the officer saw. Not there at all while
 * nothing is to be paid.
 */
final class PaymentPane extends VBox {
  private static final int MODULE = 3;

  private final PaymentModel model;
  private final Texts texts;
  private final CounterWords words;
  private Optional<Payment> sure = Optional.empty();

  PaymentPane(PaymentModel model, Texts texts, CounterWords words) {
    this.model = model;
    this.texts = texts;
    this.words = words;
    setId("payments");
    setSpacing(8);
    Runnable draw = this::draw;
    model.payments().subscribe(_ -> draw.run());
    model.busy().subscribe(_ -> draw.run());
    model.fault().subscribe(_ -> draw.run());
  }

  private void draw() {
    getChildren().clear();
    model
        .fault()
        .get()
        .ifPresent(
            fault -> getChildren().add(Boxes.notice(Tone.WAIT, Parts.sentences(texts, fault))));
    for (PaymentModel.Asked asked : model.payments().get()) {
      getChildren().add(asked.payment().awaited() ? awaited(asked) : confirmed(asked.payment()));
    }
    if (model.open() > 0) {
      Button ask =
          Parts.small(
              "payment-ask", texts.get("payment.ask", words.money(model.open())), "", model::ask);
      ask.setDisable(model.busy().get());
      getChildren().add(ask);
    }
    if (!getChildren().isEmpty()) {
      getChildren().addFirst(Words.of(texts.get("payment.title"), "strong"));
    }
    Parts.show(this, !getChildren().isEmpty());
  }

  private Node awaited(PaymentModel.Asked asked) {
    Payment payment = asked.payment();
    VBox told =
        new VBox(
            4,
            new Pill(Tone.WAIT, Icon.CLOCK, texts.get("payment.waits")),
            Words.of(words.money(payment.amount()), "figure"),
            Words.of(texts.get("payment.reference", payment.reference()), "note", "ink"));
    asked
        .vietQr()
        .ifPresentOrElse(
            _ -> told.getChildren().add(Words.of(texts.get("payment.scan"), "note", "ink")),
            () -> told.getChildren().add(Words.of(texts.get("payment.noaccount"), "note", "ink")));
    HBox row = new HBox(12, Boxes.wide(told));
    row.setAlignment(Pos.TOP_LEFT);
    asked
        .vietQr()
        .ifPresent(text -> {
          ImageView code = new ImageView(QrPicture.of(text, MODULE));
          code.setId("payment-qr");
          row.getChildren().add(code);
        });
    VBox box = Boxes.notice(Tone.WAIT, row, buttons(payment));
    box.setId("payment-waits");
    return box;
  }

  /** Asked twice: a payment that was confirmed is confirmed for ever. */
  private Node buttons(Payment payment) {
    boolean asking = sure.filter(payment::equals).isPresent();
    FlowPane row = new FlowPane(8, 8);
    if (asking) {
      Button yes =
          Parts.small(
              "payment-yes",
              texts.get("payment.confirm.yes"),
              "",
              () -> {
                sure = Optional.empty();
                model.confirm(payment);
              });
      yes.setDisable(model.busy().get());
      Button no =
          Parts.small(
              "payment-no",
              texts.get("draft.no"),
              "",
              () -> {
                sure = Optional.empty();
                draw();
              });
      return new VBox(
          4,
          Words.of(texts.get("payment.confirm.sure", words.money(payment.amount())), "body"),
          new FlowPane(8, 8, yes, no));
    }
    row.getChildren()
        .add(
            Parts.small(
                "payment-confirm",
                texts.get("payment.confirm"),
                "",
                () -> {
                  sure = Optional.of(payment);
                  draw();
                }));
    return row;
  }

  private Node confirmed(Payment payment) {
    Payment.Confirmation by = payment.confirmed().orElseThrow();
    VBox box =
        Boxes.notice(
            Tone.OK,
            Words.of(texts.get("payment.paid", words.money(payment.amount())), "body", "medium"),
            Words.of(
                by.bankId()
                    .map(id -> texts.get("payment.by.bank", id, when(by)))
                    .orElseGet(() -> texts.get("payment.by.officer", by.who(), when(by))),
                "note"));
    return box;
  }

  private String when(Payment.Confirmation by) {
    return words.shortDay(by.at().toLocalDate()) + " " + words.dates().clock(by.at().toLocalTime());
  }
}
