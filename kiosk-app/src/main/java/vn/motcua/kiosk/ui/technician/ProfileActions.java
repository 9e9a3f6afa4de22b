package vn.motcua.kiosk.ui.technician;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Buttons;
import vn.motcua.kiosk.ui.kit.DigitsOnly;
import vn.motcua.kiosk.ui.kit.Errands;
import vn.motcua.kiosk.ui.kit.KeyCap;
import vn.motcua.kiosk.ui.kit.PageImage;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.Words;
import vn.motcua.scanner.FaultSentence;

/** What can be done with the profile in the form, and what became of it. */
final class ProfileActions extends VBox {
  private final ProfilesModel model;
  private final Texts texts;
  private final Errands errands;
  private final VBox said = new VBox();
  private final VBox bottom = new VBox(10);

  ProfileActions(ProfilesModel model, Texts texts, Errands errands) {
    this.model = model;
    this.texts = texts;
    this.errands = errands;
    setSpacing(10);
    getChildren().addAll(said, bottom);
    model.selected().subscribe(_ -> drawBottom());
    model.news().subscribe(_ -> drawNews());
    model.draft().all().forEach(part -> part.subscribe(this::drawBottom));
  }

  private void drawBottom() {
    bottom.getChildren().clear();
    boolean locked = model.locked();
    Optional<String> wrong = model.draft().wrong();
    boolean scanning = model.news().get() instanceof ProfilesModel.News.Scanning;
    Button test =
        scanning
            ? KeyCap.on(Buttons.secondary("profile-stop", texts.get("stop"), model::stop), "Esc")
            : KeyCap.on(
                Buttons.secondary("profile-test", texts.get("profile.test"), model::test), "F9");
    test.setDisable(!scanning && wrong.filter(field -> !field.equals("name")).isPresent());
    Button save =
        KeyCap.on(
            Buttons.primary(
                "profile-save",
                wrong
                    .map(field -> texts.get("profile.wrong." + field))
                    .orElseGet(() -> texts.get("profile.save")),
                model::save),
            "Ctrl S");
    save.setDisable(wrong.isPresent() || locked);
    HBox main = new HBox(8, Boxes.wide(test), Boxes.wide(save));
    bottom.getChildren().add(main);
    if (model.selected().get().isPresent()) {
      bottom.getChildren().add(lockRow(locked));
    }
  }

  private Node lockRow(boolean locked) {
    PasswordField pin = new PasswordField();
    pin.setId("profile-pin");
    pin.setTextFormatter(DigitsOnly.upTo(12));
    pin.textProperty().bindBidirectional(model.pin());
    pin.setMaxWidth(130);
    pin.setOnAction(_ -> model.lockOrUnlock());
    Label head = Words.of(texts.get("profile.pin"), "field-label");
    head.setWrapText(false);
    head.setMinWidth(Region.USE_PREF_SIZE);
    Button lock =
        ProfilesPane.small(
            "profile-lock",
            texts.get(locked ? "profile.unlock" : "profile.lock"),
            model::lockOrUnlock);
    Button remove = ProfilesPane.small("profile-remove", texts.get("profile.remove"), () -> {});
    remove.setDisable(locked);
    remove.setOnAction(_ -> {
      // The second press does it: no dialogue, and nothing lost by one slip.
      if (remove.getText().equals(texts.get("profile.remove.sure"))) {
        model.remove();
      } else {
        remove.setText(texts.get("profile.remove.sure"));
      }
    });
    remove
        .focusedProperty()
        .subscribe(focused -> {
          if (!focused) {
            remove.setText(texts.get("profile.remove"));
          }
        });
    HBox row = new HBox(8, head, pin, lock, Boxes.space(), remove);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private void drawNews() {
    said.getChildren().clear();
    switch (model.news().get()) {
      case ProfilesModel.News.None _ -> {}
      case ProfilesModel.News.Scanning _ ->
          said.getChildren().add(Words.of(texts.get("scanner.running"), "strong"));
      case ProfilesModel.News.Done done ->
          said.getChildren()
              .add(news(Tone.OK, Words.of(texts.get(done.key(), done.about()), "body", "medium")));
      case ProfilesModel.News.Stopped stopped -> {
        FaultSentence sentence = texts.fault(stopped.fault());
        said.getChildren()
            .add(
                news(
                    Tone.WAIT,
                    Words.of(sentence.what(), "strong"),
                    Words.of(sentence.todo(), "body", "ink"),
                    Words.of(texts.get("fault.code", stopped.fault().code()), "note", "ink")));
      }
      case ProfilesModel.News.Page page -> said.getChildren().add(picture(page));
    }
    drawBottom();
  }

  private static VBox news(Tone tone, Node... words) {
    VBox box = Boxes.notice(tone, words);
    box.setId("profile-news");
    return box;
  }

  private Node picture(ProfilesModel.News.Page page) {
    ImageView view = new ImageView();
    view.setId("profile-picture");
    view.setPreserveRatio(true);
    view.setFitHeight(190);
    view.setFitWidth(400);
    view.getStyleClass().add("sheet-shadow");
    StackPane well = new StackPane(view);
    well.getStyleClass().add("picture-well");
    well.setMinHeight(210);
    errands.run(
        () -> PageImage.read(page.picture(), 500),
        view::setImage,
        fault -> well.getChildren().setAll(Words.of(texts.get("unreadable"), "body")));
    return well;
  }
}
