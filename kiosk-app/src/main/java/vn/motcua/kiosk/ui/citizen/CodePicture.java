package vn.motcua.kiosk.ui.citizen;

import javafx.scene.Group;
import javafx.scene.layout.StackPane;

/**
 * Where the square code is on a card: on the front of those made since 2021 (TT 06/2021/TT-BCA), on
 * the back of those made since July 2024 (TT 16/2024/TT-BCA).
 */
final class CodePicture extends StackPane {
  /** Which side carries the code. */
  enum Side {
    /** With the photograph. */
    FRONT,
    /** With the chip. */
    BACK
  }

  private static final double DOT = 13;
  private static final String[] CODE = {
    "####.##", "#..#..#", "#..#.##", "####.#.", ".#.#.##", "##.#.#.", "#.##.##"
  };

  CodePicture(Side side) {
    getStyleClass().add("card-picture");
    Group picture = new Group(Shapes.box("id-card", 0, 0, 370, 230, 44));
    switch (side) {
      case FRONT ->
          picture
              .getChildren()
              .addAll(
                  Shapes.box("id-card-grey", 28, 70, 84, 112, 18),
                  Shapes.box("id-card-title", 28, 30, 150, 18, 12),
                  Shapes.box("id-card-grey", 132, 150, 160, 14, 12),
                  Shapes.box("id-card-grey", 132, 176, 200, 14, 12));
      case BACK ->
          picture
              .getChildren()
              .addAll(
                  Shapes.box("id-card-grey", 28, 32, 150, 14, 12),
                  Shapes.box("id-card-grey", 28, 58, 120, 14, 12),
                  Shapes.box("chip", 28, 92, 66, 52, 16),
                  Shapes.box("id-card-grey", 28, 174, 312, 12, 8),
                  Shapes.box("id-card-grey", 28, 196, 312, 12, 8));
    }
    picture.getChildren().add(code(222, 24));
    getChildren().add(picture);
  }

  private static Group code(double x, double y) {
    double side = CODE.length * DOT;
    Group code = new Group(Shapes.box("code-ground", x - 10, y - 10, side + 20, side + 20, 16));
    for (int row = 0; row < CODE.length; row++) {
      for (int column = 0; column < CODE[row].length(); column++) {
        if (CODE[row].charAt(column) == '#') {
          code.getChildren()
              .add(Shapes.box("code-dot", x + column * DOT, y + row * DOT, DOT, DOT, 0));
        }
      }
    }
    return code;
  }
}
