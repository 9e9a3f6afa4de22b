package vn.motcua.kiosk.bench;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import vn.motcua.kiosk.demo.DemoCards;
import vn.motcua.kiosk.demo.DemoPages;
import vn.motcua.scanner.chip.simulated.SimulatedCitizens;

/** A page as a scanner sees it: A4 in colour at 300 dpi, with the grain of paper and sensor. */
final class BenchPage {
  private static final int WIDTH = 2480;
  private static final int HEIGHT = 3508;
  private static final int GRAIN = 5;
  private static final float QUALITY = 0.9f;

  private final BufferedImage page;

  BenchPage() throws IOException {
    byte[] drawn = new DemoPages().of(DemoCards.facts(SimulatedCitizens.a())).getFirst();
    page = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = page.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(ImageIO.read(new ByteArrayInputStream(drawn)), 0, 0, WIDTH, HEIGHT, null);
    graphics.dispose();
    grain();
  }

  private void grain() {
    Random random = new Random(1);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int rgb = page.getRGB(x, y);
        int grain = random.nextInt(GRAIN) - GRAIN / 2;
        page.setRGB(
            x, y, shifted(rgb, 16, grain) | shifted(rgb, 8, grain) | shifted(rgb, 0, grain));
      }
    }
  }

  private static int shifted(int rgb, int shift, int by) {
    return Math.clamp((rgb >> shift & 0xff) + by, 0, 255) << shift;
  }

  /** The page as a JPEG of the quality that feeders deliver. */
  byte[] jpeg() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(page, null, null), how);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** Writes the page as a portable pixmap, which SANE's pnm backend replays. */
  void pixmap(Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      out.write(("P6\n" + WIDTH + " " + HEIGHT + "\n255\n").getBytes(StandardCharsets.US_ASCII));
      byte[] row = new byte[WIDTH * 3];
      for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
          int rgb = page.getRGB(x, y);
          row[3 * x] = (byte) (rgb >> 16);
          row[3 * x + 1] = (byte) (rgb >> 8);
          row[3 * x + 2] = (byte) rgb;
        }
        out.write(row);
      }
    }
  }
}
