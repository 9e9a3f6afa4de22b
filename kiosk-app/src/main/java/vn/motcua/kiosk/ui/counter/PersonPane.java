package vn.motcua.kiosk.ui.counter;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.KeyCap;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.Words;

/** The fields of one person, each with its source, and what is to be chosen between. */
final class PersonPane extends VBox {
  private final PersonForm form;
  private final ReadBackModel.Person person;
  private final ReadBackModel readBack;
  private final Texts texts;
  private final CounterWords words;
  private final Map<PersonForm.Key, TextInputControl> inputs = new EnumMap<>(PersonForm.Key.class);
  private final Map<PersonForm.Key, OfferRow> offers = new EnumMap<>(PersonForm.Key.class);
  private final Map<String, ToggleButton> sexes = new LinkedHashMap<>();
  private final VBox question = new VBox();

  /**
   * @param person begins the ids of the fields, for example {@code applicant}
   */
  PersonPane(
      PersonForm form,
      ReadBackModel.Person person,
      ReadBackModel readBack,
      Texts texts,
      CounterWords words) {
    this.form = form;
    this.person = person;
    this.readBack = readBack;
    String id = person.name().toLowerCase(java.util.Locale.ROOT);
    this.texts = texts;
    this.words = words;
    setSpacing(8);
    VBox birth = input(PersonForm.Key.BIRTH, id);
    VBox sex = sex(id);
    Node pair = pair(birth, sex);
    getChildren()
        .addAll(
            question,
            input(PersonForm.Key.NUMBER, id),
            offer(PersonForm.Key.NUMBER),
            input(PersonForm.Key.NAME, id),
            offer(PersonForm.Key.NAME),
            pair,
            offer(PersonForm.Key.BIRTH),
            offer(PersonForm.Key.SEX),
            input(PersonForm.Key.ADDRESS, id),
            offer(PersonForm.Key.ADDRESS),
            input(PersonForm.Key.PHONE, id),
            offer(PersonForm.Key.PHONE));
    for (PersonForm.Key key : PersonForm.Key.values()) {
      form.field(key).difference().subscribe(_ -> ask());
      form.field(key).text().subscribe(_ -> judge());
    }
  }

  /** Settles the first open difference; says whether there was one. */
  boolean settle(boolean first) {
    return form.firstDifference()
        .map(key -> {
          form.field(key).settle(first);
          return true;
        })
        .orElse(false);
  }

  void focus() {
    input(PersonForm.Key.NUMBER).requestFocus();
  }

  private Node offer(PersonForm.Key key) {
    OfferRow row = new OfferRow(readBack, person, key, texts, () -> goOn(key));
    offers.put(key, row);
    return row;
  }

  /** Behind an answered offer the keys go to the next one, else to the field that it was for. */
  private void goOn(PersonForm.Key answered) {
    List<PersonForm.Key> order = List.of(PersonForm.Key.values());
    int at = order.indexOf(answered);
    for (int i = 1; i < order.size(); i++) {
      OfferRow next = offers.get(order.get((at + i) % order.size()));
      if (next != null && next.focus()) {
        return;
      }
    }
    if (answered == PersonForm.Key.SEX) {
      sexes.values().stream()
          .filter(ToggleButton::isSelected)
          .findFirst()
          .or(() -> sexes.values().stream().findFirst())
          .ifPresent(Node::requestFocus);
    } else {
      toEnd(input(answered));
    }
  }

  /** A field that gets the keys selects its text, and the next key would overwrite it. */
  private static void toEnd(TextInputControl field) {
    field.requestFocus();
    field.deselect();
    field.end();
  }

  private TextInputControl input(PersonForm.Key key) {
    return inputs.computeIfAbsent(
        key, wanted -> wanted == PersonForm.Key.ADDRESS ? Parts.longLine() : new TextField());
  }

