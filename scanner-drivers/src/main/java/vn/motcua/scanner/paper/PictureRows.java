package vn.motcua.scanner.paper;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/** A picture in memory as rows of one mode; black and white with the threshold in the middle. */
public final class PictureRows implements Rows {
  private static final int THRESHOLD = 128;

  private final BufferedImage image;
  private final ColourMode mode;
  private final int[] line;
  private int y;

  /**
   * @param image read from its first row on
   */
  public PictureRows(BufferedImage image, ColourMode mode) {
    this.image = image;
    this.mode = mode;
    this.line = new int[image.getWidth()];
  }

  /** In colour if any pixel has one, else in grey. */
  public static PictureRows inItsColours(BufferedImage image) {
    PictureRows grey = new PictureRows(image, ColourMode.GREY);
    for (int y = 0; y < image.getHeight(); y++) {
      grey.readLine(y);
      for (int rgb : grey.line) {
        int blue = rgb & 0xff;
        if ((rgb >> 8 & 0xff) != blue || (rgb >> 16 & 0xff) != blue) {
          return new PictureRows(image, ColourMode.COLOUR);
        }
      }
    }
    return grey;
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
    return mode == ColourMode.COLOUR ? 3 : 1;
  }

  @Override
  public boolean bits() {
    return mode == ColourMode.BLACK_WHITE;
  }

  @Override
  public void next(byte[] row) {
    readLine(y++);
    switch (mode) {
      case COLOUR -> {
        for (int x = 0; x < line.length; x++) {
          row[3 * x] = (byte) (line[x] >> 16);
          row[3 * x + 1] = (byte) (line[x] >> 8);
          row[3 * x + 2] = (byte) line[x];
        }
      }
      case GREY -> {
        for (int x = 0; x < line.length; x++) {
          row[x] = (byte) grey(line[x]);
        }
      }
      case BLACK_WHITE -> {
        Arrays.fill(row, 0, rowBytes(), (byte) 0);
        for (int x = 0; x < line.length; x++) {
          if (grey(line[x]) < THRESHOLD) {
            row[x / 8] |= (byte) (0x80 >> x % 8);
          }
        }
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
