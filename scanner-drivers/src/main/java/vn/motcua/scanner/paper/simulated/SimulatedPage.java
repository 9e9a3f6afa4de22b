package vn.motcua.scanner.paper.simulated;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ColourMode;
import vn.motcua.scanner.paper.PageEncoder;
import vn.motcua.scanner.paper.PageImages;
import vn.motcua.scanner.paper.PictureRows;
import vn.motcua.scanner.paper.ScanArea;
import vn.motcua.scanner.paper.ScanFault;
import vn.motcua.scanner.paper.ScanSettings;
import vn.motcua.scanner.paper.ScannedPage;

/** Makes a page of a loaded picture. */
final class SimulatedPage {
  private static final double MILLIMETRES_PER_INCH = 25.4;

  private SimulatedPage() {}

  /**
   * The page for {@code picture} in the mode asked for.
   *
   * @throws FaultException with {@link ScanFault.BadImage} if it is not a whole picture
   */
  static ScannedPage of(int number, byte[] picture, ScanSettings settings) throws FaultException {
    PageImages.Facts info = PageImages.check(picture);
    int dpi = info.dpi().orElse(settings.dpi());
    if (settings.mode() == ColourMode.COLOUR && covers(settings.area(), info, dpi)) {
      return new ScannedPage(
          number, info.format(), picture.clone(), info.width(), info.height(), dpi);
    }
    try {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
      if (image == null) {
        throw new FaultException(new ScanFault.BadImage());
      }
      BufferedImage part = part(image, settings.area(), dpi);
      return PageEncoder.encode(
          number, new PictureRows(part, settings.mode()), dpi, settings.quality());
    } catch (IOException e) {
      throw new FaultException(new ScanFault.BadImage(), e);
    }
  }

  /** Whether nothing has to be cut away: then the picture is given as it is. */
  private static boolean covers(ScanArea area, PageImages.Facts picture, int dpi) {
    double pixels = dpi / MILLIMETRES_PER_INCH;
    return area.left() == 0
        && area.top() == 0
        && area.width() * pixels >= picture.width()
        && area.height() * pixels >= picture.height();
  }

  /** What of the picture lies in the area; a sheet that is smaller than the area stays whole. */
  private static BufferedImage part(BufferedImage image, ScanArea area, int dpi)
      throws FaultException {
    double pixels = dpi / MILLIMETRES_PER_INCH;
    int left = (int) Math.round(area.left() * pixels);
    int top = (int) Math.round(area.top() * pixels);
    int width = (int) Math.round(Math.min(image.getWidth() - left, area.width() * pixels));
    int height = (int) Math.round(Math.min(image.getHeight() - top, area.height() * pixels));
    if (width < 1 || height < 1) {
      throw new FaultException(new ScanFault.UnsupportedSetting("size"));
    }
    return image.getSubimage(left, top, width, height);
  }
}
