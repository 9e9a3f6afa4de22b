package vn.motcua.kiosk.paper;

import vn.motcua.kiosk.paper.clean.SheetCrop;
import vn.motcua.kiosk.paper.page.Orientation;
import vn.motcua.kiosk.paper.pix.GreyPix;

/**
 * A sheet that is smaller than its picture, in parts of the picture's width and height.
 *
 * @param x of its middle, from the left
 * @param y of its middle, from the top
 * @param degrees clockwise, by which the picture must be turned for the sheet to stand straight
 */
record SheetPlace(double x, double y, double width, double height, double degrees) {
  static SheetPlace of(SheetCrop crop, GreyPix picture) {
    return new SheetPlace(
        crop.centreX() / picture.width(),
        crop.centreY() / picture.height(),
        crop.width() / picture.width(),
        crop.height() / picture.height(),
        crop.degrees());
  }

  /** The same in the picture turned by quarters. */
  SheetPlace turned(Orientation turn) {
    double[] middle = turn.moved(x, y);
    return new SheetPlace(
        middle[0],
        middle[1],
        turn.swapsSides() ? height : width,
        turn.swapsSides() ? width : height,
        degrees);
  }
}
