package vn.motcua.kiosk.paper;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import vn.motcua.kiosk.paper.page.Orientation;

/**
 * How a stored picture lies on its page: turned by quarters, then straightened about its middle.
 * Points, PDF's way: the origin at the foot of the upright picture, y upwards.
 *
 * @param width of the upright picture
 * @param height of the upright picture
 * @param degrees clockwise, by which it is straightened
 * @param picture takes PDF's unit square to the page
 * @param shown what a reader sees of it: the sheet
 */
record PageFrame(
    double width, double height, double degrees, AffineTransform picture, Rectangle2D shown) {
  /**
   * @param turn beyond what the page's file says
   */
  static PageFrame of(LookedPage page, Orientation turn) {
    Orientation orientation = page.file().orientation().then(turn);
    double width = page.file().standing(orientation).uprightWidth();
    double height = page.file().standing(orientation).uprightHeight();
    double degrees = page.sheet().map(SheetPlace::degrees).orElse(page.posture().degrees());
    // PDF's y points upwards, so that clockwise is negative.
    AffineTransform straighten =
        AffineTransform.getRotateInstance(-Math.toRadians(degrees), width / 2, height / 2);
    AffineTransform picture = orientation.place(width, height);
    picture.preConcatenate(straighten);
    Rectangle2D shown =
        page.sheet()
            .map(sheet -> shown(sheet.turned(turn), width, height, straighten))
            .orElse(new Rectangle2D.Double(0, 0, width, height));
    return new PageFrame(width, height, degrees, picture, shown);
  }

  private static Rectangle2D shown(
      SheetPlace sheet, double width, double height, AffineTransform straighten) {
    Point2D middle =
        straighten.transform(new Point2D.Double(sheet.x() * width, (1 - sheet.y()) * height), null);
    double across = sheet.width() * width;
    double down = sheet.height() * height;
    return new Rectangle2D.Double(
        middle.getX() - across / 2, middle.getY() - down / 2, across, down);
  }

  /**
   * All that the page holds. What is turned or cropped out of sight stays within the page's media
   * box (TT 01/2023 Đ8.2 b: the whole document); the crop box shows the sheet in its own size.
   */
  Rectangle2D whole() {
    Rectangle2D unit = new Rectangle2D.Double(0, 0, 1, 1);
    return picture.createTransformedShape(unit).getBounds2D().createUnion(shown);
  }
}
