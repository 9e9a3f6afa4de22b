package vn.motcua.kiosk.ui.counter;

import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.desk.PagePlace;
import vn.motcua.kiosk.ui.kit.Errands;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.Texts;

/**
 * The pages that are safe on disk, small, in their order, with those that were taken out; behind
 * them the way to scan more, under them what can be done with the selected one. Only the pages that
 * are in sight have a cell and a picture.
 */
final class PagesPane extends VBox {
  /** What a page takes of the strip, in pixels. */
  private static final double CELL = 124;

  private final ScanModel scan;
  private final Texts texts;
  private final Thumbnails thumbnails;
  private final ListView<PageItem> strip = new ListView<>();
  private final PageTools tools;
  private final Button more;
  private int before;

  /**
   * @param enlarge opens the selected page
   * @param scanNext scans the next paper that lacks pages
   * @param scanTo scans for a paper, to a place of the pile
   */
  PagesPane(
      ReceiveModel model,
      Texts texts,
      PageWords words,
      Errands errands,
      Runnable enlarge,
      Runnable scanNext,
      BiConsumer<PaperLine, PagePlace> scanTo) {
    this.scan = model.scan();
    this.texts = texts;
    this.thumbnails = new Thumbnails(errands);
    setSpacing(6);
    tools = new PageTools(model, texts, words, "page-do-", Optional.of(enlarge), scanTo);
    strip.setId("page-strip");
    strip.getStyleClass().add("page-strip");
    strip.setOrientation(Orientation.HORIZONTAL);
    strip.setFixedCellSize(CELL);
    strip.setCellFactory(_ -> new PageCell(thumbnails, texts, words));
    strip.setItems(scan.strip().all());
    strip.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    strip.addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        click -> {
          if (click.getClickCount() == 2 && scan.strip().selectedItem().isPresent()) {
            enlarge.run();
          }
        });
    more = more(scanNext);
    HBox row = new HBox(10, strip, more);
    HBox.setHgrow(strip, Priority.ALWAYS);
    getChildren().addAll(row, tools);
    strip
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(item -> {
          if (item != null) {
            scan.strip().selected().set(Optional.of(item.number()));
          }
        });
    scan.strip().selected().subscribe(_ -> select());
    scan.strip().all().subscribe(this::follow);
  }

  private Button more(Runnable scanNext) {
    Button button = new Button(texts.get("pages.scan"), Icon.SCAN.node());
    button.setId("scan-next");
    button.getStyleClass().setAll("page-thumb", "add");
    button.setContentDisplay(ContentDisplay.TOP);
    button.setWrapText(true);
    button.setOnAction(_ -> scanNext.run());
    scan.running()
        .subscribe(running -> {
          button.setDisable(running.isPresent());
          button.setText(texts.get(running.isPresent() ? "pages.scanning" : "pages.scan"));
        });
    return button;
  }

  /** Pages came, went or moved. */
  private void follow() {
    int now = scan.strip().all().size();
    Parts.show(strip, now > 0);
    if (now == 0) {
      thumbnails.clear();
    }
    select();
    if (now > before && scan.strip().selected().get().isEmpty()) {
      Platform.runLater(this::showNewest);
    }
    before = now;
  }

  /** The list knows of a new page only when it was laid out; before, it scrolls to the last but. */
  private void showNewest() {
    int last = strip.getItems().size() - 1;
    if (getScene() != null && last >= 0 && scan.strip().selected().get().isEmpty()) {
      strip.applyCss();
      getScene().getRoot().layout();
      strip.scrollTo(last);
    }
  }

  /** The strip shows what the model says; a page that moved stays selected. */
  private void select() {
    Optional<PageItem> item = scan.strip().selectedItem();
    if (item.isEmpty()) {
      strip.getSelectionModel().clearSelection();
      return;
    }
    int at = scan.strip().all().indexOf(item.get());
    if (strip.getSelectionModel().getSelectedIndex() != at) {
      strip.getSelectionModel().clearAndSelect(at);
      strip.getFocusModel().focus(at);
      strip.scrollTo(Math.max(0, at - 1));
    }
  }

  /** The keys go to the strip. */
  void focus() {
    strip.requestFocus();
  }

  /** Takes a question back, or gives the selection up; says whether there was one. */
  boolean escape() {
    if (tools.quiet()) {
      return true;
    }
    boolean was = scan.strip().selected().get().isPresent();
    scan.strip().selected().set(Optional.empty());
    return was;
  }

  private void key(KeyEvent event) {
    tools.key(event);
    // Space and letters of the list's own would select other pages.
    if (!event.isConsumed() && event.getCode() == KeyCode.SPACE && !event.isControlDown()) {
      event.consume();
    }
  }
}
