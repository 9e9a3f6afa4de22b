package vn.motcua.kiosk.paper;

import java.nio.file.Path;
import vn.motcua.kiosk.paper.page.PageFile;
import vn.motcua.kiosk.paper.page.PageSource;
import vn.motcua.scanner.FaultException;

/** Says whether a page's picture looks blank, without doing anything about it. */
public final class BlankProposals {
  private BlankProposals() {}

  /**
   * Whether all pictures in a file look blank. Takes as long as decoding them.
   *
   * @throws FaultException with a {@link vn.motcua.kiosk.paper.page.BadPage}
   */
  public static boolean looksBlank(Path page) throws FaultException {
    for (PageFile picture : new PageSource(0).open(page, 1)) {
      if (!PageLook.isBlank(picture)) {
        return false;
      }
    }
    return true;
  }
}
