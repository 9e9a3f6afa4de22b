package vn.motcua.scanner.paper.simulated;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import vn.motcua.scanner.paper.Rows;

/** A picture in memory as grey rows, or as black and white with the threshold in the middle. */
final class PictureRows implements Rows {
  private static final int THRESHOLD = 128;

  private final BufferedImage image;
  private final boolean bits;
  private final int[] line;
  private int y;

  PictureRows(BufferedImage image, boolean bits) {
    this.image = image;
    this.bits = bits;
    this.line = new int[image.getWidth()];
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
    return bits;
  }

  @Override
  public void next(byte[] row) {
    readLine(y++);
    if (bits) {
      Arrays.fill(row, 0, rowBytes(), (byte) 0);
    }
    for (int x = 0; x < line.length; x++) {
      int grey = grey(line[x]);
      if (!bits) {
        row[x] = (byte) grey;
      } else if (grey < THRESHOLD) {
        row[x / 8] |= (byte) (0x80 >> x % 8);
      }
    }
  }

  private void readLine(int at) {
    if (image.getType() == BufferedImage.TYPE_BYTE_GRAY) {
      // Asked for RGB, Java takes these samples for linear light and would brighten them.
      image.getRaster().getSamples(0, at, width(), 1, 0, line);
      for (int x = 0; x < line.length; x++) {
        line[x] *= 0x010101;
      }
    } else {
      image.getRGB(0, at, width(), 1, line, 0, width());
    }
  }

  private static int grey(int rgb) {
    int red = rgb >> 16 & 0xff;
    int green = rgb >> 8 & 0xff;
    int blue = rgb & 0xff;
    return (19_595 * red + 38_470 * green + 7_471 * blue + 32_768) >> 16;
  }
}
