package vn.motcua.kiosk.ui.technician;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.StringProperty;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import vn.motcua.kiosk.desk.BlankPages;
import vn.motcua.kiosk.desk.PageSize;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.DigitsOnly;
import vn.motcua.kiosk.ui.kit.Errands;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.Words;
import vn.motcua.scanner.paper.Scanner;
import vn.motcua.scanner.paper.ScannerCapabilities;
import vn.motcua.scanner.paper.ScannerId;

/** The form of one profile: only what its device offers can be chosen. */
final class ProfileForm extends VBox {
  private final ProfilesModel model;
  private final Texts texts;
  private final VBox fields = new VBox(10);
  private final TextField name = new TextField();

  ProfileForm(ProfilesModel model, Texts texts, Errands errands) {
    this.model = model;
    this.texts = texts;
    setId("profile-form");
    getStyleClass().addAll("column", "card");
    name.setId("profile-name");
    name.textProperty().bindBidirectional(model.draft().name());
    fields.setPadding(new Insets(0, 14, 0, 0)); // the bar must not lie on the fields
    ScrollPane scroll = new ScrollPane(fields);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setMinHeight(0);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(scroll, new ProfileActions(model, texts, errands));
    model.selected().subscribe(_ -> draw());
    model.offer().subscribe(_ -> draw());
    model.scanners().subscribe(this::draw);
    draw();
  }

  /** Puts the caret into the name. */
  void focus() {
    name.requestFocus();
  }

  private void draw() {
    boolean locked = model.locked();
    fields.getStyleClass().remove("read-only");
    if (locked) {
      fields.getStyleClass().add("read-only");
    }
    ProfileDraft draft = model.draft();
    String title =
        model
            .selected()
            .get()
            .map(kept -> kept.profile().name())
            .orElseGet(() -> texts.get("profile.title.new"));
    fields.getChildren().setAll(Words.of(title, "heading"), labelled("profile.name", name));
    if (locked) {
      fields
          .getChildren()
          .add(
              1,
              Boxes.notice(Tone.WAIT, Words.of(texts.get("profile.locked.hint"), "body", "ink")));
    }
    fields.getChildren().addAll(labelled("profile.device", devices()), offer());
    fields
        .getChildren()
        .addAll(
            labelled("profile.source", choices("source", draft.source(), model.sources())),
            labelled("profile.mode", choices("mode", draft.mode(), model.modes())),
            row(
                labelled(
                    "profile.dpi",
                    combo("dpi", draft.dpi(), model.resolutions(), Object::toString)),
                labelled("profile.size", sizes()),
                labelled("profile.mm", typed("profile-mm", draft.millimetres())),
                labelled("profile.quality", quality())),
            labelled(
                "profile.blanks", choices("blanks", draft.blanks(), List.of(BlankPages.values()))),
            labelled("profile.note", typed("profile-note", draft.note())));
    fields.getChildren().stream().skip(locked ? 2 : 1).forEach(field -> field.setDisable(locked));
  }

  private Node devices() {
    List<ScannerId> ids =
        new java.util.ArrayList<>(model.scanners().stream().map(Scanner::id).toList());
    Optional<ScannerId> chosen = model.draft().device().get();
    chosen.filter(id -> !ids.contains(id)).ifPresent(ids::add);
    ComboBox<ScannerId> box = new ComboBox<>();
    box.setId("profile-device");
    box.setMaxWidth(Double.MAX_VALUE);
    box.getItems().setAll(ids);
    box.setConverter(converter(this::deviceName));
    chosen.ifPresent(box::setValue);
    box.setOnAction(_ -> model.draft().device().set(Optional.ofNullable(box.getValue())));
    return box;
  }

  private String deviceName(ScannerId id) {
    return model.scanners().stream()
        .filter(scanner -> scanner.id().equals(id))
        .map(Scanner::name)
        .findFirst()
        .orElseGet(id::toString);
  }

