package vn.motcua.kiosk.ui.counter;

import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polygon;
import vn.motcua.scanner.paper.camera.FoundSheet;
import vn.motcua.scanner.paper.camera.Picture;
import vn.motcua.scanner.paper.camera.Point;
import vn.motcua.scanner.paper.camera.Preview;

/** A frame of the camera with the sheet's edges drawn in, or a page, as large as there is room. */
final class CameraView extends Region {
  private final ImageView image = new ImageView();
  private final Polygon edges = new Polygon();
  private Optional<FoundSheet> sheet = Optional.empty();
  private Optional<WritableImage> frame = Optional.empty();
  private byte[] rgb = new byte[0];

  CameraView() {
    setId("camera-view");
    getStyleClass().add("camera-view");
    edges.getStyleClass().add("sheet-edges");
    edges.setMouseTransparent(true);
    edges.setFill(null); // never over the page, whatever the style sheet says
    image.setPreserveRatio(true);
    image.setSmooth(true);
    setMinSize(320, 200);
    getChildren().addAll(image, edges);
  }

  /** Shows a frame. */
  void preview(Preview preview) {
    Picture picture = preview.picture();
    WritableImage target =
        frame
            .filter(old -> old.getWidth() == picture.width() && old.getHeight() == picture.height())
            .orElseGet(() -> new WritableImage(picture.width(), picture.height()));
    frame = Optional.of(target);
    target
        .getPixelWriter()
        .setPixels(
            0,
            0,
            picture.width(),
            picture.height(),
            PixelFormat.getByteRgbInstance(),
            swapped(picture),
            0,
            picture.width() * 3);
    image.setImage(target);
    sheet = preview.sheet();
    requestLayout();
  }

  private byte[] swapped(Picture picture) {
    byte[] bgr = picture.bgr();
    if (rgb.length != bgr.length) {
      rgb = new byte[bgr.length];
    }
    for (int i = 0; i < bgr.length; i += 3) {
      rgb[i] = bgr[i + 2];
      rgb[i + 1] = bgr[i + 1];
      rgb[i + 2] = bgr[i];
    }
    return rgb;
  }

  /** Shows a page. */
  void page(Image page) {
    image.setImage(page);
    sheet = Optional.empty();
    requestLayout();
  }

  /** Shows nothing. */
  void dark() {
    image.setImage(null);
    sheet = Optional.empty();
    requestLayout();
  }

  @Override
  protected double computePrefHeight(double width) {
    return 360;
  }

  @Override
  protected void layoutChildren() {
    edges.getPoints().clear();
    Image shown = image.getImage();
    if (shown == null) {
      return;
    }
    double scale = Math.min(getWidth() / shown.getWidth(), getHeight() / shown.getHeight());
    double left = (getWidth() - shown.getWidth() * scale) / 2;
    double top = (getHeight() - shown.getHeight() * scale) / 2;
    image.setFitWidth(shown.getWidth() * scale);
    image.setFitHeight(shown.getHeight() * scale);
    image.relocate(left, top);
    sheet.ifPresent(found -> {
      for (Point corner : found.corners().corners()) {
        // A corner outside the picture is drawn on its edge.
        double x = Math.clamp(corner.x(), 0, shown.getWidth());
        double y = Math.clamp(corner.y(), 0, shown.getHeight());
        edges.getPoints().addAll(left + x * scale, top + y * scale);
      }
    });
  }
}
