package vn.motcua.kiosk.ui.kit;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Pictures of pages for the screen, no larger than it needs. Safe on any thread. */
public final class PageImage {
  /** The longest side that is decoded at all, in pixels; larger pictures are refused. */
  static final int LONGEST = 40_000;

  private PageImage() {}

  /**
   * Reads a JPEG, PNG or TIFF file, thinned out so that it is at least {@code width} pixels wide
   * and less than twice that (or as wide as the file, if that is less).
   *
   * @throws IOException if it is no picture, or one of an absurd size
   */
  public static Image read(Path file, int width) throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      if (in == null) {
        throw new IOException("cannot be opened");
      }
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new IOException("not a picture");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        int real = reader.getWidth(0);
        if (real > LONGEST || reader.getHeight(0) > LONGEST) {
          throw new IOException("too large a picture");
        }
        ImageReadParam thin = reader.getDefaultReadParam();
        // Skipping pixels alone would tear thin strokes; the last steps average.
        int step = Math.max(1, real / (4 * Math.max(1, width)));
        thin.setSourceSubsampling(step, step, 0, 0);
        BufferedImage picture = reader.read(0, thin);
        while (picture.getWidth() >= 2 * width && picture.getHeight() > 1) {
          picture = half(picture);
        }
        return of(picture);
      } catch (RuntimeException broken) {
        // Image readers throw whatever they like at broken files.
        throw new IOException("a broken picture", broken);
      } finally {
        reader.dispose();
      }
    }
  }

  /** Overwrites the pixels of a picture that nobody is to see any more. On the screen's thread. */
  public static void wipe(Image picture) {
    if (picture instanceof WritableImage image) {
      int width = (int) image.getWidth();
      int[] nothing = new int[width];
      for (int y = 0; y < (int) image.getHeight(); y++) {
        image
            .getPixelWriter()
            .setPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), nothing, 0, width);
      }
    }
  }

  private static BufferedImage half(BufferedImage picture) {
    int width = picture.getWidth() / 2;
    int height = picture.getHeight() / 2;
    BufferedImage smaller = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = smaller.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(picture, 0, 0, width, height, null);
    pen.dispose();
    return smaller;
  }

  /** The same picture as the screen needs it. */
  public static Image of(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    WritableImage image = new WritableImage(width, height);
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      picture.getRGB(0, y, width, 1, row, 0, width);
      image
          .getPixelWriter()
          .setPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), row, 0, width);
    }
    return image;
  }
}
