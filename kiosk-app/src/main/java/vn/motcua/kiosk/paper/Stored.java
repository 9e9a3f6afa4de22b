package vn.motcua.kiosk.paper;

import vn.motcua.kiosk.paper.page.PagePicture;
import vn.motcua.kiosk.paper.small.MixedPage;

/** A page's picture as it goes into the archive. */
sealed interface Stored {
  /** One picture, as the scanner gave it or made once. */
  record Whole(PagePicture picture) implements Stored {}

  /** Layers over each other. */
  record Layered(MixedPage page) implements Stored {}
}
