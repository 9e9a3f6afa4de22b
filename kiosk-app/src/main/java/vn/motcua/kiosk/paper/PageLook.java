package vn.motcua.kiosk.paper;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import vn.motcua.kiosk.paper.clean.BlankPage;
import vn.motcua.kiosk.paper.clean.Posture;
import vn.motcua.kiosk.paper.clean.SheetCrop;
import vn.motcua.kiosk.paper.ocr.Ocr;
import vn.motcua.kiosk.paper.page.BadPage;
import vn.motcua.kiosk.paper.page.BadPageException;
import vn.motcua.kiosk.paper.page.Defect;
import vn.motcua.kiosk.paper.page.PageFile;
import vn.motcua.kiosk.paper.page.PagePicture;
import vn.motcua.kiosk.paper.page.PageReader;
import vn.motcua.kiosk.paper.pix.BitPix;
import vn.motcua.kiosk.paper.pix.ColourPix;
import vn.motcua.kiosk.paper.pix.GreyPix;
import vn.motcua.kiosk.paper.pix.JpegPixels;
import vn.motcua.kiosk.paper.pix.NativePix;
import vn.motcua.kiosk.paper.small.MixedRaster;
import vn.motcua.kiosk.paper.small.Photograph;
import vn.motcua.kiosk.paper.split.PageCodes;
import vn.motcua.kiosk.paper.split.SplitPage;
import vn.motcua.scanner.FaultException;

/** Decodes a page once: its picture for the archive, how it leans, and its grey for the reader. */
final class PageLook {
  /** The longest side of the picture that is searched for text; A3 at 200 dpi has 3,307. */
  private static final double LONGEST_SIDE = 7000;

  /** Dots per inch beyond which the archive's small pictures gain nothing. */
  private static final double SHARP = 300;

  /** What is decoded at a time: A3 at 600 dpi has 70 million, which is halved. */
  private static final long MOST_PIXELS = 40_000_000;

  private static final PageCodes CODES = new PageCodes();

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
            yield looked(file, new Stored.Whole(picture), grey, grey, keep);
          }
        }
        case PagePicture.Jpeg jpeg -> {
          int reduction = reduction(file, profile);
          try (NativePix page = JpegPixels.decode(jpeg.bytes(), reduction)) {
            double dpi = Math.min(file.xDpi(), file.yDpi()) / reduction;
            Stored stored = stored(jpeg, page, dpi, profile);
            try (GreyPix grey = grey(page)) {
              yield looked(file, stored, page, grey, keep);
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
    return at(
        file,
        page -> {
          try (GreyPix grey = grey(page)) {
            return sized(file, grey);
          }
        });
  }

  /**
   * What divides a pile: the codes on a page, and whether there is nothing else.
   *
   * @param number of the page in the pile, from 1
   * @throws FaultException with a {@link BadPage}
   */
  static SplitPage codes(PageFile file, int number) throws FaultException {
    return at(
        file,
        page -> {
          try (GreyPix grey = grey(page)) {
            double dpi = dpi(file, page);
            return new SplitPage(number, CODES.on(grey, dpi), blank(page, dpi).proposed());
          }
        });
  }

  /**
   * Whether a page looks blank.
   *
   * @throws FaultException with a {@link BadPage}
   */
  static boolean isBlank(PageFile file) throws FaultException {
    return at(file, page -> blank(page, dpi(file, page)).proposed());
  }

  private static <T> T at(PageFile file, Function<NativePix, T> look) throws FaultException {
    try (NativePix page = pixels(file)) {
      return look.apply(page);
    } catch (BadPageException e) {
      throw new FaultException(new BadPage(e.defect(), file.number()), e);
    } catch (IOException e) {
      throw new FaultException(new BadPage(Defect.MISSING, file.number()), e);
    }
  }

  /** Dots per inch of the picture as it was decoded. */
  private static double dpi(PageFile file, NativePix page) {
    return Math.min(file.xDpi(), file.yDpi()) * page.width() / file.width();
  }

  private static NativePix pixels(PageFile file) throws IOException {
    return switch (PageReader.read(file)) {
      case PagePicture.Bitonal bitonal -> GreyPix.ofBitonal(bitonal.image());
      case PagePicture.Jpeg jpeg ->
          JpegPixels.decode(jpeg.bytes(), reduction(file, Profile.ORIGINAL));
    };
  }

  private static LookedPage looked(
      PageFile file, Stored stored, NativePix page, GreyPix grey, boolean keep) {
    GreyPix sized = sized(file, grey);
    try {
      Posture posture = Posture.of(sized, Ocr.DPI);
      SheetCrop crop = SheetCrop.of(sized, Ocr.DPI);
      return new LookedPage(
          file,
          stored,
          posture,
          crop.cropped() ? Optional.of(SheetPlace.of(crop, sized)) : Optional.empty(),
          blank(page, dpi(file, page)),
          keep ? Optional.of(sized) : Optional.empty());
    } finally {
      if (!keep) {
        sized.close();
      }
    }
  }

  /** In colour if there is one: a faint red stamp is not in the red channel. */
  private static BlankPage blank(NativePix page, double dpi) {
    return switch (page) {
      case ColourPix colour -> BlankPage.of(colour, dpi);
      case GreyPix grey -> BlankPage.of(grey, dpi);
      case BitPix _ -> throw new IllegalStateException("pages of one bit come as grey");
    };
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
