package vn.motcua.scanner.paper.camera;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Photographs a drawn sheet with a pinhole camera, so that the place of its corners is known
 * exactly: perspective, light, shadows, glare, a hand, a second sheet, motion, noise and JPEG.
 */
final class SyntheticShot {
  /** Millimetres from the sheet where its own shade is less than a number can tell. */
  private static final double SHADE_ENDS = 80;

  int width = 1600;
  int height = 1200;
  double sheetWidth = 210;
  double sheetHeight = 297;
  BufferedImage texture;
  TableTop table = TableTop.WOOD;

  /** False for an empty table. */
  boolean sheet = true;

  /** The part of the picture's height that the sheet's longer side takes when seen straight. */
  double fill = 0.85;

  double turn;
  double tiltX;
  double tiltY;

  /** Where the middle of the sheet is seen, in parts of the picture, 0.5 for its middle. */
  double middleX = 0.5;

  double middleY = 0.5;

  /** Brightness in the middle, and how much it falls from one side to the other. */
  double light = 0.92;

  double lightFall;
  double lightAngle;

  /** Colour of the light. */
  double[] cast = {1, 1, 1};

  /** Depth of a soft shadow over a part of the sheet, 0 for none. */
  double shadow;

  /** Millimetres of movement while the shutter was open. */
  double motion;

  double motionAngle;

  /** Standard deviation of the lens's blur in pixels. */
  double lens = 0.5;

  /** Peak of the glare in grey levels, and its radius in millimetres. */
  double glare;

  double glareRadius = 18;
  double glareX = 0.5;
  double glareY = 0.5;
  boolean hand;
  boolean second;
  double noise = 2;
  double jpeg = 0.88;
  long seed = 1;

  /** Its pixels as blue, green and red: asking the image for each one takes most of the time. */
  private byte[] texels = {};

  private double acrossCos;
  private double acrossSin;
  private double[] toPicture = new double[9];
  private double[] toSheet = new double[9];

  /** The picture and the truth about it. */
  record Shot(Picture picture, Quad corners, double pixelsPerMillimetre) {}

  Shot take() {
    if (sheet) {
      texels = Picture.of(texture).bgr();
    }
    acrossCos = Math.cos(lightAngle);
    acrossSin = Math.sin(lightAngle);
    project();
    float[] linear = new float[width * height * 3];
    IntStream.range(0, height).parallel().forEach(y -> row(y, linear));
    Quad corners =
        Quad.clockwise(
            java.util.List.of(
                map(toPicture, 0, 0),
                map(toPicture, sheetWidth, 0),
                map(toPicture, sheetWidth, sheetHeight),
                map(toPicture, 0, sheetHeight)));
    double scale = Math.sqrt(corners.area() / (sheetWidth * sheetHeight));
    if (motion > 0) {
      move(linear, motion * scale);
    }
    if (lens > 0) {
      blur(linear, lens);
    }
    return new Shot(developed(linear), corners, scale);
  }

  /** Sheet (millimetres) to picture by a pinhole whose focal length is 1.15 picture widths. */
  private void project() {
    double focal = 1.15 * Math.max(width, height);
    double distance = focal * Math.max(sheetWidth, sheetHeight) / (fill * Math.min(width, height));
    double ct = Math.cos(turn);
    double st = Math.sin(turn);
    double cx = Math.cos(tiltX);
    double sx = Math.sin(tiltX);
    double cy = Math.cos(tiltY);
    double sy = Math.sin(tiltY);
    // Columns of Rx·Ry·Rz for the sheet's two axes.
    double[] u = {cy * ct, sx * sy * ct + cx * st, -cx * sy * ct + sx * st};
    double[] v = {-cy * st, -sx * sy * st + cx * ct, cx * sy * st + sx * ct};
    double px = (middleX - 0.5) * width * distance / focal;
    double py = (middleY - 0.5) * height * distance / focal;
    double[] o = new double[3];
    for (int i = 0; i < 3; i++) {
      o[i] = -u[i] * sheetWidth / 2 - v[i] * sheetHeight / 2;
    }
    o[0] += px;
    o[1] += py;
    o[2] += distance;
    for (int column = 0; column < 3; column++) {
      double[] axis = column == 0 ? u : column == 1 ? v : o;
      toPicture[column] = focal * axis[0] + width / 2.0 * axis[2];
      toPicture[3 + column] = focal * axis[1] + height / 2.0 * axis[2];
      toPicture[6 + column] = axis[2];
    }
    toSheet = inverse(toPicture);
  }

