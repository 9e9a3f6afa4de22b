package vn.motcua.scanner.paper.escl;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import vn.motcua.scanner.FaultException;
import vn.motcua.scanner.paper.ImageFormat;
import vn.motcua.scanner.paper.PageEncoder;
import vn.motcua.scanner.paper.Rows;
import vn.motcua.scanner.paper.ScanFault;
import vn.motcua.scanner.paper.ScannedPage;

/**
 * Makes one bit a pixel of a page that was asked for so and came in grey or colour, as devices do
 * that know JPEG only. What has one bit is left untouched.
 */
final class OneBit {
  /** A3 at 600 dots per inch: what is decoded stands in memory. */
  private static final long MOST_PIXELS = 70_000_000;

  private static final int MIDDLE = 128;

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
      return PageEncoder.encode(page.number(), new Threshold(reader.read(0)), page.dpi());
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

  /** Darker than the middle is black. */
  private static final class Threshold implements Rows {
    private final BufferedImage image;
    private final int[] line;
    private final boolean grey;
    private int next;

    Threshold(BufferedImage image) {
      this.image = image;
      this.line = new int[image.getWidth()];
      // The JDK would take grey samples for linear light and brighten them.
      this.grey =
          image.getRaster().getNumBands() == 1 && image.getType() == BufferedImage.TYPE_BYTE_GRAY;
    }

    @Override
    public int width() {
      return image.getWidth();
    }

    @Override
    public int height() {
      return image.getHeight();
    }

    @Override
    public int channels() {
      return 1;
    }

    @Override
    public boolean bits() {
      return true;
    }

    @Override
    public void next(byte[] row) {
      Arrays.fill(row, 0, rowBytes(), (byte) 0);
      luminance();
      for (int x = 0; x < line.length; x++) {
        if (line[x] < MIDDLE) {
          row[x >> 3] |= (byte) (0x80 >> (x & 7));
        }
      }
      next++;
    }

    private void luminance() {
      if (grey) {
        Raster raster = image.getRaster();
        raster.getSamples(0, next, line.length, 1, 0, line);
        return;
      }
      image.getRGB(0, next, line.length, 1, line, 0, line.length);
      for (int x = 0; x < line.length; x++) {
        int rgb = line[x];
        // ITU-R BT.601 §2.5.1
        line[x] = ((rgb >> 16 & 0xff) * 299 + (rgb >> 8 & 0xff) * 587 + (rgb & 0xff) * 114) / 1000;
      }
    }
  }
}
