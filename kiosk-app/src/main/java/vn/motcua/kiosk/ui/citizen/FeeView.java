package vn.motcua.kiosk.ui.citizen;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.desk.FeeState;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.QrPicture;
import vn.motcua.kiosk.ui.kit.Split;
import vn.motcua.kiosk.ui.kit.Words;

/** What is to be paid, how far that is, and the code that any bank's application reads. */
final class FeeView implements PageView {
  private static final int MODULE = 8;
  private static final int MODULE_WIDE_SCREEN = 6;

  private final Ground ground;
  private final FeeWords words;
  private final VBox body;

  FeeView(Ground ground, Page.Fee page) {
    this.ground = ground;
    FeeState fee = page.of().view().fee();
    words = FeeWords.of(fee, page.of().visitor(), ground.texts());
    VBox answer =
        Boxes.notice(
            words.tone(),
            Words.of(words.amount(), "answer-line"),
            Words.of(words.state(), "heading"),
            Words.of(words.todo(), "body", "ink"));
    answer.setId("fee-state");
    answer.getStyleClass().add("answer");
    VBox left = Boxes.column("answer-side", answer);
    if (!words.reliefs().isEmpty()) {
      left.getChildren().add(Boxes.card(Words.body(words.reliefs())));
    }
    body =
        Boxes.column(
            "page",
            Words.title(ground.say("fee.title")),
            Words.soft(page.of().view().dossier().code().value()));
    fee.vietQr()
        .ifPresentOrElse(
            text ->
                body.getChildren()
                    .add(Split.even(32, ground.letters(44), left, code(text)).ragged()),
            () -> body.getChildren().add(left));
  }

  private Region code(String text) {
    ImageView picture =
        new ImageView(
            QrPicture.of(text, ground.landscape().getAsBoolean() ? MODULE_WIDE_SCREEN : MODULE));
    picture.setId("viet-qr");
    picture.setSmooth(false);
    picture.setAccessibleText(ground.say("fee.qr"));
    VBox card =
        Boxes.card(
            new StackPane(picture),
            Words.of(ground.say("fee.qr"), "body", "centred"),
            Words.of(ground.say("fee.qr.after"), "note", "soft", "centred"));
    card.setAlignment(Pos.CENTER);
    return card;
  }

  @Override
  public Region body() {
    return body;
  }

  @Override
  public List<Button> actions() {
    return SideActions.of(ground);
  }

  @Override
  public String spoken() {
    return String.join(
        ". ", ground.say("fee.title") + " " + words.amount(), words.state(), words.todo());
  }
}
