package vn.motcua.kiosk.ui.counter;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.EnumSet;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.citizen.Citizen;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.DigitsOnly;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.Pill;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.Words;
import vn.motcua.scanner.chip.ChipStep;
import vn.motcua.scanner.chip.Trust;

/** Where a card is read: what to do next, how far it is, who it was. */
final class CardPane extends VBox {
  private final CardModel model;
  private final Texts texts;
  private final Clock clock;
  private final TextField digits = new TextField();
  private final VBox place = new VBox(8);
  private final HBox entry;

  CardPane(CardModel model, Texts texts, Clock clock) {
    this.model = model;
    this.texts = texts;
    this.clock = clock;
    setSpacing(8);
    getStyleClass().add("card-pane");
    digits.setId("card-digits");
    digits.getStyleClass().add("digits");
    digits.textProperty().bindBidirectional(model.digits());
    digits.setTextFormatter(DigitsOnly.upTo(6));
    Label words = Words.of(texts.get("card.digits"), "field-label");
    entry = Boxes.row("entry-row", Boxes.wide(words), digits);
    getChildren().addAll(place, entry);
    model.state().subscribe(this::show);
  }

  /** Puts the caret where the six digits are typed. */
  void typeDigits() {
    digits.requestFocus();
  }

  private void show(CardModel.State state) {
    boolean digitsWanted =
        state instanceof CardModel.State.Waiting
            || state instanceof CardModel.State.NeedsDigits
            || state instanceof CardModel.State.Stopped;
    Parts.show(entry, digitsWanted);
    place.getChildren().setAll(content(state));
  }

  private Node content(CardModel.State state) {
    return switch (state) {
      case CardModel.State.NoReader none ->
          line(Tone.MUTED, Icon.ID_CARD, texts.get("card.noreader"), texts.get("card.noreader.do"));
      case CardModel.State.Waiting waiting ->
          line(Tone.BRAND, Icon.ID_CARD, texts.get("card.waiting"), texts.get("card.waiting.do"));
      case CardModel.State.NeedsCard card ->
          line(Tone.BRAND, Icon.CHECK, texts.get("card.needscard"), texts.get("card.needscard.do"));
      case CardModel.State.NeedsDigits digitsOpen ->
          line(
              Tone.BRAND,
              Icon.ID_CARD,
              texts.get("card.needsdigits"),
              texts.get("card.needsdigits.do"));
      case CardModel.State.Reading reading -> progress(reading.step());
      case CardModel.State.Read read -> who(read.citizen());
      case CardModel.State.Stopped stopped -> {
        VBox said = Parts.sentences(texts, stopped.fault());
        Button again = Parts.small("card-again", texts.get("card.again"), "F4", model::again);
        VBox box = Boxes.notice(Tone.WAIT, said, again);
        yield box;
      }
    };
  }

  private static Node line(Tone tone, Icon icon, String head, String todo) {
    HBox row =
        Boxes.row(
            "card-line",
            square(tone, icon),
            Boxes.wide(new VBox(2, Words.of(head, "strong"), Words.of(todo, "note", "soft"))));
    return row;
  }

  private static Region square(Tone tone, Icon icon) {
    Region disc = Boxes.disc(tone, icon);
    disc.getStyleClass().add("square");
    return disc;
  }

  private Node progress(ChipStep step) {
    // The bar is full when the reading is over, which is after the last step.
    double begun = EnumSet.range(ChipStep.OPEN, step).size();
    ProgressBar bar = new ProgressBar(begun / (ChipStep.values().length + 1));
    bar.setMaxWidth(Double.MAX_VALUE);
    return new VBox(
        8,
        Words.of(texts.get("card.step." + step.name()), "strong"),
        bar,
        Words.of(texts.get("card.still"), "note", "soft"));
  }

  private Node who(Citizen citizen) {
    boolean forged = citizen.trust().map(verdict -> verdict.trust() == Trust.FORGED).orElse(false);
    if (forged) {
      return line(Tone.BAD, Icon.WARNING, texts.get("card.forged"), texts.get("card.forged.do"));
    }
    LocalDate birth = citizen.birth().value();
    int age = Period.between(birth, LocalDate.now(clock)).getYears();
    String sex =
        citizen
            .female()
            .map(female -> texts.get(female.value() ? "sex.F" : "sex.M") + " · ")
            .orElse("");
    Pill number = new Pill(Tone.OK, texts.get("card.number", citizen.number().value().masked()));
    number.setWrapText(false);
    VBox words =
        new VBox(
            2,
            Words.of(texts.get("card.last"), "field-label"),
            Words.of(citizen.name().value(), "heading"),
            Words.of(
                sex + texts.dates().date(birth) + " · " + texts.count("card.age", age),
                "body",
                "soft"),
            number);
    return Boxes.row("card-line", square(Tone.BRAND, Icon.PERSON), Boxes.wide(words));
  }
}
