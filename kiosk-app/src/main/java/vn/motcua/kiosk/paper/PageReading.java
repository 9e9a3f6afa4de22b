package vn.motcua.kiosk.paper;

import java.util.List;
import vn.motcua.kiosk.paper.clean.Deskew;
import vn.motcua.kiosk.paper.ocr.Ocr;
import vn.motcua.kiosk.paper.ocr.PageText;
import vn.motcua.kiosk.paper.page.Orientation;
import vn.motcua.kiosk.paper.pix.GreyPix;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;

/** Reads the text of a page that was looked at; turns it when it reads better another way. */
final class PageReading {
  /**
   * Mean confidence: upright pages have 80 to 97, pages on their head 26 to 45 (24 pages, 2026).
   */
  private static final double DOUBTFUL = 60;

  /** So much surer must another orientation be before the page is turned. */
  private static final double SURER = 25;

  /** Fewer letters say nothing about how the page lies. */
  private static final int ENOUGH_LETTERS = 20;

  private PageReading() {}

  /**
   * @param grey the upright page at {@link Ocr#DPI}
   * @throws FaultException with {@link PaperFault.Cancelled}
   */
  static ReadPage read(LookedPage page, GreyPix grey, Ocr engine, Cancellation cancellation)
      throws FaultException {
    ReadPage first = read(page, page.orientation(), grey, page.angle(), engine, cancellation);
    return looksTurned(first.text()) ? turned(page, first, grey, engine, cancellation) : first;
  }

  private static ReadPage read(
      LookedPage page,
      Orientation orientation,
      GreyPix upright,
      double angle,
      Ocr engine,
      Cancellation cancellation)
      throws FaultException {
    double width = page.file().standing(orientation).uprightWidth();
    double height = page.file().standing(orientation).uprightHeight();
    try (GreyPix straight = upright.turned(angle)) {
      PageText text =
          engine.read(straight, width / straight.width(), height / straight.height(), cancellation);
      if (cancellation.isCancelled()) {
        throw new FaultException(new PaperFault.Cancelled());
      }
      return new ReadPage(orientation, angle, text);
    }
  }

  private static boolean looksTurned(PageText text) {
    return text.letters() >= ENOUGH_LETTERS && (text.sideways() || text.confidence() < DOUBTFUL);
  }

  /** A sheet that was fed the wrong way round: the orientation in which it reads best. */
  private static ReadPage turned(
      LookedPage page, ReadPage first, GreyPix grey, Ocr engine, Cancellation cancellation)
      throws FaultException {
    ReadPage best = first;
    double sure = first.text().sideways() ? 0 : first.text().confidence();
    List<Orientation> turns =
        first.text().sideways()
            ? List.of(Orientation.TURN_LEFT, Orientation.TURN_RIGHT)
            : List.of(Orientation.UPSIDE_DOWN, Orientation.TURN_LEFT, Orientation.TURN_RIGHT);
    for (Orientation turn : turns) {
      try (GreyPix other = grey.upright(turn)) {
        double angle = turn == Orientation.UPSIDE_DOWN ? page.angle() : Deskew.angle(other);
        ReadPage tried =
            read(page, page.orientation().then(turn), other, angle, engine, cancellation);
        double surer = tried.text().confidence();
        if (!looksTurned(tried.text())
            && tried.text().letters() >= ENOUGH_LETTERS
            && surer >= sure + SURER) {
          best = tried;
          sure = surer;
        }
      }
    }
    return best;
  }
}
