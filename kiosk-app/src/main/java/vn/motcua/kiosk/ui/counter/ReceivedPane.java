package vn.motcua.kiosk.ui.counter;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.desk.Received;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Buttons;
import vn.motcua.kiosk.ui.kit.Errands;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.KeyCap;
import vn.motcua.kiosk.ui.kit.Pill;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.Words;

/** After receiving: the code, the secret, the receipt itself, and the next person. */
final class ReceivedPane extends HBox {
  private final ReceiveModel model;
  private final Texts texts;
  private final CounterWords words;
  private final Errands errands;
  private final VBox result = new VBox();
  private final PrintModel printing;
  private final Button print;
  private final Button open;

  ReceivedPane(
      ReceiveModel model, Received received, Texts texts, CounterWords words, Errands errands) {
    this.model = model;
    this.texts = texts;
    this.words = words;
    this.errands = errands;
    setSpacing(16);
    printing = model.printing(received);
    print =
        KeyCap.on(
            Buttons.secondary("receipt-print", texts.get("received.print"), printing::order),
            "Ctrl P");
    open =
        KeyCap.on(
            Buttons.secondary("receipt-open", texts.get("received.open"), () -> open(received)),
            "Ctrl O");
    Parts.show(result, false);
    VBox left = facts(received);
    left.setPrefWidth(440);
    left.setMaxWidth(640);
    HBox.setHgrow(left, Priority.ALWAYS);
    Node right = receipt(received);
    HBox.setHgrow(right, Priority.ALWAYS);
    getChildren().addAll(left, right);
    printing.start(true);
  }

  /** It is put away. */
  void end() {
    printing.end();
  }

  void key(boolean toPrint) {
    (toPrint ? print : open).fire();
  }

  private VBox facts(Received received) {
    Label code = Words.of(received.dossier().code().value(), "figure");
    code.setId("received-code");
    code.setWrapText(false);
    code.setMinWidth(USE_PREF_SIZE);
    Label secret = Words.of(spaced(received.secret().value()), "secret");
    secret.setId("received-secret");
    VBox due = new VBox(2);
    received
        .dossier()
        .due()
        .ifPresent(date ->
            due.getChildren()
                .addAll(
                    Words.of(texts.get("due.title"), "field-label"),
                    Words.of(words.dueDay(date), "heading")));
    Pill done = new Pill(Tone.OK, Icon.CHECK, texts.get("received.title"));
    Button next =
        KeyCap.on(Buttons.primary("next-dossier", texts.get("received.next"), model::next), "F9");
    next.getStyleClass().add("main");
    PaymentModel paying = model.paying(received);
    VBox told =
        new VBox(
            14,
            done,
            new VBox(2, Words.of(texts.get("received.code"), "field-label"), code),
            new VBox(2, Words.of(texts.get("received.secret"), "field-label"), secret),
            Words.of(texts.get("received.secret.why"), "note", "soft"),
            due,
            Words.of(
                received.archives().isEmpty()
                    ? texts.get("received.noarchive")
                    : texts.count(
                        "received.archive", received.dossier().pages(), received.archives().size()),
                "body",
                "soft"),
            removed(received),
            new PaymentPane(paying, texts, words));
    // Only what is told scrolls; what can be pressed is always in sight.
    ScrollPane scroll = new ScrollPane(told);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setMinHeight(0);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    // A code that somebody is to pay by comes into sight by itself; it stands last.
    told.heightProperty()
        .subscribe(() -> {
          if (paying.payments().get().stream().anyMatch(asked -> asked.payment().awaited())) {
            scroll.setVvalue(1);
          }
        });
    VBox card =
        Boxes.card(
            scroll,
            new PrintPane(printing, texts, print, texts.get("received.print")),
            result,
            new HBox(10, Boxes.wide(print), Boxes.wide(open)),
            next);
    card.minWidthProperty().bind(Bindings.max(400, code.widthProperty().add(52)));
    return card;
  }

  /** What was taken out is said once more: nothing is dropped silently. */
  private Node removed(Received received) {
    Label said =
        Words.of(texts.count("received.removed", received.removed().size()), "body", "soft");
    said.setId("received-removed");
    Parts.show(said, !received.removed().isEmpty());
    return said;
  }

  private Node receipt(Received received) {
    ImageView view = new ImageView();
    view.setPreserveRatio(true);
    view.setId("receipt-picture");
    view.getStyleClass().add("sheet-shadow");
    StackPane well = new StackPane(Words.of(texts.get("received.drawing"), "body", "soft"));
    well.getStyleClass().add("picture-well");
    well.setAlignment(Pos.CENTER);
    well.setMinSize(0, 0);
    view.setManaged(false);
    well.layoutBoundsProperty().subscribe(_ -> fit(well, view));
    errands.run(
        () -> ReceiptPage.render(received.receipt(), 150),
        image -> {
          view.setImage(image);
          well.getChildren().setAll(view);
          fit(well, view);
        },
        fault ->
            well.getChildren().setAll(Words.of(texts.get("received.undrawn"), "body", "soft")));
    return well;
  }

  /** The sheet as large as the well allows, in its middle. */
  private static void fit(StackPane well, ImageView view) {
    if (view.getImage() == null || well.getWidth() < 50) {
      return;
    }
    double room = 28;
    double scale =
        Math.min(
            (well.getWidth() - room) / view.getImage().getWidth(),
            (well.getHeight() - room) / view.getImage().getHeight());
    view.setFitWidth(view.getImage().getWidth() * scale);
    view.setFitHeight(view.getImage().getHeight() * scale);
    view.setLayoutX((well.getWidth() - view.getFitWidth()) / 2);
    view.setLayoutY((well.getHeight() - view.getFitHeight()) / 2);
  }

  private void open(Received received) {
    errands.run(
        () -> {
          FileOpener.open(received.receipt());
          return true;
        },
        opened -> {},
        fault ->
            say(
                Tone.WAIT,
                Parts.sentences(texts, fault),
                Words.of(received.receipt().toString(), "note", "ink")));
  }

  private void say(Tone tone, Node... said) {
    result.getChildren().setAll(Boxes.notice(tone, said));
    Parts.show(result, true);
  }

  private static String spaced(String secret) {
    return secret.length() == 6 ? secret.substring(0, 3) + " " + secret.substring(3) : secret;
  }
}
