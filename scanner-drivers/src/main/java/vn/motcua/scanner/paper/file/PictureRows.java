package vn.motcua.scanner.paper.file;

import java.awt.image.BufferedImage;
import vn.motcua.scanner.paper.Rows;

/** A picture in memory as rows: in colour, or in grey if it has no colour anywhere. */
final class PictureRows implements Rows {
  private final BufferedImage image;
  private final int[] line;
  private final boolean grey;
  private int y;

  PictureRows(BufferedImage image) {
    this.image = image;
    this.line = new int[image.getWidth()];
    this.grey = colourless();
  }

  private boolean colourless() {
    for (int at = 0; at < image.getHeight(); at++) {
      image.getRGB(0, at, line.length, 1, line, 0, line.length);
      for (int rgb : line) {
        int blue = rgb & 0xff;
        if ((rgb >> 8 & 0xff) != blue || (rgb >> 16 & 0xff) != blue) {
          return false;
        }
      }
    }
    return true;
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
    return grey ? 1 : 3;
  }

  @Override
  public boolean bits() {
    return false;
  }

  @Override
  public void next(byte[] row) {
    image.getRGB(0, y++, line.length, 1, line, 0, line.length);
    int at = 0;
    for (int rgb : line) {
      if (!grey) {
        row[at++] = (byte) (rgb >> 16);
        row[at++] = (byte) (rgb >> 8);
      }
      row[at++] = (byte) rgb;
    }
  }
}
