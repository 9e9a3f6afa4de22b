package vn.motcua.kiosk.paper;

import java.io.IOException;
import java.util.Optional;
import vn.motcua.kiosk.paper.PaperFault.BadPage;
import vn.motcua.kiosk.paper.PaperFault.Defect;
import vn.motcua.scanner.Cancellation;
import vn.motcua.scanner.FaultException;

/** What is done to one page: read, straightened, its text read. */
final class PageWork {
  /** The longest side of the picture that is searched for text; A3 at 200 dpi has 3,307. */
  private static final double LONGEST_SIDE = 7000;

  private PageWork() {}

  /**
   * @param ocr the engine, or nothing if the text is not wanted
   * @throws FaultException with a {@link BadPage} or {@link PaperFault.Cancelled}
   */
  static ReadPage read(PageFile file, Optional<Ocr> ocr, Cancellation cancellation)
      throws FaultException {
    try {
      PagePicture picture = PageReader.read(file);
      try (GreyPix stored = grey(file, picture);
          GreyPix upright = stored.upright(file.orientation());
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
        }
        return new ReadPage(file, picture, file.orientation(), angle, text);
      }
    } catch (BadPageException e) {
      throw new FaultException(new BadPage(e.defect(), file.number()), e);
    } catch (IOException e) {
      throw new FaultException(new BadPage(Defect.MISSING, file.number()), e);
    }
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
