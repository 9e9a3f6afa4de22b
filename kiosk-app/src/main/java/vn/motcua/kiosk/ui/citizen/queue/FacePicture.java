package vn.motcua.kiosk.ui.citizen.queue;

import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.Circle;
import javafx.scene.shape.QuadCurve;
import vn.motcua.kiosk.dossier.Rating;

/** A face whose mouth says how it was; words beside it say the same. */
final class FacePicture {
  private static final double RADIUS = 44;
  private static final double EYE = 5;
  private static final double MOUTH = 22;

  private FacePicture() {}

  static Node of(Rating.Face face) {
    Circle head = new Circle(RADIUS);
    head.getStyleClass().add("face-head");
    double bend = (face.points() - 3) * 15;
    double level = 16 - bend / 4;
    QuadCurve mouth = new QuadCurve(-MOUTH, level, 0, level + bend, MOUTH, level);
    mouth.getStyleClass().add("face-line");
    return new Group(head, eye(-15), eye(15), mouth);
  }

  private static Circle eye(double x) {
    Circle eye = new Circle(x, -12, EYE);
    eye.getStyleClass().add("face-eye");
    return eye;
  }
}
