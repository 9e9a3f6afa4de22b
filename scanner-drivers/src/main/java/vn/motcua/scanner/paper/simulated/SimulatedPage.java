package vn.motcua.scanner.paper.simulated;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ColourMode;
import vn.motcua.scanner.paper.PageEncoder;
import vn.motcua.scanner.paper.PageImages;
import vn.motcua.scanner.paper.ScanFault;
import vn.motcua.scanner.paper.ScanSettings;
import vn.motcua.scanner.paper.ScannedPage;

/** Makes a page of a loaded picture. */
final class SimulatedPage {
  private SimulatedPage() {}

  /**
   * The page for {@code picture} in the mode asked for.
   *
   * @throws FaultException with {@link ScanFault.BadImage} if it is not a whole picture
   */
  static ScannedPage of(int number, byte[] picture, ScanSettings settings) throws FaultException {
    PageImages.Facts info = PageImages.check(picture);
    int dpi = info.dpi().orElse(settings.dpi());
    if (settings.mode() == ColourMode.COLOUR) {
      return new ScannedPage(
          number, info.format(), picture.clone(), info.width(), info.height(), dpi);
    }
    try {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
      if (image == null) {
        throw new FaultException(new ScanFault.BadImage());
      }
      boolean bits = settings.mode() == ColourMode.BLACK_WHITE;
      return PageEncoder.encode(number, new PictureRows(image, bits), dpi);
    } catch (IOException e) {
      throw new FaultException(new ScanFault.BadImage(), e);
    }
  }
}
