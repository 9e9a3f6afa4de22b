package vn.motcua.kiosk.ui.citizen;

import java.util.function.DoubleSupplier;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/**
 * Between head and bar: the page from top to bottom, or pushed down ("Hạ thấp") to where somebody
 * in a wheelchair reaches it. It is pushed only as far as it can spare: notes, captions and buttons
 * stay whole, and the page keeps a part to be read in.
 */
final class LowerPart extends Region {
  /** How far it is pushed where there is room, of the height of the screen. */
  private static final double PUSHED = 0.33;

  /**
   * What the page itself keeps at least to be read in, in logical pixels. Upright there is twice as
   * much; a wide screen is low by itself, and nobody shall have to scroll because of this.
   */
  private static final double KEPT = 690;

  private final Region page;
  private final boolean whole;
  private final DoubleSupplier screen;

  /**
   * @param page what scrolls, with what stays below it; its least height leaves nothing to scroll
   *     in
   * @param whole whether all of it must stay in sight
   * @param screen height of the whole screen in logical pixels; 0 where it is not lowered
   */
  LowerPart(Region page, boolean whole, DoubleSupplier screen) {
    this.page = page;
    this.whole = whole;
    this.screen = screen;
    getChildren().add(page);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinHeight(double width) {
    return page.minHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    return page.prefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double high = screen.getAsDouble();
    double needed = page.prefHeight(width);
    if (!whole) {
      needed = Math.min(needed, page.minHeight(width) + KEPT);
    }
    double top = Math.floor(Math.clamp(getHeight() - needed, 0, high * PUSHED));
    page.resizeRelocate(0, top, width, getHeight() - top);
  }
}
