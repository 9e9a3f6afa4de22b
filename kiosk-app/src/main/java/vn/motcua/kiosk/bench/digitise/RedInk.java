package vn.motcua.kiosk.bench.digitise;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Whether a picture has red ink, for a page of which nobody said that it is stamped. */
final class RedInk {
  /** Every fifth pixel each way tells enough. */
  private static final int STEP = 5;

  /** By so much red stands out of green and blue; worn paper and skin do not. */
  private static final int REDDER = 70;

  /** A stamp's rings and star are about five thousandths of an A4; dirt is far less. */
  private static final double SHARE = 0.0008;

  private RedInk() {}

  static boolean isOn(Path picture) throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(picture.toFile())) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return false;
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        ImageReadParam how = reader.getDefaultReadParam();
        how.setSourceSubsampling(STEP, STEP, 0, 0);
        return isOn(reader.read(0, how));
      } finally {
        reader.dispose();
      }
    }
  }

  private static boolean isOn(BufferedImage image) {
    if (image.getColorModel().getNumColorComponents() < 3) {
      return false;
    }
    int red = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int rgb = image.getRGB(x, y);
        int others = Math.max(rgb >> 8 & 255, rgb & 255);
        if ((rgb >> 16 & 255) - others > REDDER) {
          red++;
        }
      }
    }
    return red > SHARE * image.getWidth() * image.getHeight();
  }
}
