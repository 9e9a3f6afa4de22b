package vn.motcua.kiosk.paper;

import java.io.IOException;
import java.util.Optional;
import vn.motcua.kiosk.paper.clean.Deskew;
import vn.motcua.kiosk.paper.ocr.Ocr;
import vn.motcua.kiosk.paper.page.BadPage;
import vn.motcua.kiosk.paper.page.BadPageException;
import vn.motcua.kiosk.paper.page.Defect;
import vn.motcua.kiosk.paper.page.PageFile;
import vn.motcua.kiosk.paper.page.PagePicture;
import vn.motcua.kiosk.paper.page.PageReader;
import vn.motcua.kiosk.paper.pix.ColourPix;
import vn.motcua.kiosk.paper.pix.GreyPix;
import vn.motcua.kiosk.paper.pix.JpegPixels;
import vn.motcua.kiosk.paper.pix.NativePix;
import vn.motcua.kiosk.paper.small.MixedRaster;
import vn.motcua.kiosk.paper.small.Photograph;
import vn.motcua.scanner.FaultException;

/** Decodes a page once: its picture for the archive, how it leans, and its grey for the reader. */
final class PageLook {
  /** The longest side of the picture that is searched for text; A3 at 200 dpi has 3,307. */
  private static final double LONGEST_SIDE = 7000;

  /** Dots per inch beyond which the archive's small pictures gain nothing. */
  private static final double SHARP = 300;

  /** What is decoded at a time: A3 at 600 dpi has 70 million, which is halved. */
  private static final long MOST_PIXELS = 40_000_000;

  private PageLook() {}

  /**
   * @param keep whether the grey is wanted
   * @throws FaultException with a {@link BadPage}
   */
  static LookedPage look(PageFile file, Profile profile, boolean keep) throws FaultException {
    try {
      PagePicture picture = PageReader.read(file);
      return switch (picture) {
        case PagePicture.Bitonal bitonal -> {
          try (GreyPix grey = GreyPix.ofBitonal(bitonal.image())) {
            yield looked(file, new Stored.Whole(picture), grey, keep);
          }
        }
        case PagePicture.Jpeg jpeg -> {
          int reduction = reduction(file, profile);
          try (NativePix page = JpegPixels.decode(jpeg.bytes(), reduction)) {
            double dpi = Math.min(file.xDpi(), file.yDpi()) / reduction;
            Stored stored =
                profile == Profile.SMALL && reduction == 1
                    ? new Stored.Layered(MixedRaster.ofJpeg(jpeg.bytes(), dpi))
                    : stored(jpeg, page, dpi, profile);
            try (GreyPix grey = grey(page)) {
              yield looked(file, stored, grey, keep);
            }
          }
        }
      };
    } catch (BadPageException e) {
      throw new FaultException(new BadPage(e.defect(), file.number()), e);
    } catch (IOException e) {
      throw new FaultException(new BadPage(Defect.MISSING, file.number()), e);
    }
  }

  /** The grey alone, made again. */
  static GreyPix forReading(PageFile file) throws FaultException {
    LookedPage again = look(file, Profile.ORIGINAL, true);
    return again.forReading().orElseThrow();
  }

  private static LookedPage looked(PageFile file, Stored stored, GreyPix grey, boolean keep) {
    GreyPix sized = sized(file, grey);
    try {
      double angle = Deskew.angle(sized);
      return new LookedPage(
          file, stored, file.orientation(), angle, keep ? Optional.of(sized) : Optional.empty());
    } finally {
      if (!keep) {
        sized.close();
      }
    }
  }

  private static Stored stored(PagePicture.Jpeg jpeg, NativePix page, double dpi, Profile profile) {
    return switch (profile) {
      case ORIGINAL -> new Stored.Whole(jpeg);
      case PHOTO -> new Stored.Layered(Photograph.of(page, dpi));
      case SMALL -> new Stored.Layered(MixedRaster.of(page, dpi));
    };
  }

  private static GreyPix grey(NativePix page) {
    return switch (page) {
      case ColourPix colour -> colour.red();
      case GreyPix grey -> grey.shared();
      default -> throw new IllegalStateException("no JPEG has one bit a pixel");
    };
  }

  /** The decoder can halve at no cost, as long as enough is left. */
  private static int reduction(PageFile file, Profile profile) {
    double dpi = Math.min(file.xDpi(), file.yDpi());
    double enough = profile == Profile.ORIGINAL ? Ocr.DPI : SHARP;
    int reduction = 1;
    while (reduction < 8
        && (dpi / (reduction * 2) >= enough
            || file.pixels() / ((long) reduction * reduction) > MOST_PIXELS)) {
      reduction *= 2;
    }
    return reduction;
  }

  /** At the reader's resolution, then upright: turning is cheaper when it is smaller. */
  private static GreyPix sized(PageFile file, GreyPix stored) {
    double width = file.width() / file.xDpi() * Ocr.DPI;
    double height = file.height() / file.yDpi() * Ocr.DPI;
    double shrink = Math.min(1, LONGEST_SIDE / Math.max(width, height));
    try (GreyPix sized =
        stored.scaled(
            Math.min(2, width * shrink / stored.width()),
            Math.min(2, height * shrink / stored.height()))) {
      return sized.upright(file.orientation());
    }
  }
}
