package vn.motcua.kiosk.ui.counter;

import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.ui.kit.Errands;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.PageImage;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Words;

/** The pages that are safe on disk, small, in their order; behind them the way to scan more. */
final class PagesPane extends VBox {
  private static final int THUMB = 100;
  private final ReceiveModel model;
  private final Texts texts;
  private final Errands errands;
  private final IntConsumer enlarge;
  private final HBox strip = new HBox(10);
  private final ScrollPane scroll = new ScrollPane(strip);
  private final Button more;

  /**
   * @param enlarge opens the page with that index
   * @param scanNext scans the next paper that lacks pages
   */
  PagesPane(
      ReceiveModel model, Texts texts, Errands errands, IntConsumer enlarge, Runnable scanNext) {
    this.model = model;
    this.texts = texts;
    this.errands = errands;
    this.enlarge = enlarge;
    setSpacing(6);
    scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.AS_NEEDED);
    scroll.setMinHeight(166);
    scroll.setPrefHeight(166);
    more = new Button(texts.get("pages.scan"), Icon.SCAN.node());
    more.setId("scan-next");
    more.getStyleClass().setAll("page-thumb", "add");
    more.setContentDisplay(ContentDisplay.TOP);
    more.setWrapText(true);
    more.setOnAction(_ -> scanNext.run());
    model
        .scan()
        .running()
        .subscribe(running -> {
          more.setDisable(running.isPresent());
          more.setText(texts.get(running.isPresent() ? "pages.scanning" : "pages.scan"));
        });
    strip.getChildren().add(more);
    getChildren().add(scroll);
    model.scan().pages().subscribe(this::follow);
  }

  private void follow() {
    int shown = strip.getChildren().size() - 1;
    int there = model.scan().pages().size();
    if (there < shown) {
      strip.getChildren().setAll(more);
      shown = 0;
    }
    for (int i = shown; i < there; i++) {
      strip.getChildren().add(i, thumb(i));
    }
    scroll.layout();
    scroll.setHvalue(1);
  }

  private Node thumb(int index) {
    PageItem page = model.scan().pages().get(index);
    ImageView view = new ImageView();
    view.setFitWidth(THUMB);
    view.setFitHeight(112);
    view.setPreserveRatio(true);
    view.setSmooth(true);
    StackPane frame = new StackPane(view);
    frame.setMinHeight(114);
    Button button = new Button(texts.get("pages.number", page.number()), frame);
    button.setId("page-" + page.number());
    button.getStyleClass().setAll("page-thumb");
    button.setContentDisplay(ContentDisplay.TOP);
    button.setOnAction(_ -> enlarge.accept(index));
    errands.run(
        () -> PageImage.read(page.picture(), THUMB * 2),
        view::setImage,
        fault ->
            frame.getChildren().setAll(Words.of(texts.get("pages.unreadable"), "note", "soft")));
    return button;
  }
}
