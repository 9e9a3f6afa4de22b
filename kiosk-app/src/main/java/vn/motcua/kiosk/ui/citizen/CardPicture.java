package vn.motcua.kiosk.ui.citizen;

import javafx.scene.Group;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.StrokeLineCap;

/** A card above a reader, and which way it goes. Drawn, coloured by the style sheet. */
final class CardPicture extends StackPane {
  CardPicture(boolean onReader) {
    getStyleClass().add("card-picture");
    double down = onReader ? 70 : 0;
    Group picture = new Group();
    picture
        .getChildren()
        .addAll(
            Shapes.box("device", 0, 150, 600, 220, 60),
            Shapes.box("device-face", 30, 180, 540, 160, 40));
    for (int i = 0; i < 3; i++) {
      Arc wave = new Arc(300, 330, 30 + i * 34, 24 + i * 28, 40, 100);
      wave.setType(ArcType.OPEN);
      wave.setStrokeLineCap(StrokeLineCap.ROUND);
      wave.getStyleClass().add("wave");
      picture.getChildren().add(wave);
    }
    Group card = new Group();
    card.getChildren()
        .addAll(
            Shapes.box("id-card", 115, 0, 370, 220, 44),
            Shapes.box("id-card-grey", 148, 40, 92, 116, 20),
            Shapes.box("id-card-title", 264, 44, 184, 20, 14),
            Shapes.box("id-card-grey", 264, 82, 150, 14, 12),
            Shapes.box("id-card-grey", 264, 110, 170, 14, 12),
            Shapes.box("id-card-grey", 148, 178, 300, 16, 14));
    card.setTranslateY(down);
    picture.getChildren().add(card);
    if (!onReader) {
      picture
          .getChildren()
          .addAll(Shapes.arrow(300, 240, 300, 284), Shapes.arrow(280, 266, 300, 286, 320, 266));
    }
    getChildren().add(picture);
  }
}
