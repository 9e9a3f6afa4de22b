package vn.motcua.scanner.paper.escl;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ColourMode;
import vn.motcua.scanner.paper.ImageFormat;
import vn.motcua.scanner.paper.PageEncoder;
import vn.motcua.scanner.paper.PictureRows;
import vn.motcua.scanner.paper.ScanFault;
import vn.motcua.scanner.paper.ScannedPage;

/**
 * Makes one bit a pixel of a page that was asked for so and came in grey or colour, as devices do
 * that know JPEG only. What has one bit is left untouched.
 */
final class OneBit {
  /** A3 at 600 dots per inch: what is decoded stands in memory. */
  private static final long MOST_PIXELS = 70_000_000;

  private OneBit() {}

  /**
   * @throws FaultException {@link ScanFault.UnsupportedSetting} {@code mode} for a page too large
   *     to be turned, {@link ScanFault.BadImage} if it cannot be decoded
   */
  static ScannedPage of(ScannedPage page) throws FaultException {
    ImageReader reader = ImageIO.getImageReadersByFormatName(page.format().name()).next();
    try (ImageInputStream in =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(page.image()))) {
      reader.setInput(in, true, true);
      if (page.format() != ImageFormat.JPEG && bits(reader) == 1) {
        return page;
      }
      if ((long) page.width() * page.height() > MOST_PIXELS) {
        throw new FaultException(
            new ScanFault.UnsupportedSetting("mode"), "too large to be turned into one bit");
      }
      PictureRows black = new PictureRows(reader.read(0), ColourMode.BLACK_WHITE);
      return PageEncoder.encode(page.number(), black, page.dpi());
    } catch (IOException | RuntimeException e) {
      throw new FaultException(new ScanFault.BadImage(), e);
    } finally {
      reader.dispose();
    }
  }

  private static int bits(ImageReader reader) throws IOException {
    ImageTypeSpecifier type = reader.getRawImageType(0);
    if (type == null) {
      type = reader.getImageTypes(0).next();
    }
    return type.getColorModel().getPixelSize();
  }
}
