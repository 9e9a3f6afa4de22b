package vn.motcua.kiosk.ui.counter;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vn.motcua.kiosk.ui.kit.Icon;
import vn.motcua.kiosk.ui.kit.Texts;
import vn.motcua.kiosk.ui.kit.Words;

/** One page of the strip: small, with its number, its paper, and what is special about it. */
final class PageCell extends ListCell<PageItem> {
  /** How high a page is drawn at most. */
  private static final int HEIGHT = 96;

  private final Thumbnails thumbnails;
  private final Texts texts;
  private final PageWords words;
  private final ImageView view = new ImageView();
  private final StackPane frame = new StackPane();
  private final Label name = Words.of("", "page-name");
  private final Label paper = Words.of("", "page-paper");
  private final Tooltip about = new Tooltip();
  private final VBox box = new VBox(1, frame, name, paper);

  PageCell(Thumbnails thumbnails, Texts texts, PageWords words) {
    this.thumbnails = thumbnails;
    this.texts = texts;
    this.words = words;
    view.setFitWidth(104);
    view.setFitHeight(HEIGHT);
    view.setPreserveRatio(true);
    view.setSmooth(true);
    frame.setMinHeight(HEIGHT + 2);
    frame.setPrefHeight(HEIGHT + 2);
    frame.setMaxHeight(HEIGHT + 2);
    name.setWrapText(false);
    paper.setWrapText(false);
    box.setAlignment(Pos.TOP_CENTER);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    getStyleClass().add("page-cell");
  }

  @Override
  protected void updateItem(PageItem item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      setGraphic(null);
      setId(null);
      setAccessibleText(null);
      setTooltip(null);
      view.setImage(null);
      return;
    }
    box.setId(id(item));
    box.getStyleClass().setAll("page-thumb");
    if (item.place() == 0) {
      box.getStyleClass().add("removed");
    } else if (item.page().isLost()) {
      box.getStyleClass().add("lost");
    } else if (item.looksBlank()) {
      box.getStyleClass().add("doubted");
    }
    name.setText(words.name(item));
    paper.setText(second(item));
    setAccessibleText(words.about(item));
    about.setText(words.about(item)); // the name of a paper is longer than a page is wide
    setTooltip(about);
    picture(item);
    setGraphic(box);
  }

  /** {@code page-3} for the third page that counts, {@code removed-7} for number 7 of the pile. */
  private static String id(PageItem item) {
    return item.place() == 0 ? "removed-" + item.number() : "page-" + item.place();
  }

  /** The most important thing that is to be said beside the number. */
  private String second(PageItem item) {
    if (item.page().removal().isPresent()) {
      return texts.get("reason." + item.page().removal().get().reason());
    }
    if (item.page().isLost()) {
      return texts.get("page.lost");
    }
    if (item.looksBlank()) {
      return texts.get("page.blank.short");
    }
    return item.page().twin().isPresent() ? texts.get("page.note.short") : words.paper(item);
  }

  private void picture(PageItem item) {
    if (item.picture().isEmpty()) {
      frame.getChildren().setAll(Icon.WARNING.node());
      return;
    }
    frame.getChildren().setAll(view);
    view.setImage(null);
    int number = item.number();
    thumbnails.ask(
        item.picture().get(), () -> getItem() != null && getItem().number() == number, this::draw);
  }

  private void draw(Optional<Image> image) {
    image.ifPresent(view::setImage);
    if (image.isEmpty()) {
      Node said = Words.of(texts.get("pages.unreadable.short"), "note", "soft");
      frame.getChildren().setAll(said);
    }
  }
}
