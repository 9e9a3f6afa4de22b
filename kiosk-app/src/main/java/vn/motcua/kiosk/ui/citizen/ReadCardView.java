package vn.motcua.kiosk.ui.citizen;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.desk.ReaderShape;
import vn.motcua.kiosk.speech.Spoken;
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
            step(
                2,
                ground.say("card.two." + ground.reader().get()),
                ground.say("card.two.how"),
                false,
                page.sixKnown()));
    VBox pictureCard = Boxes.card(Boxes.grow(page.sixKnown() ? reader(reading) : codes()));
    pictureCard.getStyleClass().addAll("picture", page.sixKnown() ? "of-reader" : "of-codes");
    body = Boxes.column("page", Words.title(ground.say("card.title")));
    if (ground.landscape().getAsBoolean()) {
      words.getChildren().add(why());
      VBox seen = Boxes.column("steps", Boxes.grow(pictureCard));
      if (page.sixKnown()) { // before, there is nothing to read, and a note needs the room
        seen.getChildren().add(progress.node());
      }
      body.getChildren().add(Boxes.grow(Split.even(32, ground.letters(44), words, seen)));
    } else {
      body.getChildren().addAll(words, Boxes.grow(pictureCard), progress.node(), why());
    }
  }

  private Region reader(boolean reading) {
    return ground.reader().get() == ReaderShape.SLOT
        ? new SlotPicture(reading)
        : new CardPicture(reading);
  }

  /** On which side of a card the square code is: two kinds are in use. */
  private Region codes() {
    return Split.even(
        24,
        0, // pictures do not grow with the letters: both have room on every screen
        code("card.code.2021", CodePicture.Side.FRONT),
        code("card.code.2024", CodePicture.Side.BACK));
  }

  private Region code(String key, CodePicture.Side side) {
    VBox kind =
        Boxes.column(
            "code-kind", new CodePicture(side), Words.of(ground.say(key), "note", "centred"));
    kind.setAlignment(javafx.geometry.Pos.CENTER);
    return kind;
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
        ? ground.say("card.two." + ground.reader().get()) + ". " + ground.say("card.two.how")
        : ground.say("card.one")
            + ". "
            + ground.say("card.two." + ground.reader().get())
            + ". "
            + ground.say("card.why");
  }

  @Override
  public List<Spoken> sayings() {
    String two = "card.two." + ground.reader().get();
    return page.sixKnown()
        ? Sayings.of(ground.texts(), two, "card.two.how")
        : Sayings.of(ground.texts(), "card.one", two, "card.why");
  }
}
