package vn.motcua.kiosk.ui.kit;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/**
 * Content that fills the room there is, and scrolls when it needs more: by dragging, or with a
 * button that says so, because not everybody knows that a screen can be dragged. The button stands
 * below the content and covers nothing; at the end it leads back to the top.
 */
public final class ScrollBody extends Region {
  private static final double PAGE = 0.8;
  private static final double GAP = 10;

  private final ScrollPane pane;
  private final Region content;
  private final Button more;
  private final String moreWords;
  private final String topWords;
  private boolean labelledEnd;

  /**
   * @param moreWords what the button says
   * @param topWords what it says at the end
   */
  public ScrollBody(Region content, String moreWords, String topWords) {
    this.content = content;
    this.moreWords = moreWords;
    this.topWords = topWords;
    pane = new ScrollPane(content);
    pane.setFitToWidth(true);
    pane.setFitToHeight(true);
    pane.setPannable(true);
    pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    pane.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    pane.setFocusTraversable(false);
    // The skin keeps a picture of all that can be seen, several megabytes for each page shown.
    pane.skinProperty().subscribe(_ -> uncached());
    more = Buttons.icon(Icon.DOWN, Buttons.secondary("more", moreWords, this::page));
    more.getStyleClass().add("more");
    more.setVisible(false);
    getStyleClass().add("scroll-body");
    getChildren().addAll(pane, more);
    pane.vvalueProperty().subscribe(this::label);
    pane.viewportBoundsProperty().subscribe(this::label);
    content.heightProperty().subscribe(this::requestLayout);
  }

  private void uncached() {
    Node viewport = pane.lookup(".viewport");
    if (viewport != null) {
      viewport.setCache(false);
    }
  }

  private double hidden() {
    return content.getHeight() - pane.getViewportBounds().getHeight();
  }

  private boolean atEnd() {
    double hidden = hidden();
    return hidden <= 4 || pane.getVvalue() >= 1 - 4 / hidden;
  }

  private void label() {
    boolean end = atEnd();
    // Only when it changes: a new icon asks for another layout, and this is called by each.
    if (end != labelledEnd || more.getGraphic() == null) {
      labelledEnd = end;
      more.setText(end ? topWords : moreWords);
      Buttons.icon(end ? Icon.UP : Icon.DOWN, more);
    }
  }

  private void page() {
    double hidden = hidden();
    if (atEnd()) {
      pane.setVvalue(0);
    } else {
      double step = pane.getViewportBounds().getHeight() * PAGE / hidden;
      pane.setVvalue(Math.min(1, pane.getVvalue() + step));
    }
  }

  @Override
  protected double computePrefWidth(double height) {
    return pane.prefWidth(height);
  }

  @Override
  protected double computePrefHeight(double width) {
    return pane.prefHeight(width);
  }

  @Override
  protected double computeMinHeight(double width) {
    return 0;
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    // Whether it is needed depends on the whole room only, so that showing it changes nothing.
    boolean needed = content.minHeight(width) > height + 1;
    more.setVisible(needed);
    double strip = needed ? more.prefHeight(-1) + GAP : 0;
    pane.resizeRelocate(0, 0, width, Math.max(0, height - strip));
    if (needed) {
      double own = Math.min(width, more.prefWidth(-1));
      more.resizeRelocate((width - own) / 2, height - strip + GAP, own, strip - GAP);
    }
    label();
  }
}
