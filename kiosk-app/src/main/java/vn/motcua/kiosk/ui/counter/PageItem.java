package vn.motcua.kiosk.ui.counter;

import java.nio.file.Path;
import java.util.Optional;
import vn.motcua.kiosk.desk.KeptPage;
import vn.motcua.kiosk.desk.PilePage;

/**
 * A place in the strip of scanned pages.
 *
 * @param page what the pile knows of it
 * @param place how people count it: 1 for the first page that is kept or should be there; 0 if it
 *     was taken out
 * @param line which paper it belongs to
 * @param looksBlank whether it is proposed as a page with nothing on it; a person decides
 */
public record PageItem(PilePage page, int place, PaperLine line, boolean looksBlank) {
  /** Names it in the pile, whatever becomes of its place. */
  public int number() {
    return page.number();
  }

  /** Its picture file; empty if it is damaged or missing. */
  public Optional<Path> picture() {
    return page.picture().map(KeptPage::file);
  }
}
