package vn.motcua.kiosk.ui.kit;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/**
 * The root of a window. It lays its content out as if the shorter side of the window had a fixed
 * length and scales the picture to the real one, so that one design fits a terminal of 1080×1920, a
 * 4K screen and a small window on a developer's desk.
 */
public final class Viewport extends Region {
  private final Region content;
  private final double shortSide;
  private final boolean mayGrow;
  private final Scale scale = new Scale(1, 1, 0, 0);
  private final ReadOnlyDoubleWrapper logicalWidth = new ReadOnlyDoubleWrapper();
  private final ReadOnlyDoubleWrapper logicalHeight = new ReadOnlyDoubleWrapper();

  /**
   * @param content what is shown
   * @param shortSide logical length of the shorter side
   * @param mayGrow whether a larger window makes everything larger; else it gives more room
   */
  public Viewport(Region content, double shortSide, boolean mayGrow) {
    this.content = content;
    this.shortSide = shortSide;
    this.mayGrow = mayGrow;
    content.setManaged(false);
    content.getTransforms().add(scale);
    getStyleClass().add("window");
    getChildren().add(content);
  }

  /** Width to lay out for. */
  public ReadOnlyDoubleProperty logicalWidth() {
    return logicalWidth.getReadOnlyProperty();
  }

  /** Height to lay out for. */
  public ReadOnlyDoubleProperty logicalHeight() {
    return logicalHeight.getReadOnlyProperty();
  }

  /** Whether the window is wider than high. */
  public BooleanBinding landscape() {
    return Bindings.greaterThan(logicalWidth, logicalHeight);
  }

  /** What is shown. */
  public Parent content() {
    return content;
  }

  /** Lays {@code node}, which takes no room, over the content. */
  void over(Region node) {
    getChildren().add(node);
  }

  @Override
  protected double computePrefWidth(double height) {
    return shortSide;
  }

  @Override
  protected double computePrefHeight(double width) {
    return shortSide;
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    if (width <= 0 || height <= 0) {
      return;
    }
    double fit = Math.min(width, height) / shortSide;
    double factor = mayGrow ? fit : Math.min(1, fit);
    scale.setX(factor);
    scale.setY(factor);
    logicalWidth.set((double) Math.round(width / factor));
    logicalHeight.set((double) Math.round(height / factor));
    content.resizeRelocate(0, 0, logicalWidth.get(), logicalHeight.get());
  }
}
