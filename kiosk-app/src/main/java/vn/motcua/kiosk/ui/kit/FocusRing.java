package vn.motcua.kiosk.ui.kit;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * A thick ring around what the keyboard is on, dark outside and bright inside: on whatever ground
 * it stands, one of the two can be seen. It lies over everything and takes no room, so that nothing
 * moves when it comes.
 */
final class FocusRing extends Region {
  /** Width of both lines together, in logical pixels. */
  static final double THICK = 12;

  FocusRing() {
    getStyleClass().add("focus-ring");
    setManaged(false);
    setMouseTransparent(true);
    setVisible(false);
  }

  /** Stands around {@code node}; null: nowhere. Asked for after every layout. */
  void around(@Nullable Node node) {
    boolean shown = node != null && node.getScene() != null && getParent() != null;
    setVisible(shown);
    if (!shown || node == null) {
      return;
    }
    Bounds place = getParent().sceneToLocal(node.localToScene(node.getLayoutBounds()));
    double x = Math.max(0, place.getMinX() - THICK / 2);
    double y = Math.max(0, place.getMinY() - THICK / 2);
    Bounds whole = getParent().getLayoutBounds();
    double width = Math.min(whole.getWidth(), place.getMaxX() + THICK / 2) - x;
    double height = Math.min(whole.getHeight(), place.getMaxY() + THICK / 2) - y;
    if (x != getLayoutX() || y != getLayoutY() || width != getWidth() || height != getHeight()) {
      resizeRelocate(x, y, width, height);
    }
  }
}
