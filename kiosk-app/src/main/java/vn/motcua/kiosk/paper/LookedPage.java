package vn.motcua.kiosk.paper;

import java.util.Optional;
import vn.motcua.kiosk.paper.clean.BlankPage;
import vn.motcua.kiosk.paper.clean.Posture;
import vn.motcua.kiosk.paper.page.PageFile;
import vn.motcua.kiosk.paper.pix.GreyPix;

/**
 * A page whose picture is ready for the archive and whose text is not read yet.
 *
 * @param file where it came from, and its size
 * @param picture what is kept
 * @param posture how it lies, beyond what its file says
 * @param sheet where the sheet lies in the picture, if that is less than all of it
 * @param blank whether it looks blank
 * @param forReading the page in grey at {@link vn.motcua.kiosk.paper.ocr.Ocr#DPI}, standing as its
 *     file says; to be closed by whoever has the page; empty if it must be made again
 */
record LookedPage(
    PageFile file,
    Stored picture,
    Posture posture,
    Optional<SheetPlace> sheet,
    BlankPage blank,
    Optional<GreyPix> forReading)
    implements AutoCloseable {
  @Override
  public void close() {
    forReading.ifPresent(GreyPix::close);
  }
}