  private Node offer() {
    String said =
        switch (model.offer().get()) {
          case ProfilesModel.Offer.None _ ->
              texts.get(model.looking().get() ? "looking" : "profile.offer.none");
          case ProfilesModel.Offer.Asking _ -> texts.get("profile.offer.asking");
          case ProfilesModel.Offer.Unknown unknown ->
              texts.get("profile.offer.unknown", texts.fault(unknown.why()).what());
          case ProfilesModel.Offer.Known(ScannerCapabilities can) ->
              texts.get(
                  "profile.offer",
                  Math.round(can.widthMillimetres()),
                  Math.round(can.heightMillimetres()),
                  can.resolutions().isEmpty() ? 0 : can.resolutions().getFirst(),
                  can.resolutions().isEmpty() ? 0 : can.resolutions().getLast());
        };
    Label label = Words.of(said, "note", "soft");
    label.setId("profile-offer");
    return label;
  }

  private Node sizes() {
    List<PageSize> fit = PageSize.NAMED;
    if (model.offer().get() instanceof ProfilesModel.Offer.Known(ScannerCapabilities can)) {
      fit =
          PageSize.NAMED.stream()
              .filter(size ->
                  size.area().isWhole()
                      || (size.area().width() <= can.widthMillimetres() + 3
                          && size.area().height() <= can.heightMillimetres() + 3))
              .toList();
    }
    return combo("size", model.draft().size(), fit, size -> ProfilesPane.size(texts, size.name()));
  }

  private Node quality() {
    TextField field = typed("profile-quality", model.draft().quality());
    field.setTextFormatter(DigitsOnly.upTo(3));
    field.setText(model.draft().quality().get());
    return field;
  }

  private static TextField typed(String id, StringProperty value) {
    TextField field = new TextField();
    field.setId(id);
    field.textProperty().bindBidirectional(value);
    return field;
  }

  private <T> ComboBox<T> combo(
      String id, ObjectProperty<T> value, List<T> offered, Function<T, String> words) {
    ComboBox<T> box = new ComboBox<>();
    box.setId("profile-" + id);
    box.setMaxWidth(Double.MAX_VALUE);
    List<T> all = new java.util.ArrayList<>(offered);
    if (!all.contains(value.get())) {
      all.add(value.get()); // what was made for another device is shown, and refused when saved
    }
    box.getItems().setAll(all);
    box.setConverter(converter(words));
    box.valueProperty().bindBidirectional(value);
    return box;
  }

  private static <T> StringConverter<T> converter(Function<T, String> words) {
    return new StringConverter<>() {
      @Override
      public String toString(T value) {
        return value == null ? "" : words.apply(value);
      }

      @Override
      public T fromString(String text) {
        throw new UnsupportedOperationException("nothing is typed here");
      }
    };
  }

  private <E extends Enum<E>> Node choices(String kind, Property<E> value, List<E> offered) {
    ToggleGroup group = new ToggleGroup();
    FlowPane buttons = new FlowPane(8, 8);
    for (E one : offered) {
      ToggleButton button = new ToggleButton(texts.get(kind + "." + one.name()));
      button.setId(kind + "-" + one.name());
      button.getStyleClass().setAll("choice");
      button.setToggleGroup(group);
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.setSelected(one.equals(value.getValue()));
      button.setOnAction(_ -> {
        value.setValue(one);
        button.setSelected(true);
      });
      buttons.getChildren().add(button);
    }
    return buttons;
  }

  private VBox labelled(String key, Node field) {
    Label head = Words.of(texts.get(key), "field-label");
    head.setWrapText(false);
    head.setMinWidth(Region.USE_PREF_SIZE);
    VBox box = new VBox(2, head, field);
    box.setFillWidth(true);
    return box;
  }

  private static HBox row(Region... parts) {
    HBox row = new HBox(10);
    for (Region part : parts) {
      row.getChildren().add(Boxes.wide(part));
    }
    return row;
  }
}
