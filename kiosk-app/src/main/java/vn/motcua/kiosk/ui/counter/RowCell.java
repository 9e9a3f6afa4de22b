package vn.motcua.kiosk.ui.counter;

import javafx.scene.Node;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/** A line of a list: as wide as the list, and as high as its words are at that width. */
abstract class RowCell<T> extends ListCell<T> {
  /** Room for the bar at the right. */
  private static final double BAR = 16;

  abstract Node row(T item);

  @Override
  protected void updateItem(@Nullable T item, boolean empty) {
    super.updateItem(item, empty);
    setText(null);
    setGraphic(empty || item == null ? null : row(item));
    // The cell must not be wider than the list, or names would run out of sight.
    setPrefWidth(0);
  }

  @Override
  protected double computePrefHeight(double width) {
    Node row = getGraphic();
    if (row == null || getListView() == null || getListView().getWidth() < 50) {
      return super.computePrefHeight(width);
    }
    double rim = snappedLeftInset() + snappedRightInset();
    double room = getListView().getWidth() - rim - BAR;
    return snappedTopInset() + snapSizeY(row.prefHeight(room)) + snappedBottomInset();
  }
}
