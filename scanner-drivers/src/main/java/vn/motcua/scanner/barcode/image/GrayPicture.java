package vn.motcua.scanner.barcode.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/**
 * A picture without colours.
 *
 * @param width pixels, 1 or more
 * @param height pixels, 1 or more
 * @param pixels row after row, 0 black to 255 white; not copied, so leave it alone afterwards
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record GrayPicture(int width, int height, byte[] pixels) {
  public GrayPicture {
    if (width < 1 || height < 1 || pixels.length != (long) width * height) {
      throw new IllegalArgumentException(width + " × " + height + ": " + pixels.length);
    }
  }

  /**
   * The red channel: red stamps are not in the way of what they cover, and codes are printed in
   * black.
   */
  public static GrayPicture redOf(BufferedImage image) {
    return channel(image, 16);
  }

  /** The green channel, which is nearest to what an eye sees. */
  public static GrayPicture greenOf(BufferedImage image) {
    return channel(image, 8);
  }

  private static GrayPicture channel(BufferedImage image, int shift) {
    int width = image.getWidth();
    int height = image.getHeight();
    byte[] pixels = new byte[Math.multiplyExact(width, height)];
    boolean whole = image.getRaster().getParent() == null;
    if (whole && image.getRaster().getDataBuffer() instanceof DataBufferByte data) {
      byte[] raw = data.getData();
      if (image.getType() == BufferedImage.TYPE_BYTE_GRAY && raw.length == pixels.length) {
        System.arraycopy(raw, 0, pixels, 0, pixels.length);
        return new GrayPicture(width, height, pixels);
      }
      if (image.getType() == BufferedImage.TYPE_3BYTE_BGR && raw.length == 3 * pixels.length) {
        for (int i = 0; i < pixels.length; i++) {
          pixels[i] = raw[3 * i + shift / 8];
        }
        return new GrayPicture(width, height, pixels);
      }
    }
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      for (int x = 0; x < width; x++) {
        pixels[y * width + x] = (byte) (row[x] >> shift);
      }
    }
    return new GrayPicture(width, height, pixels);
  }

  /** The upper part of it, so many pixels high. */
  GrayPicture top(int rows) {
    byte[] part = new byte[width * rows];
    System.arraycopy(pixels, 0, part, 0, part.length);
    return new GrayPicture(width, rows, part);
  }

  /** Half as wide and half as high: four pixels become their mean. */
  GrayPicture half() {
    int w = Math.max(1, width / 2);
    int h = Math.max(1, height / 2);
    if (width < 2 || height < 2) {
      return this;
    }
    byte[] small = new byte[w * h];
    for (int y = 0; y < h; y++) {
      int upper = 2 * y * width;
      int lower = upper + width;
      for (int x = 0; x < w; x++) {
        int sum =
            (pixels[upper + 2 * x] & 0xff)
                + (pixels[upper + 2 * x + 1] & 0xff)
                + (pixels[lower + 2 * x] & 0xff)
                + (pixels[lower + 2 * x + 1] & 0xff);
        small[y * w + x] = (byte) (sum >> 2);
      }
    }
    return new GrayPicture(w, h, small);
  }
}
