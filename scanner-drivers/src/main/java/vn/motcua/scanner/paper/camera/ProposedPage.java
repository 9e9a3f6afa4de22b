package vn.motcua.scanner.paper.camera;

import java.util.List;
import vn.motcua.scanner.paper.ScannedPage;

/**
 * A page made of a picture, for a person to accept or to take again.
 *
 * @param page upright, its light evened
 * @param doubts what speaks against it, the weightiest first; empty if nothing does
 */
public record ProposedPage(ScannedPage page, List<Doubt> doubts) {
  public ProposedPage {
    doubts = List.copyOf(doubts);
  }

  /** The same as page {@code number} of a job. */
  public ProposedPage numbered(int number) {
    return new ProposedPage(
        new ScannedPage(
            number, page.format(), page.image(), page.width(), page.height(), page.dpi()),
        doubts);
  }
}
