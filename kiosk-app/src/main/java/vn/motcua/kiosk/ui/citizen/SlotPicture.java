package vn.motcua.kiosk.ui.citizen;

import javafx.scene.Group;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;

/** A card before a reader's slot, chip first, and which way it goes. */
final class SlotPicture extends StackPane {
  private static final double SLOT_Y = 250;

  SlotPicture(boolean inside) {
    getStyleClass().add("card-picture");
    Group card =
        new Group(
            Shapes.box("id-card", 150, 0, 300, 220, 44),
            Shapes.box("id-card-grey", 186, 36, 150, 16, 12),
            Shapes.box("id-card-grey", 186, 66, 190, 16, 12),
            Shapes.box("chip", 186, 118, 78, 62, 18),
            Shapes.box("id-card-grey", 292, 142, 120, 16, 12));
    card.setTranslateY(inside ? 130 : 0);
    // Below the slot the card is inside the reader, where nobody sees it.
    Group cut = new Group(card);
    cut.setClip(new Rectangle(0, -20, 600, SLOT_Y + 20));
    Group picture =
        new Group(
            Shapes.box("device", 0, 200, 600, 190, 60),
            Shapes.box("device-face", 30, 226, 540, 138, 40),
            Shapes.box("device", 110, SLOT_Y - 10, 380, 20, 20),
            cut);
    if (!inside) {
      picture
          .getChildren()
          .addAll(Shapes.arrow(300, 284, 300, 328), Shapes.arrow(280, 310, 300, 330, 320, 310));
    }
    getChildren().add(picture);
  }
}
