package vn.motcua.scanner.paper.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.color.PDICCBased;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ImageFormat;
import vn.motcua.scanner.paper.PageImages;
import vn.motcua.scanner.paper.ScannedPage;

/**
 * The JPEG of a scanned page, as the scanner made it, if the page is nothing else: upright, opaque,
 * grey or RGB, without masks, and as large as the page. In doubt the page is drawn.
 */
final class WholePageJpeg {
  private static final double POINTS_PER_INCH = 72;
  private static final double SQUARE_WITHIN = 0.02;
  private static final List<String> UNSEEN = List.of("Link", "Popup");

  private WholePageJpeg() {}

  static Optional<ScannedPage> of(PDPage page, int number, PdfWatch watch) throws IOException {
    if (page.getRotation() != 0 || page.getUserUnit() != 1) {
      return Optional.empty();
    }
    for (PDAnnotation each : page.getAnnotations()) {
      if (!UNSEEN.contains(each.getSubtype())) {
        return Optional.empty();
      }
    }
    Optional<PageInk.Filling> filling = PageInk.only(page, watch);
    if (filling.isEmpty() || !plain(filling.get().picture())) {
      return Optional.empty();
    }
    return page(filling.get(), number);
  }

  private static boolean plain(PDImageXObject image) throws IOException {
    COSStream stream = image.getCOSObject();
    boolean dct = PdfPictures.filters(stream).equals(List.of(COSName.DCT_DECODE));
    return dct
        && !image.isStencil()
        && stream.getDictionaryObject(COSName.DECODE_PARMS, COSName.DP) == null
        && stream.getDictionaryObject(COSName.DECODE) == null
        && stream.getDictionaryObject(COSName.SMASK) == null
        && stream.getDictionaryObject(COSName.MASK) == null
        && image.getBitsPerComponent() == 8
        && usual(image.getColorSpace());
  }

  private static boolean usual(PDColorSpace space) {
    return space instanceof PDDeviceRGB
        || space instanceof PDDeviceGray
        || (space instanceof PDICCBased icc && (icc.getNumberOfComponents() == 1 || icc.isSRGB()));
  }

  private static Optional<ScannedPage> page(PageInk.Filling filling, int number)
      throws IOException {
    PDImageXObject image = filling.picture();
    double across = image.getWidth() / filling.width() * POINTS_PER_INCH;
    double down = image.getHeight() / filling.height() * POINTS_PER_INCH;
    int dpi = (int) Math.round(across);
    if (Math.abs(across / down - 1) > SQUARE_WITHIN || dpi < 50 || dpi > 1200) {
      return Optional.empty();
    }
    byte[] jpeg;
    try (InputStream raw = image.getCOSObject().createRawInputStream()) {
      jpeg = raw.readNBytes(PageImages.MAX_BYTES + 1);
    }
    int channels = JpegChannels.of(jpeg);
    if (channels != image.getColorSpace().getNumberOfComponents()) {
      return Optional.empty();
    }
    try {
      PageImages.Facts facts = PageImages.check(jpeg);
      boolean same =
          facts.format() == ImageFormat.JPEG
              && facts.width() == image.getWidth()
              && facts.height() == image.getHeight();
      return same
          ? Optional.of(
              new ScannedPage(number, ImageFormat.JPEG, jpeg, facts.width(), facts.height(), dpi))
          : Optional.empty();
    } catch (FaultException e) {
      // Whoever draws it finds out how bad it is.
      return Optional.empty();
    }
  }
}
