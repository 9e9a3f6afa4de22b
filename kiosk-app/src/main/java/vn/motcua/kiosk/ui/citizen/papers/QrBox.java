package vn.motcua.kiosk.ui.citizen.papers;

import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import vn.motcua.kiosk.ui.kit.QrPicture;

/** A QR on white, as large as there is room for, in whole pixels a module. */
final class QrBox extends StackPane {
  /** Fewer pixels a module are hard for a phone at arm's length. */
  private static final int LEAST_MODULE = 4;

  QrBox(String id, String text, int most) {
    Image one = QrPicture.of(text, 1);
    int module = Math.max(LEAST_MODULE, (int) (most / one.getWidth()));
    ImageView picture = new ImageView(QrPicture.of(text, module));
    picture.setSmooth(false);
    picture.setId(id);
    getStyleClass().add("qr-box");
    getChildren().add(picture);
  }
}
