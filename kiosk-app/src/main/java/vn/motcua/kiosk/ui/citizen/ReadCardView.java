package vn.motcua.kiosk.ui.citizen;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Buttons;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.Split;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.Words;
import vn.motcua.scanner.chip.ChipStep;
import vn.motcua.scanner.chip.ReadPurpose;

/** The two steps with the card, the picture of them, and how far the reading is. */
final class ReadCardView implements PageView {
  /** What a look-up takes: the face is never read here. */
  static final List<ChipStep> STEPS =
      Stream.of(ChipStep.values())
          .filter(step -> step != ChipStep.FACE || ReadPurpose.LOOKUP.face())
          .toList();

  private final Ground ground;
  private final Page.ReadCard page;
  private final VBox body;
  private final ReadingProgress progress;

  ReadCardView(Ground ground, Page.ReadCard page) {
    this.ground = ground;
    this.page = page;
    boolean reading = page.step().isPresent();
    progress = new ReadingProgress(step -> ground.say("step." + step), page.step());
    VBox words =
        Boxes.column(
            "steps",
            step(
                1,
                ground.say("card.one"),
                page.sixKnown() ? doneWords() : ground.say("card.one.how"),
                page.sixKnown(),
                !page.sixKnown()),
            step(2, ground.say("card.two"), ground.say("card.two.how"), false, page.sixKnown()));
    StackPane picture = new CardPicture(reading);
    VBox pictureCard = Boxes.card(Boxes.grow(picture));
    pictureCard.getStyleClass().add("picture");
    body = Boxes.column("page", Words.title(ground.say("card.title")));
    if (ground.landscape().getAsBoolean()) {
      words.getChildren().addAll(progress.node(), why());
      body.getChildren().add(Boxes.grow(Split.even(32, ground.letters(44), words, pictureCard)));
    } else {
      body.getChildren().addAll(words, Boxes.grow(pictureCard), progress.node(), why());
    }
  }

  private String doneWords() {
    return page.lastFour()
        .map(four -> ground.say("card.one.done", four))
        .orElseGet(() -> ground.say("card.one.typed"));
  }

  private static Region step(int number, String what, String how, boolean done, boolean now) {
    StackPane disc =
        done
            ? Boxes.disc(Tone.OK, Icon.CHECK)
            : Boxes.disc(Tone.MUTED, Words.of(String.valueOf(number), "strong", "disc-number"));
    if (now) {
      disc.getStyleClass().add("filled");
    }
    VBox words = Boxes.wide(Boxes.column("step-words", Words.heading(what), Words.soft(how)));
    HBox row = Boxes.row("step", disc, words);
    VBox card = Boxes.card(row);
    card.setId("step-" + number);
    if (now) {
      card.getStyleClass().add("edge-brand");
    }
    return card;
  }

  /** While the card is read only the progress changes. */
  @Override
  public boolean update(Page next) {
    boolean same =
        next instanceof Page.ReadCard later
            && later.step().isPresent()
            && page.step().isPresent()
            && later.sixKnown() == page.sixKnown()
            && later.lastFour().equals(page.lastFour());
    if (same) {
      progress.show(((Page.ReadCard) next).step());
    }
    return same;
  }

  private Region why() {
    var why = Words.of(ground.say("card.why"), "note", "soft");
    why.setGraphic(Icon.SHIELD.node());
    why.getStyleClass().add("why");
    return why;
  }

  @Override
  public Region body() {
    return body;
  }

  @Override
  public List<Button> actions() {
    return List.of(
        Buttons.icon(
            Icon.BACK, Buttons.secondary("back", ground.say("go.back"), ground.model()::back)),
        Buttons.secondary("type-six", ground.say("card.six"), ground.model()::typeSix));
  }

  @Override
  public String spoken() {
    return page.sixKnown()
        ? ground.say("card.two") + ". " + ground.say("card.two.how")
        : ground.say("card.one") + ". " + ground.say("card.two") + ". " + ground.say("card.why");
  }
}