  private static double[] inverse(double[] m) {
    double[] r = {
      m[4] * m[8] - m[5] * m[7], m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
      m[5] * m[6] - m[3] * m[8], m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
      m[3] * m[7] - m[4] * m[6], m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3]
    };
    double det = m[0] * r[0] + m[1] * r[3] + m[2] * r[6];
    for (int i = 0; i < 9; i++) {
      r[i] /= det;
    }
    return r;
  }

  private static Point map(double[] m, double x, double y) {
    double w = m[6] * x + m[7] * y + m[8];
    return new Point((m[0] * x + m[1] * y + m[2]) / w, (m[3] * x + m[4] * y + m[5]) / w);
  }

  private void row(int y, float[] out) {
    double[] rgb = new double[3];
    double[] sum = new double[3];
    for (int x = 0; x < width; x++) {
      Arrays.fill(sum, 0);
      for (int s = 0; s < 4; s++) {
        double px = x + 0.25 + 0.5 * (s & 1);
        double py = y + 0.25 + 0.5 * (s >> 1);
        scene(px, py, rgb);
        sum[0] += rgb[0];
        sum[1] += rgb[1];
        sum[2] += rgb[2];
      }
      int at = (y * width + x) * 3;
      out[at] = (float) sum[2] / 4;
      out[at + 1] = (float) sum[1] / 4;
      out[at + 2] = (float) sum[0] / 4;
    }
  }

  private void scene(double px, double py, double[] rgb) {
    double w = toSheet[6] * px + toSheet[7] * py + toSheet[8];
    double x = (toSheet[0] * px + toSheet[1] * py + toSheet[2]) / w;
    double y = (toSheet[3] * px + toSheet[4] * py + toSheet[5]) / w;
    boolean onSheet = sheet && x >= 0 && y >= 0 && x < sheetWidth && y < sheetHeight;
    if (onSheet) {
      paper(x, y, rgb);
    } else {
      table.colour(x, y, rgb);
      if (second && onSecond(x, y)) {
        rgb[0] = 243;
        rgb[1] = 243;
        rgb[2] = 240;
      }
      if (sheet) {
        double away = outside(x, y);
        if (away < SHADE_ENDS) {
          double dark = 1 - 0.25 * Math.exp(-away / 2.0);
          rgb[0] *= dark;
          rgb[1] *= dark;
          rgb[2] *= dark;
        }
      }
    }
    if (hand && onHand(x, y)) {
      double shade = 0.9 + 0.1 * TableTop.noise(x / 8, y / 8);
      rgb[0] = 205 * shade;
      rgb[1] = 150 * shade;
      rgb[2] = 120 * shade;
    }
    double bright = brightness(px, py, x, y);
    double shine = 0;
    if (glare > 0) {
      double dx = x - glareX * sheetWidth;
      double dy = y - glareY * sheetHeight;
      double r = (dx * dx + dy * dy) / (glareRadius * glareRadius);
      shine = glare * Math.exp(-r * r * 0.7);
    }
    for (int i = 0; i < 3; i++) {
      rgb[i] = rgb[i] * bright * cast[i] + shine;
    }
  }

  private double brightness(double px, double py, double x, double y) {
    double across = (px / width - 0.5) * acrossCos + (py / height - 0.5) * acrossSin;
    double bright = light * (1 + lightFall * across);
    if (shadow > 0) {
      double edge = (x * 0.9 + y * 0.4 - sheetWidth * 0.8) / 12;
      bright *= 1 - shadow / (1 + Math.exp(-edge));
    }
    return bright;
  }

  private double outside(double x, double y) {
    double dx = Math.max(0, Math.max(-x, x - sheetWidth));
    double dy = Math.max(0, Math.max(-y, y - sheetHeight));
    return Math.hypot(dx, dy);
  }

  private boolean onSecond(double x, double y) {
    double rx = x - sheetWidth - 25;
    double ry = y - 40;
    double a = rx * 0.985 + ry * 0.17;
    double b = -rx * 0.17 + ry * 0.985;
    return a >= 0 && b >= 0 && a < 148 && b < 210;
  }

  private boolean onHand(double x, double y) {
    double hx = (x - sheetWidth - 10) / 38;
    double hy = (y - sheetHeight * 0.62) / 22;
    boolean palm = hx * hx + hy * hy < 1;
    double tx = (x - sheetWidth + 22) / 16;
    double ty = (y - sheetHeight * 0.60) / 7;
    return palm || tx * tx + ty * ty < 1;
  }

  private void paper(double x, double y, double[] rgb) {
    double tx = x / sheetWidth * texture.getWidth() - 0.5;
    double ty = y / sheetHeight * texture.getHeight() - 0.5;
    int ix = Math.clamp((int) Math.floor(tx), 0, texture.getWidth() - 2);
    int iy = Math.clamp((int) Math.floor(ty), 0, texture.getHeight() - 2);
    double fx = Math.clamp(tx - ix, 0, 1);
    double fy = Math.clamp(ty - iy, 0, 1);
    int above = (iy * texture.getWidth() + ix) * 3;
    int below = above + texture.getWidth() * 3;
    for (int i = 0; i < 3; i++) {
      int colour = 2 - i;
      double top =
          (texels[above + colour] & 255) * (1 - fx) + (texels[above + 3 + colour] & 255) * fx;
      double bottom =
          (texels[below + colour] & 255) * (1 - fx) + (texels[below + 3 + colour] & 255) * fx;
      rgb[i] = top * (1 - fy) + bottom * fy;
    }
  }

  private void move(float[] pixels, double length) {
    int taps = Math.max(2, (int) Math.ceil(length * 2));
    float[] source = pixels.clone();
    double cos = Math.cos(motionAngle);
    double sin = Math.sin(motionAngle);
    IntStream.range(0, height)
        .parallel()
        .forEach(y -> {
          for (int x = 0; x < width; x++) {
            int to = (y * width + x) * 3;
            float blue = 0;
            float green = 0;
            float red = 0;
            for (int i = 0; i < taps; i++) {
              double d = ((i + 0.5) / taps - 0.5) * length;
              int sx = Math.clamp(Math.round(x + d * cos), 0, width - 1);
              int sy = Math.clamp(Math.round(y + d * sin), 0, height - 1);
              int at = (sy * width + sx) * 3;
              blue += source[at];
              green += source[at + 1];
              red += source[at + 2];
            }
            pixels[to] = blue / taps;
            pixels[to + 1] = green / taps;
            pixels[to + 2] = red / taps;
          }
        });
  }

  private void blur(float[] pixels, double sigma) {
    int reach = (int) Math.ceil(3 * sigma);
    float[] taps = new float[2 * reach + 1];
    float sum = 0;
    for (int i = -reach; i <= reach; i++) {
      taps[i + reach] = (float) Math.exp(-i * i / (2 * sigma * sigma));
      sum += taps[i + reach];
    }
    for (int i = 0; i < taps.length; i++) {
      taps[i] /= sum;
    }
    float[] middle = new float[pixels.length];
    IntStream.range(0, height).parallel().forEach(y -> pass(pixels, middle, y, taps, reach, true));
    IntStream.range(0, height).parallel().forEach(y -> pass(middle, pixels, y, taps, reach, false));
  }

  private void pass(float[] from, float[] to, int y, float[] taps, int reach, boolean across) {
    for (int x = 0; x < width; x++) {
      for (int channel = 0; channel < 3; channel++) {
        float sum = 0;
        for (int i = -reach; i <= reach; i++) {
          int sx = across ? Math.clamp(x + i, 0, width - 1) : x;
          int sy = across ? y : Math.clamp(y + i, 0, height - 1);
          sum += taps[i + reach] * from[(sy * width + sx) * 3 + channel];
        }
        to[(y * width + x) * 3 + channel] = sum;
      }
    }
  }

  private Picture developed(float[] pixels) {
    Random random = new OwnRandom(seed);
    Picture picture = Picture.black(width, height);
    for (int i = 0; i < pixels.length; i++) {
      double value = pixels[i] + noise * random.nextGaussian();
      picture.bgr()[i] = (byte) Math.clamp(Math.round(value), 0, 255);
    }
    return jpeg > 0 ? throughJpeg(picture, jpeg) : picture;
  }

  /** The numbers of {@link Random}, for one thread only and so in a third of the time. */
  private static final class OwnRandom extends Random {
    private long state;

    OwnRandom(long seed) {
      super(seed);
      state = (seed ^ 0x5DEECE66DL) & ((1L << 48) - 1);
    }

    @Override
    protected int next(int bits) {
      state = (state * 0x5DEECE66DL + 0xBL) & ((1L << 48) - 1);
      return (int) (state >>> (48 - bits));
    }
  }

  static Picture throughJpeg(Picture picture, double quality) {
    try {
      return Picture.of(ImageIO.read(new ByteArrayInputStream(encoded(picture, quality))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] encoded(Picture picture, double quality) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality((float) quality);
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture.image(), null, null), how);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
