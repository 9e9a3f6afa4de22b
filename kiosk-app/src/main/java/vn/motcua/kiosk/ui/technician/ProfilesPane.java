package vn.motcua.kiosk.ui.technician;

import java.nio.file.Path;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.desk.KeptProfile;
import vn.motcua.kiosk.desk.ScanProfile;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Buttons;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.Pill;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.Words;

/** The scan profiles: those that are there at the left, the form of one at the right. */
final class ProfilesPane extends HBox {
  /** Asks somebody for a file. */
  interface AskFile {
    /** The file to write, or to read; empty if somebody thought better of it. */
    Optional<Path> ask(boolean write);
  }

  private final ProfilesModel model;
  private final Texts texts;
  private final VBox rows = new VBox(12);

  ProfilesPane(ProfilesModel model, Texts texts, ProfileForm form, AskFile files) {
    this.model = model;
    this.texts = texts;
    setId("profiles-page");
    setSpacing(16);
    ScrollPane list = new ScrollPane(rows);
    list.setFitToWidth(true);
    list.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    list.setMinHeight(0);
    VBox.setVgrow(list, Priority.ALWAYS);
    Button make = small("profile-new", texts.get("profile.new"), model::begin);
    Button export =
        small(
            "profile-export",
            texts.get("profile.export"),
            () -> files.ask(true).ifPresent(model::exportTo));
    Button take =
        small(
            "profile-import",
            texts.get("profile.import"),
            () -> files.ask(false).ifPresent(model::importFrom));
    VBox left = new VBox(12, new FlowPane(8, 8, make, export, take), list);
    left.setMinWidth(300);
    left.setPrefWidth(420);
    HBox.setHgrow(left, Priority.ALWAYS);
    form.setMinWidth(540);
    form.setPrefWidth(680);
    HBox.setHgrow(form, Priority.ALWAYS);
    getChildren().addAll(left, form);
    model.profiles().subscribe(this::draw);
    model.damaged().subscribe(this::draw);
    model.selected().subscribe(_ -> draw());
    draw();
  }

  private void draw() {
    Optional<String> focused =
        rows.getChildren().stream().filter(Node::isFocused).map(Node::getId).findFirst();
    rows.getChildren().clear();
    if (model.profiles().isEmpty()) {
      VBox none =
          Boxes.card(
              Words.of(texts.get("profile.none"), "strong"),
              Words.of(texts.get("profile.none.do"), "body", "soft"));
      none.setId("profiles-none");
      rows.getChildren().add(none);
    }
    int number = 0;
    for (KeptProfile kept : model.profiles()) {
      rows.getChildren().add(card(kept, ++number));
    }
    for (String file : model.damaged()) {
      rows.getChildren()
          .add(
              Boxes.notice(
                  Tone.BAD,
                  Words.of(texts.get("profile.damaged"), "strong"),
                  Words.of(DamagedWords.of(file, texts), "note", "ink")));
    }
    focused.ifPresent(id ->
        rows.getChildren().stream()
            .filter(node -> id.equals(node.getId()))
            .findFirst()
            .ifPresent(Node::requestFocus));
  }

  private Button card(KeptProfile kept, int number) {
    ScanProfile profile = kept.profile();
    HBox name = new HBox(10, line(profile.name(), "strong"));
    name.setAlignment(Pos.CENTER_LEFT);
    if (number == 1) {
      name.getChildren().add(mark(Tone.BRAND, texts.get("profile.main")));
    }
    if (kept.locked()) {
      name.getChildren().add(mark(Tone.WAIT, texts.get("profile.islocked")));
    }
    String what =
        texts.get(
            "profile.row",
            texts.get("source." + profile.source().name()),
            texts.get("mode." + profile.mode().name()),
            profile.dpi(),
            size(texts, profile.size().name()));
    VBox words = new VBox(2, name, line(what, "note", "soft"));
    HBox face = Boxes.row("device-face", Boxes.disc(Tone.BRAND, Icon.SCAN), Boxes.wide(words));
    Button button = new Button();
    button.setId("kept-" + number);
    button.setGraphic(face);
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    button.getStyleClass().setAll("card", "device");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setAccessibleText(profile.name() + ", " + what);
    face.prefWidthProperty().bind(button.widthProperty().subtract(42));
    face.setMinWidth(0);
    button.setOnAction(_ -> model.select(kept));
    if (model.selected().get().equals(Optional.of(kept))) {
      button.getStyleClass().add("on");
    }
    return button;
  }

  /** A size as people read it. */
  static String size(Texts texts, String name) {
    return texts.has("size." + name) ? texts.get("size." + name) : name + " mm";
  }

  private static Pill mark(Tone tone, String text) {
    Pill mark = new Pill(tone, text);
    mark.getStyleClass().add("badge");
    mark.setWrapText(false);
    mark.setMinWidth(Region.USE_PREF_SIZE);
    return mark;
  }

  private static Label line(String text, String... styles) {
    Label label = Words.of(text, styles);
    label.setWrapText(false);
    return label;
  }

  /** A small button as wide as its words. */
  static Button small(String id, String text, Runnable action) {
    Button button = Buttons.secondary(id, text, action);
    button.getStyleClass().add("small");
    button.setWrapText(false);
    button.setMaxWidth(Region.USE_PREF_SIZE);
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }
}
