package vn.motcua.scanner.chip.simulated;

import com.github.jaiimageio.jpeg2000.J2KImageWriteParam;
import com.github.jaiimageio.jpeg2000.impl.J2KImageWriter;
import com.github.jaiimageio.jpeg2000.impl.J2KImageWriterSpi;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import vn.motcua.scanner.chip.FaceImage;

/**
 * A portrait of nobody: head and shoulders as flat shapes whose colours follow from a number, under
 * a grain like a camera's, so that it takes the bytes that a photograph takes. The same number
 * gives the same pixels.
 */
public final class SimulatedFace {
  /** Pixels. */
  public static final int WIDTH = 480;

  /** Pixels. */
  public static final int HEIGHT = 640;

  private final BufferedImage picture;

  /**
   * @param seed for example a card number
   */
  public SimulatedFace(String seed) {
    picture = draw(new Random(seed.hashCode()));
  }

  /** The pixels, opaque. */
  public BufferedImage picture() {
    BufferedImage copy = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    copy.setData(picture.getData());
    return copy;
  }

  /**
   * Encoded as JPEG.
   *
   * @param bytes the most it may have; it comes as near as the encoder's steps of quality allow
   */
  public FaceImage jpeg(int bytes) {
    byte[] best = jpeg(0.02f);
    int low = 2;
    int high = 100;
    while (high - low > 1) {
      int middle = (low + high) / 2;
      byte[] tried = jpeg(middle / 100f);
      if (tried.length <= bytes) {
        best = tried;
        low = middle;
      } else {
        high = middle;
      }
    }
    return new FaceImage(FaceImage.Format.JPEG, WIDTH, HEIGHT, best);
  }

  /**
   * Encoded as JPEG 2000 in the JP2 file format.
   *
   * @param bytes about how many it shall have
   */
  public FaceImage jpeg2000(int bytes) {
    ImageWriter writer = new J2KImageWriter(new J2KImageWriterSpi());
    J2KImageWriteParam settings = new J2KImageWriteParam();
    settings.setLossless(false);
    settings.setEncodingRate(bytes * 8.0 / (WIDTH * HEIGHT));
    // The writer takes packed pixels for signed numbers.
    BufferedImage bytewise = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
    bytewise.setRGB(
        0, 0, WIDTH, HEIGHT, picture.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH), 0, WIDTH);
    return new FaceImage(
        FaceImage.Format.JPEG2000, WIDTH, HEIGHT, write(writer, settings, bytewise));
  }

  private byte[] jpeg(float quality) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam settings = writer.getDefaultWriteParam();
    settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    settings.setCompressionQuality(quality);
    return write(writer, settings, picture);
  }

  private static byte[] write(ImageWriter writer, ImageWriteParam settings, BufferedImage pixels) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(pixels, null, null), settings);
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory cannot fail", impossible);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static BufferedImage draw(Random random) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    fill(pen, Color.getHSBColor(0.55f + random.nextFloat() * 0.1f, 0.12f, 0.95f));
    Color skin = Color.getHSBColor(0.07f, 0.3f + random.nextFloat() * 0.2f, 0.85f);
    Color hair = Color.getHSBColor(0.06f, 0.4f, 0.08f + random.nextFloat() * 0.12f);
    pen.setColor(hair);
    pen.fillOval(120, 90, 240, 300);
    pen.setColor(Color.getHSBColor(random.nextFloat(), 0.6f, 0.6f));
    pen.fillOval(40, 480, 400, 360);
    pen.setColor(skin.darker());
    pen.fillRect(200, 400, 80, 110);
    pen.setColor(skin);
    pen.fillOval(145, 140, 190, 290);
    pen.setColor(hair);
    pen.fillArc(140, 100, 200, 180, 0, 180);
    pen.fillOval(180, 265, 34, 14);
    pen.fillOval(266, 265, 34, 14);
    pen.setColor(skin.darker());
    pen.fillOval(228, 290, 24, 44);
    pen.setColor(new Color(0xA0, 0x50, 0x50));
    pen.fillOval(205, 362, 70, 16);
    pen.dispose();
    grain(image, random);
    return image;
  }

  private static void fill(Graphics2D pen, Color colour) {
    pen.setColor(colour);
    pen.fillRect(0, 0, WIDTH, HEIGHT);
  }

  /** A photograph is never flat; without this every quality would give the same few bytes. */
  private static void grain(BufferedImage image, Random random) {
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int rgb = image.getRGB(x, y);
        int shift = (int) Math.round(random.nextGaussian() * 4);
        int red = Math.clamp((rgb >> 16 & 0xFF) + shift, 0, 255);
        int green = Math.clamp((rgb >> 8 & 0xFF) + shift, 0, 255);
        int blue = Math.clamp((rgb & 0xFF) + shift, 0, 255);
        image.setRGB(x, y, red << 16 | green << 8 | blue);
      }
    }
  }
}
