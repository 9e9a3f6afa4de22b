package vn.motcua.kiosk.ui.citizen.papers;

import java.nio.file.Path;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;

/** A picture of the centre's own, as large as there is room for. */
final class SlidePicture extends Region {
  private static final double LEAST = 220;

  private final ImageView view = new ImageView();

  SlidePicture(Path file) {
    // Loaded beside the screen's thread; a picture that is none stays empty, its caption does not.
    view.setImage(new Image(file.toUri().toString(), MOST_SIDE, MOST_SIDE, true, true, true));
    view.setPreserveRatio(true);
    view.setId("slide-picture");
    getChildren().add(view);
    setMinSize(LEAST, LEAST);
    setPrefSize(LEAST, LEAST);
    setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
  }

  private static final double MOST_SIDE = 1600;

  @Override
  protected void layoutChildren() {
    view.setFitWidth(getWidth());
    view.setFitHeight(getHeight());
    layoutInArea(view, 0, 0, getWidth(), getHeight(), 0, HPos.CENTER, VPos.CENTER);
  }
}