  /** Side by side, or one under the other when large letters leave no room. */
  private static Node pair(VBox left, VBox right) {
    double gap = 10;
    FlowPane pair = new FlowPane(gap, 8, left, right);
    pair.setPrefWrapLength(200);
    Runnable share =
        () -> {
          double rest = pair.getWidth() - right.prefWidth(-1) - gap - 1;
          double needed = Math.max(120, left.getChildren().getFirst().prefWidth(-1));
          left.setPrefWidth(rest >= needed ? rest : pair.getWidth());
        };
    pair.widthProperty().subscribe(_ -> share.run());
    right.widthProperty().subscribe(_ -> share.run());
    return pair;
  }

  private VBox input(PersonForm.Key key, String id) {
    TextInputControl field = input(key);
    field.setId(id + "-" + key.name().toLowerCase(java.util.Locale.ROOT));
    if (key == PersonForm.Key.BIRTH) {
      field.setPromptText(texts.get("field.BIRTH.prompt"));
    }
    return Parts.labelled(
        texts.get("field." + key.name()), Parts.badged(field, form.field(key), words));
  }

  private VBox sex(String id) {
    ToggleGroup group = new ToggleGroup();
    ToggleButton female = choice(id + "-female", texts.get("sex.F"), group);
    ToggleButton male = choice(id + "-male", texts.get("sex.M"), group);
    sexes.put(PersonForm.FEMALE, female);
    sexes.put(PersonForm.MALE, male);
    FormField field = form.field(PersonForm.Key.SEX);
    field
        .text()
        .subscribe(value -> {
          female.setSelected(value.equals(PersonForm.FEMALE));
          male.setSelected(value.equals(PersonForm.MALE));
        });
    female.setOnAction(_ -> field.text().set(female.isSelected() ? PersonForm.FEMALE : ""));
    male.setOnAction(_ -> field.text().set(male.isSelected() ? PersonForm.MALE : ""));
    return Parts.labelled(texts.get("field.SEX"), new HBox(4, female, male));
  }

  private static ToggleButton choice(String id, String text, ToggleGroup group) {
    ToggleButton button = new ToggleButton(text);
    button.setId(id);
    button.getStyleClass().setAll("choice");
    button.setToggleGroup(group);
    button.setMinHeight(38);
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private void ask() {
    question.getChildren().clear();
    form.firstDifference()
        .ifPresent(key ->
            form.field(key)
                .difference()
                .get()
                .ifPresent(open -> question.getChildren().add(box(key, open))));
    Parts.show(question, !question.getChildren().isEmpty());
  }

  private Node box(PersonForm.Key key, Difference open) {
    String head =
        texts.get(
            "difference",
            texts.get("field." + key.name()),
            words.source(open.firstSource()),
            said(key, open.first()),
            words.source(open.secondSource()),
            said(key, open.second()));
    FlowPane buttons =
        new FlowPane(
            8,
            8,
            KeyCap.on(
                Parts.small(
                    "take-first",
                    texts.get("difference.take", words.source(open.firstSource())),
                    "",
                    () -> form.field(key).settle(true)),
                "1"),
            KeyCap.on(
                Parts.small(
                    "take-second",
                    texts.get("difference.take", words.source(open.secondSource())),
                    "",
                    () -> form.field(key).settle(false)),
                "2"));
    VBox box = Boxes.notice(Tone.WAIT, Words.of(head, "body"), buttons);
    VBox.setMargin(box, new Insets(0, 0, 2, 0));
    return box;
  }

  private String said(PersonForm.Key key, String value) {
    return key == PersonForm.Key.SEX ? texts.get("sex." + value) : value;
  }

  private void judge() {
    var unfit = form.unfit();
    inputs.forEach((key, field) -> {
      boolean bad = unfit.contains(key) && !form.field(key).value().isEmpty();
      field.getStyleClass().remove("unfit");
      if (bad) {
        field.getStyleClass().add("unfit");
      }
    });
  }
}
