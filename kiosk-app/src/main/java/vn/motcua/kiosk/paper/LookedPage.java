package vn.motcua.kiosk.paper;

import java.util.Optional;
import vn.motcua.kiosk.paper.page.Orientation;
import vn.motcua.kiosk.paper.page.PageFile;
import vn.motcua.kiosk.paper.pix.GreyPix;

/**
 * A page whose picture is ready for the archive and whose text is not read yet.
 *
 * @param file where it came from, and its size
 * @param picture what is kept
 * @param orientation how the picture stands upright
 * @param angle degrees, clockwise, by which the upright picture is turned to stand straight
 * @param forReading the upright page in grey at {@link vn.motcua.kiosk.paper.ocr.Ocr#DPI}; to be
 *     closed by whoever has the page; empty if it must be made again
 */
record LookedPage(
    PageFile file,
    Stored picture,
    Orientation orientation,
    double angle,
    Optional<GreyPix> forReading)
    implements AutoCloseable {
  /** Points across when upright. */
  double width() {
    return file.standing(orientation).uprightWidth();
  }

  /** Points down when upright. */
  double height() {
    return file.standing(orientation).uprightHeight();
  }

  @Override
  public void close() {
    forReading.ifPresent(GreyPix::close);
  }
}
