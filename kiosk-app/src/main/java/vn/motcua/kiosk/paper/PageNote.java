package vn.motcua.kiosk.paper;

import java.util.Optional;
import vn.motcua.kiosk.paper.clean.BlankPage;

/**
 * What a person should know of a page.
 *
 * @param source its file's place in the list that was given, from 1
 * @param blank why it looks blank; empty if it does not. Proposed only: the page is in the document
 * @param degrees clockwise, by which it was straightened
 * @param cropped whether a reader sees less than was scanned, the sheet without the glass around it
 */
public record PageNote(int source, Optional<BlankPage> blank, double degrees, boolean cropped) {
  static PageNote of(LookedPage page, int source) {
    return new PageNote(
        source,
        page.blank().proposed() ? Optional.of(page.blank()) : Optional.empty(),
        PageFrame.of(page, page.posture().turn()).degrees(),
        page.sheet().isPresent());
  }
}
