package vn.motcua.kiosk.ui.counter;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
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
 * and three large buttons. Space or Enter do what the filled button says: take, accept, or take
 * again if something speaks against the page; Backspace takes again, Esc leaves. A page can be
 * accepted only once its picture is on the screen.
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

  /** The page whose picture is on the screen. */
  private Optional<ProposedPage> drawn = Optional.empty();

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
    drawn = Optional.empty();
    if (page.isPresent()) {
      view.dark(); // the frame of before must not be taken for the page
    }
    look();
    page.ifPresent(proposed ->
        errands.run(
            () -> picture(proposed),
            image -> {
              if (model.proposed().get().filter(now -> now == proposed).isPresent()) {
                view.page(image);
                drawn = page;
                look();
                (proposed.doubts().isEmpty() ? accept : again).requestFocus();
              }
            },
            fault -> {}));
    (page.isPresent() ? again : take).requestFocus(); // accept can be pressed once it is drawn
  }

  private static Image picture(ProposedPage page) throws Exception {
    Image image =
        new Image(new ByteArrayInputStream(page.page().image()), SHARP, SHARP, true, true);
    if (image.isError()) {
      throw image.getException();
    }
    return image;
  }

  private void look() {
    boolean waits = model.proposed().get().isPresent();
    boolean taking = model.taking().get();
    Parts.show(take, !waits);
    Parts.show(choose, !waits);
    Parts.show(accept, waits);
    Parts.show(again, waits);
    accept.setDisable(drawn.isEmpty());
    boolean doubted = doubted();
    fill(accept, !doubted);
    fill(again, doubted);
    fill(take, model.preview().get().filter(seen -> seen.sheet().isEmpty()).isEmpty());
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

  /** Makes {@code button} the obvious step or another way. */
  private static void fill(Button button, boolean obvious) {
    String now = obvious ? "primary" : "secondary";
    if (!button.getStyleClass().contains(now)) {
      button.getStyleClass().removeAll("primary", "secondary");
      button.getStyleClass().add(now);
    }
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
            : (waits ? drawn.isEmpty() : model.preview().get().isEmpty())
                ? List.of()
                : List.of(none);
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
    Optional<Node> focused =
        Optional.ofNullable(getScene())
            .flatMap(scene -> Optional.ofNullable(scene.getFocusOwner()));
    boolean onOther =
        focused
            .filter(node -> node instanceof Button && !List.of(take, accept, again).contains(node))
            .isPresent();
    KeyCode code = key.getCode();
    if (code == KeyCode.ESCAPE) {
      left();
    } else if (code == KeyCode.BACK_SPACE && waits) {
      model.again();
    } else if ((code == KeyCode.SPACE || code == KeyCode.ENTER) && !onOther) {
      if (!waits) {
        model.take();
      } else if (drawn.isPresent()) {
        answer(focused);
      }
    } else {
      return;
    }
    key.consume();
  }

  /** What the focused button says, or else the filled one. */
  private void answer(Optional<Node> focused) {
    boolean refuses = focused.filter(again::equals).isPresent();
    boolean accepts = focused.filter(accept::equals).isPresent();
    if (refuses || !accepts && doubted()) {
      model.again();
    } else {
      model.accept();
    }
  }

  private boolean doubted() {
    return model.proposed().get().filter(page -> !page.doubts().isEmpty()).isPresent();
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
