package vn.motcua.kiosk.ui.kit;

import com.google.zxing.common.BitMatrix;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import vn.motcua.kiosk.forms.LegibleQr;

/** A QR code for the screen: whole pixels a module, its quiet zone with it. Safe on any thread. */
public final class QrPicture {
  // A code is black on white whatever the theme: readers ask for contrast, not for taste.
  private static final int DARK = 0xFF000000;
  private static final int LIGHT = 0xFFFFFFFF;

  private QrPicture() {}

  /**
   * Draws {@code text}.
   *
   * @param module pixels of one module, 1 or more
   * @throws IllegalArgumentException if it does not fit into a QR
   */
  public static Image of(String text, int module) {
    BitMatrix matrix = LegibleQr.of(text);
    int side = matrix.getWidth() * module;
    WritableImage picture = new WritableImage(side, side);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        picture.getPixelWriter().setArgb(x, y, matrix.get(x / module, y / module) ? DARK : LIGHT);
      }
    }
    return picture;
  }
}
