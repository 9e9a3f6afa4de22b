package vn.motcua.scanner.paper.camera;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Arrays;

/**
 * Pixels in memory, three bytes each: blue, green, red, row after row without gaps. That is how
 * both the JDK's JPEG decoder and the cameras' decoder give them, so that a picture of twelve
 * million pixels is held once.
 *
 * @param width pixels, at least 1
 * @param height pixels, at least 1
 * @param bgr width × height × 3 bytes; whoever gets a picture may change them only if it is the
 *     picture's sole owner
 */
@SuppressWarnings("ArrayRecordComponent") // megabytes that are handed on, never compared
public record Picture(int width, int height, byte[] bgr) {
  public Picture {
    if (width < 1 || height < 1 || bgr.length != Math.multiplyExact(width * 3, height)) {
      throw new IllegalArgumentException(width + " x " + height + " in " + bgr.length + " bytes");
    }
  }

  /** A black picture. */
  public static Picture black(int width, int height) {
    return new Picture(width, height, new byte[Math.multiplyExact(width * 3, height)]);
  }

  /** The pixels of an image; shared with it if they lie there as they do here. */
  public static Picture of(BufferedImage image) {
    if (image.getType() == BufferedImage.TYPE_3BYTE_BGR
        && image.getRaster().getDataBuffer() instanceof DataBufferByte bytes
        && image.getRaster().getParent() == null
        && bytes.getData().length == image.getWidth() * image.getHeight() * 3) {
      return new Picture(image.getWidth(), image.getHeight(), bytes.getData());
    }
    Picture picture = black(image.getWidth(), image.getHeight());
    int[] row = new int[image.getWidth()];
    for (int y = 0, at = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, row.length, 1, row, 0, row.length);
      for (int rgb : row) {
        picture.bgr[at++] = (byte) rgb;
        picture.bgr[at++] = (byte) (rgb >> 8);
        picture.bgr[at++] = (byte) (rgb >> 16);
      }
    }
    return picture;
  }

  /** An image that shares these pixels. */
  public BufferedImage image() {
    WritableRaster raster =
        Raster.createInterleavedRaster(
            new DataBufferByte(bgr, bgr.length),
            width,
            height,
            width * 3,
            3,
            new int[] {2, 1, 0},
            null);
    ComponentColorModel model =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_sRGB),
            false,
            false,
            ComponentColorModel.OPAQUE,
            DataBuffer.TYPE_BYTE);
    return new BufferedImage(model, raster, false, null);
  }

  /** Brightness of a pixel, 0 to 255, weighted as the eye does (ITU-R BT.601). */
  public int grey(int x, int y) {
    int at = (y * width + x) * 3;
    return ((bgr[at] & 0xff) * 29 + (bgr[at + 1] & 0xff) * 150 + (bgr[at + 2] & 0xff) * 77) >> 8;
  }

  /** The whole factor by which the longer side must shrink so that it is {@code side} at most. */
  int shrinking(int side) {
    return Math.max(1, (Math.max(width, height) + side - 1) / side);
  }

  /** This picture {@code factor} times smaller, each pixel the mean of those it stands for. */
  Picture shrunk(int factor) {
    if (factor == 1) {
      return this;
    }
    Picture small = black(Math.max(1, width / factor), Math.max(1, height / factor));
    int across = Math.min(factor, width);
    int down = Math.min(factor, height);
    int[] sums = new int[small.width * 3];
    int half = across * down / 2;
    for (int y = 0; y < small.height; y++) {
      Arrays.fill(sums, half);
      for (int dy = 0; dy < down; dy++) {
        int at = (y * factor + dy) * width * 3;
        for (int x = 0; x < sums.length; x += 3) {
          int blue = 0;
          int green = 0;
          int red = 0;
          for (int dx = 0; dx < across; dx++, at += 3) {
            blue += bgr[at] & 0xff;
            green += bgr[at + 1] & 0xff;
            red += bgr[at + 2] & 0xff;
          }
          sums[x] += blue;
          sums[x + 1] += green;
          sums[x + 2] += red;
        }
      }
      int to = y * sums.length;
      for (int x = 0; x < sums.length; x++) {
        small.bgr[to + x] = (byte) (sums[x] / (across * down));
      }
    }
    return small;
  }
}
