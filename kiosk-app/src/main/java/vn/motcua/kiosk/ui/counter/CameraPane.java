package vn.motcua.kiosk.ui.counter;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Buttons;
import vn.motcua.kiosk.ui.kit.Errands;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Tone;
import vn.motcua.kiosk.ui.kit.Words;
import vn.motcua.scanner.Fault;
import vn.motcua.scanner.FaultSentence;
import vn.motcua.scanner.paper.camera.ProposedPage;

/**
 * The camera as a scanner: what it sees with the sheet's edges drawn in, what speaks against it,
 * and three large buttons. Space or Enter take and accept, Backspace takes again, Esc leaves.
 */
final class CameraPane extends VBox {
  private static final int SHARP = 1100;

  private final CameraModel model;
  private final Texts texts;
  private final Errands errands;
  private final Runnable leave;
  private final CameraView view = new CameraView();
  private final VBox advice = new VBox(6);
  private final Button take;
  private final Button accept;
  private final Button again;
  private final Button choose;
  private List<String> said = List.of();

  /**
   * @param leave closes this pane
   */
  CameraPane(CameraModel model, Texts texts, Errands errands, Runnable leave) {
    this.model = model;
    this.texts = texts;
    this.errands = errands;
    this.leave = leave;
    setId("camera-pane");
    getStyleClass().add("camera-pane");
    setSpacing(10);
    take =
        Buttons.icon(
            Icon.SCAN, Buttons.primary("camera-take", texts.get("camera.take"), model::take));
    accept = Buttons.primary("camera-accept", texts.get("camera.accept"), model::accept);
    again = Buttons.secondary("camera-again", texts.get("camera.again"), model::again);
    choose = Buttons.secondary("camera-choose", texts.get("camera.choose"), this::choose);
    Button back = Buttons.quiet("camera-leave", texts.get("camera.leave"), this::left);
    HBox buttons = new HBox(10, back, choose, Boxes.space(), again, take, accept);
    buttons.setAlignment(Pos.CENTER_LEFT);
    for (Button each : List.of(back, choose, again, take, accept)) {
      each.setMinWidth(USE_PREF_SIZE);
    }
    advice.setMinHeight(92);
    advice.setAlignment(Pos.TOP_LEFT);
    VBox.setVgrow(view, Priority.ALWAYS);
    getChildren().addAll(view, advice, buttons);
    model.preview().subscribe(_ -> look());
    model.proposed().subscribe(this::propose);
    model.fault().subscribe(_ -> look());
    model.taking().subscribe(_ -> look());
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    // Once it is shown: whoever presses Space at once means to take a picture, not to leave.
    sceneProperty()
        .subscribe(scene -> {
          if (scene != null) {
            Platform.runLater(take::requestFocus);
          }
        });
  }

  private void propose(Optional<ProposedPage> page) {
    look();
    page.ifPresent(proposed ->
        errands.run(
            () ->
                new Image(
                    new ByteArrayInputStream(proposed.page().image()), SHARP, SHARP, true, true),
            image -> {
              if (model.proposed().get().filter(now -> now == proposed).isPresent()) {
                view.page(image);
              }
            },
            fault -> {}));
    (page.isPresent() ? accept : take).requestFocus();
  }

  private void look() {
    boolean waits = model.proposed().get().isPresent();
    boolean taking = model.taking().get();
    Parts.show(take, !waits);
    Parts.show(choose, !waits);
    Parts.show(accept, waits);
    Parts.show(again, waits);
    take.setDisable(taking);
    choose.setDisable(taking);
    take.setText(
        texts.get(
            taking
                ? "camera.taking"
                : model.preview().get().isEmpty() ? "camera.open" : "camera.take"));
    if (!waits) {
      model.preview().get().ifPresentOrElse(view::preview, view::dark);
    }
    advise(waits);
  }

  private void advise(boolean waits) {
    List<? extends Fault> reasons =
        model.fault().get().isPresent()
            ? List.of(model.fault().get().get())
            : model.doubts().stream().limit(2).toList();
    List<String> lines = reasons.stream().map(this::sentence).toList();
    String none = texts.get(waits ? "camera.good.page" : "camera.good");
    List<String> now =
        !lines.isEmpty()
            ? lines
            : model.preview().get().isEmpty() && !waits ? List.of() : List.of(none);
    if (now.equals(said)) {
      return; // a frame must not build the same labels anew
    }
    said = now;
    advice.getChildren().clear();
    for (String line : now) {
      Label label = Words.of(line, "strong");
      advice.getChildren().add(Boxes.notice(lines.isEmpty() ? Tone.OK : Tone.WAIT, label));
    }
  }

  private String sentence(Fault reason) {
    FaultSentence sentence = texts.fault(reason);
    return sentence.what() + " " + sentence.todo();
  }

  private void key(KeyEvent key) {
    boolean waits = model.proposed().get().isPresent();
    boolean onButton =
        getScene() != null
            && getScene().getFocusOwner() instanceof Button focused
            && focused != take
            && focused != accept;
    KeyCode code = key.getCode();
    if (code == KeyCode.ESCAPE) {
      left();
    } else if (code == KeyCode.BACK_SPACE && waits) {
      model.again();
    } else if ((code == KeyCode.SPACE || code == KeyCode.ENTER) && !onButton) {
      if (waits) {
        model.accept();
      } else {
        model.take();
      }
    } else {
      return;
    }
    key.consume();
  }

  private void left() {
    model.close();
    leave.run();
  }

  private void choose() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.get("camera.choose"));
    chooser
        .getExtensionFilters()
        .add(
            new FileChooser.ExtensionFilter(
                texts.get("camera.files"), "*.jpg", "*.jpeg", "*.JPG", "*.JPEG", "*.png"));
    Optional.ofNullable(chooser.showOpenDialog(getScene().getWindow()))
        .ifPresent(file -> model.choose(file.toPath()));
  }
}
