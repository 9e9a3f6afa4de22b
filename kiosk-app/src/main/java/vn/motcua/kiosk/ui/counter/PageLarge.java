package vn.motcua.kiosk.ui.counter;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.desk.PagePlace;
import vn.motcua.kiosk.ui.kit.Boxes;
import vn.motcua.kiosk.ui.kit.Errands;
import vn.motcua.kiosk.ui.kit.PageImage;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Words;

/** The selected page over the whole screen; arrows turn the pages, Esc closes. */
final class PageLarge extends VBox {
  private static final int SHARP = 1400;
  private final ScanModel scan;
  private final Texts texts;
  private final Errands errands;
  private final ImageView view = new ImageView();
  private final Label caption = Words.of("", "strong");
  private final PageWords words;
  private final PageTools tools;
  private final Runnable closed;
  private Optional<Path> wanted = Optional.empty();

  /**
   * @param scanTo scans for a paper, to a place of the pile
   * @param closed called when it was closed: the keys go back to where they were
   */
  PageLarge(
      ReceiveModel model,
      Texts texts,
      PageWords words,
      Errands errands,
      BiConsumer<PaperLine, PagePlace> scanTo,
      Runnable closed) {
    this.scan = model.scan();
    this.closed = closed;
    this.texts = texts;
    this.words = words;
    this.errands = errands;
    BiConsumer<PaperLine, PagePlace> closing =
        (line, place) -> {
          hide(); // the scanner, or the camera, is what is to be looked at now
          scanTo.accept(line, place);
        };
    tools = new PageTools(model, texts, words, "large-do-", Optional.empty(), closing);
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
    getChildren().addAll(bar, frame, tools);
    setOnMouseClicked(_ -> hide());
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    Parts.show(this, false);
    scan.strip().selected().subscribe(_ -> load());
    scan.strip().all().subscribe(this::load);
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

  /** Opens the page that is selected. */
  void open() {
    if (scan.strip().selectedItem().isPresent()) {
      Parts.show(this, true);
      requestFocus();
      load();
    }
  }

  void hide() {
    Parts.show(this, false);
    wanted = Optional.empty();
    view.setImage(null);
    closed.run();
  }

  private void turn(int by) {
    scan.strip()
        .selectedItem()
        .map(item -> scan.strip().all().indexOf(item) + by)
        .filter(to -> to >= 0 && to < scan.strip().all().size())
        .ifPresent(
            to -> scan.strip().selected().set(Optional.of(scan.strip().all().get(to).number())));
  }

  private void load() {
    if (!isOpen()) {
      return;
    }
    Optional<PageItem> selected = scan.strip().selectedItem();
    if (selected.isEmpty()) {
      hide();
      return;
    }
    PageItem item = selected.get();
    caption.setText(
        item.place() == 0
            ? words.name(item)
            : texts.get(
                "pages.caption", item.place(), scan.pages().size(), item.line().required().name()));
    if (item.picture().equals(wanted) && wanted.isPresent()) {
      return;
    }
    wanted = item.picture();
    view.setImage(null);
    if (wanted.isEmpty()) {
      caption.setText(words.about(item));
      return;
    }
    Path picture = wanted.get();
    errands.run(
        () -> PageImage.read(picture, SHARP),
        image -> {
          if (wanted.equals(Optional.of(picture))) {
            view.setImage(image);
          }
        },
        fault -> caption.setText(texts.get("pages.unreadable")));
  }

  private void key(KeyEvent event) {
    tools.key(event);
    if (event.isConsumed()) {
      return;
    }
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
