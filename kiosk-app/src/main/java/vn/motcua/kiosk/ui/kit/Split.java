package vn.motcua.kiosk.ui.kit;

import java.util.Arrays;
import java.util.function.DoublePredicate;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/**
 * Two or more parts side by side where there is room for it, one under the other where there is
 * not. Room is measured in letters, so that large letters stack what small ones set side by side.
 */
public final class Split extends Region {
  private final double gap;
  private final double[] shares;
  private final DoublePredicate sideBySide;
  private boolean stretch = true;

  /**
   * @param gap between the parts, in logical pixels
   * @param sideBySide whether a width is enough to stand side by side
   * @param shares how the width is shared, one number a part
   * @param parts the parts, as many as shares
   */
  public Split(double gap, DoublePredicate sideBySide, double[] shares, Region... parts) {
    if (shares.length != parts.length || parts.length == 0) {
      throw new IllegalArgumentException("one share a part");
    }
    this.gap = gap;
    this.sideBySide = sideBySide;
    this.shares = shares.clone();
    getChildren().addAll(parts);
    getStyleClass().add("split");
  }

  /** Equal shares, side by side from {@code enough} logical pixels on. */
  public static Split even(double gap, double enough, Region... parts) {
    double[] shares = new double[parts.length];
    Arrays.fill(shares, 1);
    return new Split(gap, width -> width >= enough, shares, parts);
  }

  /** Lets the parts keep their own height instead of all being as high as the highest. */
  public Split ragged() {
    stretch = false;
    return this;
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  private Region part(int i) {
    return (Region) getChildren().get(i);
  }

  private double heightOf(int i, double width) {
    return Math.max(part(i).minHeight(width), part(i).prefHeight(width));
  }

  private double inner(double width) {
    return width - snappedLeftInset() - snappedRightInset();
  }

  private double share(double inner, int i) {
    double sum = 0;
    for (double share : shares) {
      sum += share;
    }
    return Math.floor((inner - gap * (shares.length - 1)) * shares[i] / sum);
  }

  @Override
  protected double computePrefWidth(double height) {
    double width = gap * (shares.length - 1);
    for (int i = 0; i < shares.length; i++) {
      width += part(i).prefWidth(-1);
    }
    return width + snappedLeftInset() + snappedRightInset();
  }

  @Override
  protected double computeMinWidth(double height) {
    double width = 0;
    for (int i = 0; i < shares.length; i++) {
      width = Math.max(width, part(i).minWidth(-1));
    }
    return width + snappedLeftInset() + snappedRightInset();
  }

  @Override
  protected double computePrefHeight(double width) {
    double usable = inner(width < 0 ? prefWidth(-1) : width);
    double height = 0;
    if (sideBySide.test(usable)) {
      for (int i = 0; i < shares.length; i++) {
        height = Math.max(height, heightOf(i, share(usable, i)));
      }
    } else {
      height = gap * (shares.length - 1);
      for (int i = 0; i < shares.length; i++) {
        height += heightOf(i, usable);
      }
    }
    return Math.ceil(height) + snappedTopInset() + snappedBottomInset();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computeMaxHeight(double width) {
    return Double.MAX_VALUE;
  }

  @Override
  protected void layoutChildren() {
    double usable = inner(getWidth());
    double x = snappedLeftInset();
    double y = snappedTopInset();
    double height = getHeight() - snappedTopInset() - snappedBottomInset();
    boolean beside = sideBySide.test(usable);
    double spare = beside ? 0 : Math.max(0, height - naturalHeight(usable)) / shares.length;
    for (int i = 0; i < shares.length; i++) {
      Region part = part(i);
      if (beside) {
        double width = share(usable, i);
        part.resizeRelocate(x, y, width, stretch ? height : heightOf(i, width));
        x += width + gap;
      } else {
        double own = heightOf(i, usable) + (stretch ? spare : 0);
        part.resizeRelocate(x, y, usable, own);
        y += own + gap;
      }
    }
  }

  private double naturalHeight(double usable) {
    double height = gap * (shares.length - 1);
    for (int i = 0; i < shares.length; i++) {
      height += heightOf(i, usable);
    }
    return height;
  }
}
