package vn.motcua.kiosk.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * Content that fills the room there is, and scrolls when it needs more: by dragging, or with a
 * button that says so, because not everybody knows that a screen can be dragged.
 */
public final class ScrollBody extends StackPane {
  private static final double PAGE = 0.8;

  private final ScrollPane pane;
  private final Region content;
  private final Button more;

  /**
   * @param moreWords what the button says
   */
  public ScrollBody(Region content, String moreWords) {
    this.content = content;
    pane = new ScrollPane(content);
    pane.setFitToWidth(true);
    pane.setFitToHeight(true);
    pane.setPannable(true);
    pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    pane.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    pane.setFocusTraversable(false);
    more = Buttons.icon(Icon.DOWN, Buttons.secondary("more", moreWords, this::page));
    more.getStyleClass().add("more");
    more.setMaxWidth(Region.USE_PREF_SIZE);
    more.setFocusTraversable(false);
    more.setVisible(false);
    setAlignment(more, Pos.BOTTOM_CENTER);
    getStyleClass().add("scroll-body");
    getChildren().addAll(pane, more);
    pane.vvalueProperty().subscribe(this::show);
    pane.viewportBoundsProperty().subscribe(this::show);
    content.heightProperty().subscribe(this::show);
  }

  private double hidden() {
    return content.getHeight() - pane.getViewportBounds().getHeight();
  }

  private void show() {
    double hidden = hidden();
    more.setVisible(hidden > 4 && pane.getVvalue() < 1 - 4 / Math.max(hidden, 5));
  }

  private void page() {
    double hidden = hidden();
    if (hidden > 0) {
      double step = pane.getViewportBounds().getHeight() * PAGE / hidden;
      pane.setVvalue(Math.min(1, pane.getVvalue() + step));
    }
  }
}
