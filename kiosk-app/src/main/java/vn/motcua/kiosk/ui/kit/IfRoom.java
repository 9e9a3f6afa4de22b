package vn.motcua.kiosk.ui.kit;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/**
 * Takes what is left over in a column and shows something there if it has room as a whole; else it
 * shows nothing and makes nobody scroll. For explanations that a page can do without.
 */
public final class IfRoom extends Region {
  private final Region inside;

  /**
   * @param inside fills the room where it is shown
   */
  public IfRoom(Region inside) {
    this.inside = inside;
    getChildren().add(inside);
    Boxes.grow(this);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinHeight(double width) {
    return 0;
  }

  @Override
  protected double computePrefHeight(double width) {
    return 0;
  }

  @Override
  protected double computePrefWidth(double height) {
    return inside.prefWidth(height);
  }

  @Override
  protected void layoutChildren() {
    double needed = Math.max(inside.minHeight(getWidth()), inside.prefHeight(getWidth()));
    inside.setVisible(needed <= getHeight());
    inside.resizeRelocate(0, 0, getWidth(), Math.max(needed, getHeight()));
  }
}
