package vn.motcua.kiosk.ui.counter;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Errands;
import vn.motcua.kiosk.ui.kit.PageImage;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Words;

/** One page over the whole screen; arrows turn the pages, Esc closes. */
final class PageLarge extends VBox {
  private static final int SHARP = 1400;
  private final ScanModel scan;
  private final Texts texts;
  private final Errands errands;
  private final ImageView view = new ImageView();
  private final Label caption = Words.of("", "strong");
  private int index;

  PageLarge(ScanModel scan, Texts texts, Errands errands) {
    this.scan = scan;
    this.texts = texts;
    this.errands = errands;
    getStyleClass().add("page-large");
    setId("page-large");
    setFocusTraversable(true);
    view.setPreserveRatio(true);
    StackPane frame = new StackPane(view);
    frame.setMinSize(0, 0);
    view.setManaged(false);
    frame
        .layoutBoundsProperty()
        .subscribe(bounds -> {
          view.setFitWidth(bounds.getWidth());
          view.setFitHeight(bounds.getHeight());
          centre(frame);
        });
    view.imageProperty().subscribe(_ -> centre(frame));
    VBox.setVgrow(frame, Priority.ALWAYS);
    HBox bar =
        new HBox(
            12,
            caption,
            Boxes.space(),
            Parts.small("page-before", texts.get("pages.before"), "←", () -> turn(-1)),
            Parts.small("page-after", texts.get("pages.after"), "→", () -> turn(1)),
            Parts.small("page-close", texts.get("pages.close"), "Esc", this::hide));
    bar.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(bar, frame);
    setOnMouseClicked(_ -> hide());
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    Parts.show(this, false);
  }

  private void centre(StackPane frame) {
    if (view.getImage() == null) {
      return;
    }
    double scale =
        Math.min(
            frame.getWidth() / view.getImage().getWidth(),
            frame.getHeight() / view.getImage().getHeight());
    view.setLayoutX((frame.getWidth() - view.getImage().getWidth() * scale) / 2);
    view.setLayoutY((frame.getHeight() - view.getImage().getHeight() * scale) / 2);
  }

  boolean isOpen() {
    return isVisible();
  }

  void open(int at) {
    if (at >= 0 && at < scan.pages().size()) {
      index = at;
      Parts.show(this, true);
      requestFocus();
      load();
    }
  }

  void hide() {
    Parts.show(this, false);
    view.setImage(null);
  }

  private void turn(int by) {
    int to = index + by;
    if (to >= 0 && to < scan.pages().size()) {
      index = to;
      load();
    }
  }

  private void load() {
    PageItem page = scan.pages().get(index);
    caption.setText(
        texts.get(
            "pages.caption", page.number(), scan.pages().size(), page.line().required().name()));
    int wanted = index;
    errands.run(
        () -> PageImage.read(page.picture(), SHARP),
        image -> {
          if (wanted == index && isOpen()) {
            view.setImage(image);
          }
        },
        fault -> caption.setText(texts.get("pages.unreadable")));
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case LEFT, PAGE_UP -> turn(-1);
      case RIGHT, PAGE_DOWN -> turn(1);
      case ESCAPE, ENTER -> hide();
      default -> {
        return;
      }
    }
    event.consume();
  }
}
