package vn.motcua.kiosk.ui.citizen;

import javafx.scene.Node;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/** What the pictures of the terminal are drawn with; colours come from the style sheet. */
final class Shapes {
  private Shapes() {}

  static Node box(String styleClass, double x, double y, double width, double height, double arc) {
    Rectangle box = new Rectangle(x, y, width, height);
    box.setArcWidth(arc);
    box.setArcHeight(arc);
    box.getStyleClass().add(styleClass);
    return box;
  }

  static Node arrow(double... points) {
    Polyline line = new Polyline(points);
    line.setStrokeLineCap(StrokeLineCap.ROUND);
    line.setStrokeLineJoin(StrokeLineJoin.ROUND);
    line.getStyleClass().add("arrow");
    return line;
  }
}
