package vn.motcua.kiosk.paper;

import vn.motcua.kiosk.paper.ocr.PageText;
import vn.motcua.kiosk.paper.page.Orientation;
import vn.motcua.kiosk.paper.page.PageFile;
import vn.motcua.kiosk.paper.page.PagePicture;

/**
 * A page that is ready for the archive.
 *
 * @param file where it came from, and its size
 * @param picture what is kept
 * @param orientation how the picture stands upright
 * @param angle degrees, clockwise, by which the upright picture is turned to stand straight
 * @param text what was read on it
 */
record ReadPage(
    PageFile file, PagePicture picture, Orientation orientation, double angle, PageText text) {
  /** Points across when upright. */
  double width() {
    return upright().uprightWidth();
  }

  /** Points down when upright. */
  double height() {
    return upright().uprightHeight();
  }

  private PageFile upright() {
    return file.standing(orientation);
  }
}
