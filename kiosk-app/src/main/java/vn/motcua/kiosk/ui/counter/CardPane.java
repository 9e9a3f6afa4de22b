package vn.motcua.kiosk.ui.counter;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
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
import vn.motcua.kiosk.ui.kit.TrustLook;
import vn.motcua.kiosk.ui.kit.Words;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.chip.ChipStep;
import vn.motcua.scanner.chip.TrustVerdict;

/** Where a card is read: what to do next, how far it is, who it was. */
final class CardPane extends VBox {
  /** Reasons that stand beside the work; the technician sees all of them. */
  private static final int MOST_LINES = 3;

  /** Three by four centimetres at 96 dpi, in pixels. */
  private static final double FACE_WIDTH = 113;

  private static final double FACE_HEIGHT = 151;

  /** The steps of a reading for which nobody asked for the face. */
  private static final List<ChipStep> WITHOUT_FACE =
      Stream.of(ChipStep.values()).filter(step -> step != ChipStep.FACE).toList();

  private final CardModel model;
  private final Texts texts;
  private final CounterWords words;
  private final Clock clock;
  private final TextField digits = new TextField();
  private final VBox place = new VBox(8);
  private final HBox entry;

  CardPane(CardModel model, Texts texts, CounterWords words, Clock clock) {
    this.model = model;
    this.texts = texts;
    this.words = words;
    this.clock = clock;
    setSpacing(8);
    getStyleClass().add("card-pane");
    digits.setId("card-digits");
    digits.getStyleClass().add("digits");
    digits.textProperty().bindBidirectional(model.digits());
    digits.setTextFormatter(DigitsOnly.upTo(6));
    Label label = Words.of(texts.get("card.digits"), "field-label");
    entry = Boxes.row("entry-row", Boxes.wide(label), digits);
    getChildren().addAll(place, entry);
    model.state().subscribe(this::show);
    model.photo().state().subscribe(_ -> show(model.state().get()));
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
      case CardModel.State.Reading reading -> progress(reading.step(), WITHOUT_FACE);
      case CardModel.State.Read read -> who(read);
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

  private Node progress(ChipStep step, List<ChipStep> steps) {
    // The bar is full when the reading is over, which is after the last step.
    double begun = steps.indexOf(step) + 1;
    ProgressBar bar = new ProgressBar(begun / (steps.size() + 1));
    bar.setMaxWidth(Double.MAX_VALUE);
    return new VBox(
        8,
        Words.of(texts.get("card.step." + step.name()), "strong"),
        bar,
        Words.of(texts.get("card.still"), "note", "soft"));
  }

  private Node who(CardModel.State.Read read) {
    Citizen citizen = read.citizen();
    VBox all = new VBox(8);
    if (read.forged()) {
      all.getChildren()
          .add(line(Tone.BAD, Icon.WARNING, texts.get("card.forged"), texts.get("card.forged.do")));
    } else {
      all.getChildren().add(person(citizen));
      photo().ifPresent(all.getChildren()::add);
    }
    citizen
        .trust()
        .flatMap(verdict -> proven(verdict, citizen.differences()))
        .ifPresent(notice -> {
          notice.setId("card-trust");
          all.getChildren().add(notice);
        });
    return all;
  }

  private Optional<Node> proven(TrustVerdict verdict, List<String> differences) {
    if (!(verdict instanceof TrustVerdict.Forged)) {
      return words.trust().notice(verdict, differences, MOST_LINES);
    }
    // That it is forged stands above already; here stands what of it.
    Node[] lines =
        words.trust().few(verdict, differences, MOST_LINES).stream()
            .map(line -> Words.of(line, "body"))
            .toArray(Node[]::new);
    return lines.length == 0 ? Optional.empty() : Optional.of(Boxes.notice(Tone.BAD, lines));
  }

  private Node person(Citizen citizen) {
    LocalDate birth = citizen.birth().value();
    int age = Period.between(birth, LocalDate.now(clock)).getYears();
    String sex =
        citizen
            .female()
            .map(female -> texts.get(female.value() ? "sex.F" : "sex.M") + " · ")
            .orElse("");
    Tone tone = citizen.trust().map(verdict -> TrustLook.of(verdict).tone()).orElse(Tone.MUTED);
    Pill number = new Pill(tone, texts.get("card.number", citizen.number().value().masked()));
    number.setWrapText(false);
    VBox lines =
        new VBox(
            2,
            Words.of(texts.get("card.last"), "field-label"),
            Words.of(words.name(citizen.name()), "heading"),
            Words.of(
                sex + texts.dates().date(birth) + " · " + texts.count("card.age", age),
                "body",
                "soft"),
            number);
    HBox row = Boxes.row("card-line", portrait(), Boxes.wide(lines));
    row.setAlignment(Pos.TOP_LEFT);
    return row;
  }

  /** The picture from the chip, in the size of one on a form, or a sign for a person. */
  private Node portrait() {
    if (!(model.photo().state().get() instanceof PhotoModel.State.Shown shown)) {
      return square(Tone.BRAND, Icon.PERSON);
    }
    ImageView view = new ImageView(shown.picture());
    view.setId("card-face");
    view.setPreserveRatio(true);
    view.setSmooth(true);
    view.setFitWidth(FACE_WIDTH);
    view.setFitHeight(FACE_HEIGHT);
    Label under =
        Words.of(texts.get(shown.authentic() ? "photo.said" : "photo.unproven"), "note", "soft");
    VBox box = new VBox(3, view, under);
    box.setMinWidth(FACE_WIDTH);
    box.setMaxWidth(FACE_WIDTH);
    return box;
  }

  private Optional<Node> photo() {
    return switch (model.photo().state().get()) {
      case PhotoModel.State.None none -> Optional.empty();
      case PhotoModel.State.Offered offered -> Optional.of(ask("photo.show"));
      case PhotoModel.State.Reading(ChipStep step) ->
          Optional.of(progress(step, List.of(ChipStep.values())));
      case PhotoModel.State.Shown shown -> Optional.of(ask("photo.hide"));
      case PhotoModel.State.Stopped(Fault fault) -> {
        VBox said = Boxes.notice(Tone.WAIT, Parts.sentences(texts, fault), ask("photo.again"));
        said.setId("photo-fault");
        yield Optional.of(said);
      }
    };
  }

  private Button ask(String key) {
    return Parts.small("card-photo", texts.get(key), "F5", model.photo()::toggle);
  }
}
