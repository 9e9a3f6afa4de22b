package vn.motcua.kiosk.ui.kit;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/** A heading with something small at its right, which goes under it when the room gets short. */
public final class HeadRow extends Region {
  private static final double GAP = 16;

  /** The heading keeps at least this part of the width, else the small thing goes under it. */
  private static final double HEAD_PART = 0.5;

  private final Region head;
  private final Region side;

  public HeadRow(Region head, Region side) {
    this.head = head;
    this.side = side;
    getChildren().addAll(head, side);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  private boolean beside(double width) {
    return width - side.prefWidth(-1) - GAP >= width * HEAD_PART;
  }

  private double headWidth(double width) {
    return beside(width) ? width - side.prefWidth(-1) - GAP : width;
  }

  @Override
  protected double computePrefWidth(double height) {
    return head.prefWidth(-1) + GAP + side.prefWidth(-1);
  }

  @Override
  protected double computeMinWidth(double height) {
    return Math.max(head.minWidth(-1), side.minWidth(-1));
  }

  @Override
  protected double computePrefHeight(double width) {
    double own = width < 0 ? prefWidth(-1) : width;
    double headHeight = head.prefHeight(headWidth(own));
    double sideHeight = side.prefHeight(Math.min(own, side.prefWidth(-1)));
    return beside(own) ? Math.max(headHeight, sideHeight) : headHeight + GAP + sideHeight;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double sideWidth = Math.min(width, side.prefWidth(-1));
    double sideHeight = side.prefHeight(sideWidth);
    double headHeight = head.prefHeight(headWidth(width));
    head.resizeRelocate(0, 0, headWidth(width), headHeight);
    if (beside(width)) {
      side.resizeRelocate(width - sideWidth, 0, sideWidth, sideHeight);
    } else {
      side.resizeRelocate(0, headHeight + GAP, sideWidth, sideHeight);
    }
  }
}
