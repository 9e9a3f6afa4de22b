package vn.motcua.scanner.paper;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Draws pages for tests and compares what came back with what was drawn. */
public final class TestPages {
  private TestPages() {}

  /** A page with text, a red stamp and a line that names its number. */
  public static BufferedImage page(int number, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setColor(new Color(253, 252, 247));
    g.fillRect(0, 0, width, height);
    g.setColor(Color.BLACK);
    g.setFont(new Font(Font.SERIF, Font.PLAIN, Math.max(8, height / 40)));
    int line = height / 25;
    for (int i = 1; i < 22; i++) {
      g.drawString(
          "Trang " + number + ", dòng " + i + ": Đơn đề nghị xác nhận", width / 12, i * line);
    }
    g.setColor(new Color(200, 20, 30));
    g.drawOval(width / 2, height / 2, width / 4, width / 4);
    g.fillRect(width / 20, height * 9 / 10, width * number % (width / 2) + 5, height / 40);
    g.dispose();
    return image;
  }

  public static byte[] jpeg(BufferedImage image) {
    return encode(image, "jpeg");
  }

  public static byte[] png(BufferedImage image) {
    return encode(image, "png");
  }

  public static byte[] tiff(BufferedImage image) {
    return encode(image, "tiff");
  }

  private static byte[] encode(BufferedImage image, String format) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      if (!ImageIO.write(image, format, out)) {
        throw new AssertionError("no writer for " + format);
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static BufferedImage decode(byte[] image) throws IOException {
    BufferedImage decoded = ImageIO.read(new ByteArrayInputStream(image));
    if (decoded == null) {
      throw new AssertionError("not a picture");
    }
    return decoded;
  }

  /** Writes a picture as binary PPM, the format that SANE's pnm backend replays. */
  public static Path ppm(BufferedImage image, Path file) throws IOException {
    int width = image.getWidth();
    int height = image.getHeight();
    byte[] pixels = new byte[width * height * 3];
    int[] row = new int[width];
    for (int y = 0, at = 0; y < height; y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      for (int rgb : row) {
        pixels[at++] = (byte) (rgb >> 16);
        pixels[at++] = (byte) (rgb >> 8);
        pixels[at++] = (byte) rgb;
      }
    }
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(("P6\n" + width + " " + height + "\n255\n").getBytes(StandardCharsets.US_ASCII));
      out.write(pixels);
    }
    return file;
  }

  /** Peak signal-to-noise ratio in decibels over all three channels. */
  public static double psnr(BufferedImage a, BufferedImage b) {
    if (a.getWidth() != b.getWidth() || a.getHeight() != b.getHeight()) {
      throw new AssertionError(
          a.getWidth() + "x" + a.getHeight() + " and " + b.getWidth() + "x" + b.getHeight());
    }
    double sum = 0;
    for (int y = 0; y < a.getHeight(); y++) {
      for (int x = 0; x < a.getWidth(); x++) {
        int p = a.getRGB(x, y);
        int q = b.getRGB(x, y);
        for (int shift = 0; shift <= 16; shift += 8) {
          int d = (p >> shift & 0xff) - (q >> shift & 0xff);
          sum += d * d;
        }
      }
    }
    double mean = sum / (3.0 * a.getWidth() * a.getHeight());
    return mean == 0 ? Double.POSITIVE_INFINITY : 10 * Math.log10(255.0 * 255.0 / mean);
  }
}
