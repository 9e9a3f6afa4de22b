package vn.motcua.kiosk.paper;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import vn.motcua.kiosk.paper.clean.Deskew;
import vn.motcua.kiosk.paper.ocr.Ocr;
import vn.motcua.kiosk.paper.ocr.PageText;
import vn.motcua.kiosk.paper.page.BadPage;
import vn.motcua.kiosk.paper.page.BadPageException;
import vn.motcua.kiosk.paper.page.Defect;
import vn.motcua.kiosk.paper.page.Orientation;
import vn.motcua.kiosk.paper.page.PageFile;
import vn.motcua.kiosk.paper.page.PagePicture;
import vn.motcua.kiosk.paper.page.PageReader;
import vn.motcua.kiosk.paper.pix.GreyPix;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.JpegDoubt;

/** What is done to one page: read, straightened, its text read. */
final class PageWork {
  /** The longest side of the picture that is searched for text; A3 at 200 dpi has 3,307. */
  private static final double LONGEST_SIDE = 7000;

  private PageWork() {}

  /**
   * Mean confidence: upright pages have 80 to 97, pages on their head 26 to 45 (24 pages, 2026).
   */
  private static final double DOUBTFUL = 60;

  /** So much surer must another orientation be before the page is turned. */
  private static final double SURER = 25;

  /** Fewer letters say nothing about how the page lies. */
  private static final int ENOUGH_LETTERS = 20;

  /**
   * @param ocr the engine, or nothing if the text is not wanted; without it a page that lay on its
   *     head stays so
   * @throws FaultException with a {@link BadPage} or {@link PaperFault.Cancelled}
   */
  static ReadPage read(PageFile file, Optional<Ocr> ocr, Cancellation cancellation)
      throws FaultException {
    if (cancellation.isCancelled()) {
      throw new FaultException(new PaperFault.Cancelled());
    }
    try {
      PagePicture picture = PageReader.read(file);
      try (GreyPix stored = grey(file, picture)) {
        ReadPage first = read(file, picture, stored, ocr, cancellation);
        return ocr.isPresent() && looksTurned(first.text())
            ? turned(first, stored, ocr, cancellation)
            : first;
      }
    } catch (BadPageException e) {
      throw new FaultException(new BadPage(e.defect(), file.number()), e);
    } catch (IOException e) {
      throw new FaultException(new BadPage(Defect.MISSING, file.number()), e);
    }
  }

  private static ReadPage read(
      PageFile file,
      PagePicture picture,
      GreyPix stored,
      Optional<Ocr> ocr,
      Cancellation cancellation)
      throws FaultException {
    try (GreyPix upright = stored.upright(file.orientation());
        GreyPix sized = sized(file, upright)) {
      double angle = Deskew.angle(sized);
      PageText text = PageText.NONE;
      if (ocr.isPresent()) {
        try (GreyPix straight = sized.turned(angle)) {
          text =
              ocr.get()
                  .read(
                      straight,
                      file.uprightWidth() / straight.width(),
                      file.uprightHeight() / straight.height(),
                      cancellation);
        }
        if (cancellation.isCancelled()) {
          throw new FaultException(new PaperFault.Cancelled());
        }
      }
      return new ReadPage(file, picture, file.orientation(), angle, text);
    }
  }

  private static boolean looksTurned(PageText text) {
    return text.letters() >= ENOUGH_LETTERS && (text.sideways() || text.confidence() < DOUBTFUL);
  }

  /** A sheet that was fed the wrong way round: the orientation in which it reads best. */
  private static ReadPage turned(
      ReadPage first, GreyPix stored, Optional<Ocr> ocr, Cancellation cancellation)
      throws FaultException {
    ReadPage best = first;
    double sure = first.text().sideways() ? 0 : first.text().confidence();
    List<Orientation> turns =
        first.text().sideways()
            ? List.of(Orientation.TURN_LEFT, Orientation.TURN_RIGHT)
            : List.of(Orientation.UPSIDE_DOWN, Orientation.TURN_LEFT, Orientation.TURN_RIGHT);
    for (Orientation turn : turns) {
      PageFile other = first.file().standing(first.orientation().then(turn));
      ReadPage tried = read(other, first.picture(), stored, ocr, cancellation);
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

  private static GreyPix grey(PageFile file, PagePicture picture) throws BadPageException {
    return switch (picture) {
      case PagePicture.Bitonal bitonal -> GreyPix.ofBitonal(bitonal.image());
      case PagePicture.Jpeg jpeg -> {
        if (JpegDoubt.isDamaged(jpeg.bytes())) {
          throw new BadPageException(Defect.DAMAGED, "JPEG decoder warns");
        }
        yield GreyPix.ofJpeg(jpeg.bytes(), reduction(file));
      }
    };
  }

  /** The decoder can halve at no cost, as long as more than enough is left. */
  private static int reduction(PageFile file) {
    double dpi = Math.min(file.xDpi(), file.yDpi());
    int reduction = 1;
    while (reduction < 8 && dpi / (reduction * 2) >= Ocr.DPI) {
      reduction *= 2;
    }
    return reduction;
  }

  private static GreyPix sized(PageFile file, GreyPix upright) {
    double width = file.uprightWidth() / 72 * Ocr.DPI;
    double height = file.uprightHeight() / 72 * Ocr.DPI;
    double shrink = Math.min(1, LONGEST_SIDE / Math.max(width, height));
    return upright.scaled(
        Math.min(2, width * shrink / upright.width()),
        Math.min(2, height * shrink / upright.height()));
  }
}
