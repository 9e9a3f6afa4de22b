package vn.motcua.kiosk.paper;

import java.util.List;
import vn.motcua.kiosk.paper.clean.Flatten;
import vn.motcua.kiosk.paper.clean.Posture;
import vn.motcua.kiosk.paper.clean.PostureProof;
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
   * @param grey the page at {@link Ocr#DPI}, standing as its file says
   * @throws FaultException with {@link PaperFault.Cancelled}
   */
  static ReadPage read(LookedPage page, GreyPix grey, Ocr engine, Cancellation cancellation)
      throws FaultException {
    if (page.blank().proposed()) {
      return new ReadPage(page.posture().turn(), PageText.NONE);
    }
    Flatten flatten = Flatten.of(grey, Ocr.DPI);
    if (!flatten.needed()) {
      return even(page, grey, engine, cancellation);
    }
    try (GreyPix even = flatten.apply(grey)) {
      return even(page, even, engine, cancellation);
    }
  }

  private static ReadPage even(LookedPage page, GreyPix grey, Ocr engine, Cancellation cancellation)
      throws FaultException {
    Posture posture =
        PostureProof.settle(
            page.posture(),
            grey,
            Ocr.DPI,
            strip -> reading(engine.read(strip, 1, 1, cancellation)));
    ReadPage first = read(page, posture.turn(), grey, engine, cancellation);
    return !posture.sure() && looksTurned(first.text())
        ? turned(page, first, grey, engine, cancellation)
        : first;
  }

  private static PostureProof.Reading reading(PageText text) {
    return new PostureProof.Reading(text.confidence(), text.letters());
  }

  private static ReadPage read(
      LookedPage page, Orientation turn, GreyPix grey, Ocr engine, Cancellation cancellation)
      throws FaultException {
    PageFrame frame = PageFrame.of(page, turn);
    try (GreyPix upright = grey.upright(turn);
        GreyPix straight = upright.turned(frame.degrees())) {
      PageText text =
          engine.read(
              straight,
              frame.width() / straight.width(),
              frame.height() / straight.height(),
              cancellation);
      if (cancellation.isCancelled()) {
        throw new FaultException(new PaperFault.Cancelled());
      }
      return new ReadPage(turn, text);
    }
  }

  private static boolean looksTurned(PageText text) {
    return text.letters() >= ENOUGH_LETTERS && (text.sideways() || text.confidence() < DOUBTFUL);
  }

  /** A sheet that was fed the wrong way round: the way in which it reads best. */
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
      ReadPage tried = read(page, first.turn().then(turn), grey, engine, cancellation);
      double surer = tried.text().confidence();
      if (!looksTurned(tried.text())
          && tried.text().letters() >= ENOUGH_LETTERS
          && surer >= sure + SURER) {
        best = tried;
        sure = surer;
      }
    }
    return best;
  }
}
